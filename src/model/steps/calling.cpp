#include "rules/calling.hpp"

#include <vector>

#include "model/lanes/person_draws.hpp"
#include "model/steps/exposure.hpp"
#include "model/steps/steps.hpp"

/// Step 6: calls.
namespace tumen {

namespace {

/// Most calls come to nothing, and that is seen from two words: they lie above these.
struct CallThresholds {
    const std::vector<double>& notice_probability;
    std::uint64_t detected;

    explicit CallThresholds(const Today& now)
        : notice_probability(now.tables.notice_probability),
          detected(word_threshold(detection_today(now))) {}

    bool nothing(const Ward& ward, const RandomBlock& drawn) const {
        const std::size_t neighbours = ward.most_in_a_unit - 1;  // at the most, of anybody there
        return drawn.word[1] >= detected && !happens(drawn.word[0], notice_probability[neighbours]);
    }
};

void make_call(const Today& now, const CallThresholds& thresholds, Ward& ward, PersonPlace i,
               const RandomBlock& drawn) {
    ++ward.today[Count::calls];
    const Persons& persons = ward.persons;
    const Identity& who = persons.identity[i];
    note_contact(now, ward, who.home);
    const double income =
        income_of_calling(now.p.calling, who.role, ward.homes.entries[who.home].savings_ordinary,
                          now.p.drift.savings_recovery, now.p.contact.movement);
    if (income > 0) {
        add_savings(now, ward, who.home, income);
        ward.today[Quantity::earned_traders] += income;
    }
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, who.member, DiaryEvent::called, "calls", not_drawn,
                          not_drawn, {{"income", income}});
    }
    const bool followed = persons.is(i, Flag::followed_at_dawn);
    if (thresholds.nothing(ward, drawn) && !followed) return;
    be_noticed(now, ward, i, drawn.word[0]);
    be_detected(now, ward, i, drawn.word[1], drawn.word[2]);
    if (followed) be_caught_by_officer(now, ward, i, drawn.word[3]);
}

}  // namespace

void make_calls(const Today& now, std::span<Ward> wards) {
    const std::size_t row = chance_row(now.day.day);
    const CallThresholds thresholds(now);
    PersonDraws draws(now, purpose::call, [&](Ward& ward, PersonPlace i, const RandomBlock& drawn) {
        make_call(now, thresholds, ward, i, drawn);
    });
    for (Ward& ward : wards) {
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            const PersonBlock& block = ward.persons.blocks[b];
            const std::uint64_t callers =
                block[Flag::calling] & (block.calling[row] | block[Flag::asked_to_call]);
            for_each_bit(callers, b, [&](PersonPlace i) { draws.add(ward, i); });
        }
    }
    draws.finish();
}

}  // namespace tumen
