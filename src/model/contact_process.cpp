#include <array>

#include "base/clear.hpp"
#include "model/person_draws.hpp"
#include "model/processes.hpp"
#include "model/purposes.hpp"
#include "model/wide.hpp"

/// Steps 2 to 4: drift, the value of contact, acquisition.
namespace tumen {

void start_day(const Today& now, Ward& ward) {
    clear(ward.today);
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
    if (ward.detainees.empty()) return;
    Persons& persons = ward.persons;
    std::erase_if(ward.detainees, [&](std::uint32_t i) {
        if (!persons.is(i, Flag::detained)) return true;  // exiled with the household meanwhile
        if (persons.release_day[i] > now.day.day) return false;
        persons.lower(i, Flag::detained);
        persons.raise(i, Flag::free);
        if (observed_person(ward, i)) {
            ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::released, "free",
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

double oath_force_of(const Today& now, const Persons& persons, std::size_t i) {
    return persons.is(i, Flag::signed_oath)
               ? oath_force(now.p.drift, now.day.day - persons.oath_day[i])
               : 0;
}

}  // namespace

Outlook outlook(const Today& now, const Ward& ward, std::size_t i) {
    const ContactParameters& p = now.p.contact;
    const Persons& persons = ward.persons;
    const std::uint32_t home = persons.identity[i].home;
    const double need_now = need(p, ward.homes.base_need[home], savings_at_dawn(now, ward, home));
    const double benefit = benefit_of_contact(p, persons.identity[i].role, need_now);
    const double penalty =
        penalty_feared(p, now.day.threat, now.oath.on_penalty, oath_force_of(now, persons, i));
    const double felt =
        felt_risk(p, risk_of(now, ward, i), persons.answer(i, Flag::followed_at_dawn));
    return {benefit, penalty, net_benefit(benefit, persons.aversion[i], felt, penalty)};
}

namespace {

void write_review(const Today& now, const Ward& ward, std::size_t i, Contact decided) {
    const Persons& persons = ward.persons;
    const Outlook seen = outlook(now, ward, i);
    const double drawn =
        chance_number(now.city.luck, persons.identity[i].household,
                      purpose::of_member(persons.identity[i].member), purpose::review, now.day.day);
    const char* outcome = decided == Contact::calling ? "calling" : "as before";
    if (decided == Contact::quiet) outcome = "quiet";
    ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::reviewed, outcome,
                      now.p.contact.review_rate, drawn,
                      {{"benefit", seen.benefit},
                       {"penalty_feared", seen.penalty_feared},
                       {"perceived_risk", risk_of(now, ward, i)},
                       {"aversion", persons.aversion[i]},
                       {"followed", persons.is(i, Flag::followed_at_dawn) ? 1.0 : 0.0},
                       {"net_benefit", seen.net_benefit},
                       {"hysteresis", now.p.contact.hysteresis}});
}

/// Holders of some wards who review today, and what they review with; what contact is worth to them
/// is computed together.
class Reviewers {
  public:
    explicit Reviewers(const Today& now)
        : now_(now),
          day_{now.day.savings_left, now.p.drift.risk_baseline, now.day.risk_left, now.day.threat,
               now.oath.on_penalty} {}

    void add(Ward& ward, std::size_t i) {
        if (count_ == reviewers_at_once) finish();
        const ContactParameters& p = now_.p.contact;
        const Persons& persons = ward.persons;
        const Identity& who = persons.identity[i];
        wards_[count_] = &ward;
        places_[count_] = static_cast<std::uint32_t>(i);
        people_.base_need[count_] = ward.homes.base_need[who.home];
        people_.savings_base[count_] = ward.homes.savings_base[who.home];
        people_.savings_excess[count_] = ward.homes.savings_excess[who.home];
        people_.benefit[count_] = p.contact_benefit[index_of(who.role)];
        people_.aversion[count_] = persons.aversion[i];
        people_.risk_excess[count_] = persons.risk_excess[i];
        people_.least_felt[count_] = least_felt_risk(p, persons.answer(i, Flag::followed_at_dawn));
        people_.oath_force[count_] = oath_force_of(now_, persons, i);
        ++count_;
    }

    /// Everybody added decides.
    void finish() {
        std::array<Contact, reviewers_at_once> decided;
        reviews_of(now_.p.contact, day_, people_, count_, decided);
        for (std::size_t n = 0; n < count_; ++n)
            decide(*wards_[n], places_[n], decided[n]);
        count_ = 0;
    }

  private:
    void decide(Ward& ward, std::size_t i, Contact decided) const {
        const auto calls = std::uint64_t{decided == Contact::calling} << (i & 63u);
        const auto stops = std::uint64_t{decided == Contact::quiet} << (i & 63u);
        std::uint64_t& calling = ward.persons.blocks[i / 64][Flag::calling];
        calling = (calling | calls) & ~stops;
        if (observed_person(ward, i)) write_review(now_, ward, i, decided);
    }

    const Today& now_;
    const ReviewDay day_;
    std::size_t count_ = 0;
    std::array<Ward*, reviewers_at_once> wards_;
    std::array<std::uint32_t, reviewers_at_once> places_;
    ReviewColumns people_;
};

}  // namespace

void review_contact(const Today& now, std::span<Ward> wards) {
    const std::size_t row = chance_row(now.day.day);
    Reviewers reviewers(now);
    for (Ward& ward : wards) {
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            const PersonBlock& block = ward.persons.blocks[b];
            for_each_bit(block.review[row] & block[Flag::phone], b,
                         [&](std::size_t i) { reviewers.add(ward, i); });
        }
    }
    reviewers.finish();
}

namespace {

/// Somebody who has lost the phone thinks of another one today, and may have the money and the
/// will.
void buy_phone(const Today& now, Ward& ward, std::size_t i, double price, std::uint32_t word) {
    Persons& persons = ward.persons;
    const std::uint32_t home = persons.identity[i].home;
    if (savings_of(now, ward, home) < price) return;
    if (outlook(now, ward, i).net_benefit <= now.p.contact.hysteresis) return;
    add_savings(now, ward, home, -price);
    persons.raise(i, Flag::phone);
    persons.raise(i, Flag::calling);
    draw_chances(now, ward, i);
    ++ward.today[Count::phones_bought];
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::bought, "calling",
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
