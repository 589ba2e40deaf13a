#include "rules/noticing.hpp"
#include "model/purposes.hpp"
#include "model/steps/exposure.hpp"
#include "model/steps/steps.hpp"
#include "rules/reporting.hpp"

/// Step 7: who notices a call, what is reported, whom that exposes.
namespace tumen {

void catch_person(Ward& ward, PersonPlace i) {
    if (ward.persons.is(i, Flag::caught)) return;
    ward.persons.raise(i, Flag::caught);
    ward.caught.push_back(i);
}

namespace {

void write(const Today& now, const Ward& ward, PersonPlace i, DiaryEvent event, const char* outcome,
           double probability, std::uint32_t word) {
    ward.diary->write(now.day.day, ward.persons.identity[i].member, event, outcome, probability,
                      uniform(word), {{"suspicion", suspicion_of(now, ward, i)}});
}

}  // namespace

void be_searched(const Today& now, Ward& ward, PersonPlace person, std::uint32_t search_word,
                 std::uint32_t find_word) {
    const bool searched = happens(search_word, now.p.noticing.search);
    const bool found = searched && happens(find_word, now.p.noticing.search_find) &&
                       ward.persons.is(person, Flag::phone);
    if (found) catch_person(ward, person);
    if (searched && observed_person(ward, person)) {
        write(now, ward, person, DiaryEvent::searched, found ? "phone found" : "nothing found",
              now.p.noticing.search_find, find_word);
    }
}

void take_report(const Today& now, Ward& ward, PersonPlace reported, std::uint32_t search_word,
                 std::uint32_t find_word) {
    add_suspicion(now, ward, reported, now.p.noticing.suspicion_report);
    be_searched(now, ward, reported, search_word, find_word);
}

/// Somebody of the unit may notice the call, and may report it.
void be_noticed(const Today& now, Ward& ward, PersonPlace caller, std::uint32_t word) {
    const UnitId unit_place = ward.persons.identity[caller].unit;
    const WatchUnit& unit = ward.units[unit_place];
    const HouseholdId household = ward.persons.identity[caller].household;
    const std::uint32_t own = adults_in(ward, household);
    if (!happens(word, now.tables.notice_probability[unit.adults - own])) return;
    const std::uint8_t member = ward.persons.identity[caller].member;
    const RandomBlock drawn = draw(now.city.random_key, {household, now.day.day, purpose::witness,
                                                         purpose::of_member(member)});
    const AdultId witness = adult_of_unit(ward, unit, uniform_below(drawn.word[0], unit.adults));
    if (witness.household == household) return;
    if (is_exiled(ward, witness.household)) return;
    const PersonPlace place = find_place(ward, witness);
    if (place != nobody && !ward.persons.is(place, Flag::free)) return;
    ++ward.today[Count::noticed];
    const WitnessSituation situation = witness_situation(now, ward, unit_place, witness, place);
    const double probability = report_probability(now.p.reporting, now.day.threat, situation);
    const bool reports = happens(drawn.word[1], probability);
    const char* outcome = reports ? "reported" : "not reported";
    if (observed_person(ward, caller)) {
        write(now, ward, caller, DiaryEvent::noticed, outcome,
              now.tables.notice_probability[unit.adults - own], word);
    }
    if (observed(ward, witness.household)) {
        ward.diary->write(now.day.day, witness.member, DiaryEvent::witnessed, outcome, probability,
                          uniform(drawn.word[1]),
                          {{"loyalty", situation.loyalty},
                           {"oath_force", situation.oath_force},
                           {"risk_ratio", situation.risk_ratio},
                           {"cohesion", situation.cohesion},
                           {"holds_phone", situation.holds_phone ? 1.0 : 0.0}});
    }
    if (!reports) return;
    ++ward.today[Count::reports];
    take_report(now, ward, caller, drawn.word[2], drawn.word[3]);
}

double detection_today(const Today& now) {
    const double factor = now.day.central_team ? now.p.noticing.central_detection_factor : 1;
    return detection_probability(now.p.noticing, factor);
}

void be_detected(const Today& now, Ward& ward, PersonPlace caller, std::uint32_t word,
                 std::uint32_t raid_word) {
    if (!happens(word, detection_today(now))) return;
    ++ward.today[Count::detected];
    add_suspicion(now, ward, caller, now.p.noticing.suspicion_detection);
    const bool raided = happens(raid_word, now.p.noticing.raid);
    if (raided) catch_person(ward, caller);
    if (observed_person(ward, caller)) {
        write(now, ward, caller, DiaryEvent::detected, raided ? "raided" : "not raided",
              now.p.noticing.raid, raid_word);
    }
}

void be_caught_by_officer(const Today& now, Ward& ward, PersonPlace i, std::uint32_t word) {
    const bool caught = happens(word, now.p.noticing.catch_followed);
    if (caught) catch_person(ward, i);
    if (observed_person(ward, i)) {
        write(now, ward, i, DiaryEvent::caught_by_officer, caught ? "caught" : "not caught",
              now.p.noticing.catch_followed, word);
    }
}

namespace {

void question(const Today& now, Ward& ward, PersonPlace i) {
    const bool holds = ward.persons.is(i, Flag::phone);
    ++ward.today[Count::questioned];
    if (!holds) ++ward.today[Count::questioned_without_phone];
    const Identity& who = ward.persons.identity[i];
    add_suspicion(now, ward, i, now.p.noticing.suspicion_detection);
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, who.member, DiaryEvent::questioned, "questioned", not_drawn,
                          not_drawn, {{"suspicion", suspicion_of(now, ward, i)}});
    }
    const RandomBlock drawn =
        draw(now.city.random_key,
             {who.household, now.day.day, purpose::questioning, purpose::of_member(who.member)});
    be_searched(now, ward, i, drawn.word[0], drawn.word[1]);
}

}  // namespace

void question_named(const Today& now, Ward& ward) {
    for (const PersonPlace i : ward.named) {
        ward.persons.lower(i, Flag::named);
        if (ward.persons.is(i, Flag::free)) question(now, ward, i);
    }
    ward.named.clear();
}

}  // namespace tumen
