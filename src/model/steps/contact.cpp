#include <array>

#include "model/lanes/wide.hpp"
#include "model/purposes.hpp"
#include "model/steps/steps.hpp"
#include "rules/contact.hpp"
#include "rules/drift.hpp"

/// Step 3: the value of contact.
namespace tumen {

namespace {

bool has(const PersonBlock& block, Flag flag, PersonPlace i) {
    return (block[flag] & Persons::bit(i)) != 0;
}

Watch watch_of(const PersonBlock& block, PersonPlace i) {
    return has(block, Flag::followed_at_dawn, i) ? Watch::followed : Watch::none;
}

double oath_force_of(const Today& now, const Persons& persons, const PersonBlock& block,
                     PersonPlace i) {
    return has(block, Flag::signed_oath, i)
               ? oath_force(now.p.drift, now.day.day - persons.oath_day[i])
               : 0;
}

}  // namespace

Outlook outlook(const Today& now, const Ward& ward, PersonPlace i) {
    const ContactParameters& p = now.p.contact;
    const Persons& persons = ward.persons;
    const PersonBlock& block = persons.block_of(i);
    const Identity& who = persons.identity[i];
    const double need_now = need(p, who.base_need, savings_at_dawn(now, ward, who.home));
    // Who became a broker today had decided as a smuggler before.
    const Role role = persons.is(i, Flag::broker_since_now) ? Role::smuggler : who.role;
    const double benefit = benefit_of_contact(p, role, need_now);
    const double penalty = penalty_feared(p, now.rules.deterrence, now.day.threat,
                                          oath_force_of(now, persons, block, i));
    const double felt = felt_risk(p, risk_of(now, ward, i), watch_of(block, i));
    return {benefit, penalty, net_benefit(benefit, who.aversion, felt, penalty)};
}

namespace {

void write_review(const Today& now, const Ward& ward, PersonPlace i, Contact decided) {
    const Persons& persons = ward.persons;
    const Outlook seen = outlook(now, ward, i);
    const double drawn =
        chance_number(now.city.random_key, persons.identity[i].household,
                      purpose::of_member(persons.identity[i].member), purpose::review, now.day.day);
    const char* outcome = decided == Contact::calling ? "calling" : "as before";
    if (decided == Contact::quiet) outcome = "quiet";
    ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::reviewed, outcome,
                      now.p.contact.review_rate, drawn,
                      {{"benefit", seen.benefit},
                       {"penalty_feared", seen.penalty_feared},
                       {"perceived_risk", risk_of(now, ward, i)},
                       {"aversion", persons.identity[i].aversion},
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
               now.rules.deterrence} {}

    /// `block` has their flags.
    void add(Ward& ward, const PersonBlock& block, PersonPlace i) {
        if (count_ == columns_length) finish();
        const ContactParameters& p = now_.p.contact;
        const Persons& persons = ward.persons;
        const Identity& who = persons.identity[i];
        wards_[count_] = &ward;
        places_[count_] = i;
        people_.base_need[count_] = who.base_need;
        people_.savings_base[count_] = ward.homes.savings_base[who.home];
        people_.savings_excess[count_] = ward.homes.savings_excess[who.home];
        people_.benefit[count_] = p.contact_benefit[index_of(who.role)];
        people_.going_on[count_] = trade_going_on(p, who.role);
        people_.aversion[count_] = who.aversion;
        people_.risk_excess[count_] = persons.risk_excess[i];
        people_.least_felt[count_] = least_felt_risk(p, watch_of(block, i));
        people_.oath_force[count_] = oath_force_of(now_, persons, block, i);
        ++count_;
    }

    /// Everybody added decides.
    void finish() {
        std::array<Contact, columns_length> decided;
        reviews_of(now_.p.contact, day_, people_, count_, decided);
        for (std::size_t n = 0; n < count_; ++n)
            decide(*wards_[n], places_[n], decided[n]);
        count_ = 0;
    }

  private:
    void decide(Ward& ward, PersonPlace i, Contact decided) const {
        const auto calls = std::uint64_t{decided == Contact::calling} << (i & 63u);
        const auto stops = std::uint64_t{decided == Contact::quiet} << (i & 63u);
        std::uint64_t& calling = ward.persons.block_of(i)[Flag::calling];
        calling = (calling | calls) & ~stops;
        if (observed_person(ward, i)) write_review(now_, ward, i, decided);
    }

    const Today& now_;
    const ReviewDay day_;
    std::size_t count_ = 0;
    std::array<Ward*, columns_length> wards_;
    std::array<PersonPlace, columns_length> places_;
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
                         [&](PersonPlace i) { reviewers.add(ward, block, i); });
        }
    }
    reviewers.finish();
}

}  // namespace tumen
