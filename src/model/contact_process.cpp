#include <array>

#include "model/person_draws.hpp"
#include "model/processes.hpp"
#include "model/purposes.hpp"
#include "model/wide.hpp"

/// Steps 2 to 4: drift, the value of contact, acquisition.
namespace tumen {

void start_day(const Today& now, Ward& ward) {
    ward.today = DayReport{};
    ward.asking.clear();
    ward.asked.clear();
    ward.caught.clear();
    ward.arrests.clear();
    ward.promises_broken = 0;
    for (PersonBlock& block : ward.persons.blocks) {
        block[Flag::followed_at_dawn] = block[Flag::followed];
        block[Flag::asked_to_call] = 0;
        block[Flag::caught] = 0;
    }
    refresh_chances(now, ward);
}

void release_detainees(const Today& now, Ward& ward) {
    Persons& persons = ward.persons;
    std::erase_if(ward.detainees, [&](std::uint32_t i) {
        if (!persons.is(i, Flag::detained)) return true;  // exiled with the household meanwhile
        if (persons.release_day[i] > now.day.day) return false;
        persons.lower(i, Flag::detained);
        persons.raise(i, Flag::free);
        if (observed_person(ward, i)) {
            ward.diary->write(now.day.day, persons.member[i], DiaryEvent::released, "free",
                              not_drawn, not_drawn, {});
        }
        return true;
    });
}

void fade(const Today& now, Ward& ward) {
    const bool first = now.day.day == now.city.game->calendar().first_day();
    if (now.day.new_frame == Answer::no || first) return;
    const auto carry_risk = [&](double& excess) {
        excess = excess * now.day.risk_carry + now.day.risk_shift;
    };
    for (WatchUnit& unit : ward.units)
        carry_risk(unit.risk_excess);
    for (double& excess : ward.persons.risk_excess)
        carry_risk(excess);
    for (double& excess : ward.persons.suspicion_excess)
        excess *= now.day.suspicion_carry;
    for (double& excess : ward.homes.savings_excess)
        excess *= now.day.savings_carry;
}

void count_days_watched(const Today& now, Ward& ward) {
    Persons& persons = ward.persons;
    for (std::size_t b = 0; b < persons.blocks.size(); ++b) {
        for_each_bit(persons.blocks[b][Flag::followed], b, [&](std::size_t i) {
            persons.watched[i] += 1;
            persons.watched_clock[i] = now.day.watched_clock;
        });
    }
}

void frighten_by_meeting(const Today& now, Ward& ward) {
    if (now.day.meeting == Answer::no) return;
    const double fear = now.p.drift.meeting_fear;
    const auto meet = [&](double& excess) {
        set_risk(now, excess, frightened(perceived_risk(now, excess), fear));
    };
    for (WatchUnit& unit : ward.units)
        meet(unit.risk_excess);
    for (double& excess : ward.persons.risk_excess)
        meet(excess);
    if (ward.diary != nullptr) {
        ward.diary->write(now.day.day, 0, DiaryEvent::met, "frightened", not_drawn, not_drawn,
                          {{"meeting_fear", fear}});
    }
}

namespace {

inline Outlook outlook_with(const Today& now, const Ward& ward, std::size_t i, double need_now) {
    const ContactParameters& p = now.p.contact;
    const Persons& persons = ward.persons;
    const double force = persons.is(i, Flag::signed_oath)
                             ? oath_force(now.p.drift, now.day.day - persons.oath_day[i])
                             : 0;
    const double penalty = penalty_feared(p, now.day.threat, now.oath.on_penalty, force);
    const double benefit = benefit_of_contact(p, persons.role[i], need_now);
    const double felt =
        felt_risk(p, risk_of(now, ward, i), persons.answer(i, Flag::followed_at_dawn));
    return {benefit, penalty, net_benefit(benefit, persons.aversion[i], felt, penalty)};
}

}  // namespace

Outlook outlook(const Today& now, const Ward& ward, std::size_t i) {
    const std::uint32_t home = ward.persons.home[i];
    const double savings = savings_at_dawn(now, ward, home);
    return outlook_with(now, ward, i, need(now.p.contact, ward.homes.base_need[home], savings));
}

namespace {

void write_review(const Today& now, const Ward& ward, std::size_t i, const Outlook& seen,
                  Contact decided) {
    const Persons& persons = ward.persons;
    const double drawn =
        chance_number(now.city.luck, persons.household[i], purpose::of_member(persons.member[i]),
                      purpose::review, now.day.day);
    const char* outcome = decided == Contact::calling ? "calling" : "as before";
    if (decided == Contact::quiet) outcome = "quiet";
    ward.diary->write(now.day.day, persons.member[i], DiaryEvent::reviewed, outcome,
                      now.p.contact.review_rate, drawn,
                      {{"benefit", seen.benefit},
                       {"penalty_feared", seen.penalty_feared},
                       {"perceived_risk", risk_of(now, ward, i)},
                       {"aversion", persons.aversion[i]},
                       {"followed", persons.is(i, Flag::followed_at_dawn) ? 1.0 : 0.0},
                       {"net_benefit", seen.net_benefit},
                       {"hysteresis", now.p.contact.hysteresis}});
}

}  // namespace

namespace {

/// The holders of a block who review today, at most 64, with what their homes have.
struct Reviewers {
    std::array<std::uint32_t, 64> person;
    std::array<double, 64> base_need;
    std::array<double, 64> savings_base;
    std::array<double, 64> savings_excess;
    std::array<double, 64> need;
    std::size_t count = 0;
};

void gather_reviewers(const Ward& ward, std::uint64_t mask, std::size_t block, Reviewers& due) {
    due.count = 0;
    for_each_bit(mask, block, [&](std::size_t i) {
        const std::uint32_t home = ward.persons.home[i];
        due.person[due.count] = static_cast<std::uint32_t>(i);
        due.base_need[due.count] = ward.homes.base_need[home];
        due.savings_base[due.count] = ward.homes.savings_base[home];
        due.savings_excess[due.count] = ward.homes.savings_excess[home];
        ++due.count;
    });
}

}  // namespace

void review_contact(const Today& now, Ward& ward) {
    Persons& persons = ward.persons;
    const std::size_t row = chance_row(now.day.day);
    Reviewers due;
    for (std::size_t b = 0; b < persons.blocks.size(); ++b) {
        PersonBlock& block = persons.blocks[b];
        gather_reviewers(ward, block.review[row] & block[Flag::phone], b, due);
        needs_of(now.p.contact, now.day.savings_left, due.base_need.data(), due.savings_base.data(),
                 due.savings_excess.data(), due.need.data(), due.count);
        std::uint64_t decided_to_call = 0;
        std::uint64_t decided_to_stop = 0;
        for (std::size_t n = 0; n < due.count; ++n) {
            const std::uint32_t i = due.person[n];
            const Outlook seen = outlook_with(now, ward, i, due.need[n]);
            const Contact decided = review(now.p.contact, seen.net_benefit);
            decided_to_call |= decided == Contact::calling ? Persons::bit(i) : 0;
            decided_to_stop |= decided == Contact::quiet ? Persons::bit(i) : 0;
            if (observed_person(ward, i)) write_review(now, ward, i, seen, decided);
        }
        block[Flag::calling] = (block[Flag::calling] | decided_to_call) & ~decided_to_stop;
    }
}

namespace {

/// Somebody who has lost the phone thinks of another one today, and may have the money and the
/// will.
void buy_phone(const Today& now, Ward& ward, std::size_t i, double price, std::uint32_t word) {
    Persons& persons = ward.persons;
    const std::uint32_t home = persons.home[i];
    if (savings_of(now, ward, home) < price) return;
    if (outlook(now, ward, i).net_benefit <= now.p.contact.hysteresis) return;
    add_savings(now, ward, home, -price);
    persons.raise(i, Flag::phone);
    persons.raise(i, Flag::calling);
    draw_chances(now, ward, i);
    ++ward.today[Count::phones_bought];
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, persons.member[i], DiaryEvent::bought, "calling",
                          now.tables.purchase_probability, uniform(word), {{"phone_price", price}});
    }
}

}  // namespace

void buy_phones(const Today& now, std::span<Ward> wards) {
    const double price = phone_price(now.p.acquisition, now.day.threat);
    PersonDraws draws(now, purpose::purchase,
                      [&](Ward& ward, std::size_t i, const RandomBlock& drawn) {
                          if (!happens(drawn.word[0], now.tables.purchase_probability)) return;
                          buy_phone(now, ward, i, price, drawn.word[0]);
                      });
    for (Ward& ward : wards) {
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            const PersonBlock& block = ward.persons.blocks[b];
            const std::uint64_t lost =
                block[Flag::ever_held] & block[Flag::free] & ~block[Flag::phone];
            for_each_bit(lost, b, [&](std::size_t i) { draws.add(ward, i); });
        }
    }
    draws.finish();
}

}  // namespace tumen
