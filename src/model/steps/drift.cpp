#include "base/clear.hpp"
#include "model/purposes.hpp"
#include "model/steps/steps.hpp"

/// Step 2: drift.
namespace tumen {

void start_day(const Today& now, Ward& ward) {
    clear(ward.today);
    ward.asking.clear();
    ward.asked.clear();
    ward.caught.clear();
    ward.arrests.clear();
    ward.broken.clear();
    ward.exiles.clear();
    ward.handed_in.clear();
    const bool drive_begins = now.day.hand_in_drive_begins;
    for (PersonBlock& block : ward.persons.blocks) {
        block[Flag::followed_at_dawn] = block[Flag::followed];
        block[Flag::asked_to_call] = 0;
        block[Flag::caught] = 0;
        block[Flag::broker_since_now] = 0;
        if (drive_begins) block[Flag::handed_in] = 0;
    }
    age_contacts(ward.contacts, now.day.day);
    refresh_chances(now, ward);
}

void release_detainees(const Today& now, Ward& ward) {
    if (ward.detainees.empty()) return;
    Persons& persons = ward.persons;
    std::erase_if(ward.detainees, [&](PersonPlace i) {
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
    const bool first = now.day.day == now.zone.calendar.first_day();
    if (!now.day.new_frame || first) return;
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
        for_each_bit(persons.blocks[b][Flag::followed], b, [&](PersonPlace i) {
            persons.watched[i] += 1;
            persons.watched_clock[i] = now.day.watched_clock;
        });
    }
}

void frighten_by_meeting(const Today& now, Ward& ward) {
    const double fear = now.p.drift.meeting_fear;
    if (!(now.day.meeting_reach > 0) || !(fear > 0)) return;
    for (const UnitId u : ward.units.places()) {
        const RandomBlock drawn =
            draw(now.city.random_key, {entity_of(ward, u), now.day.day, purpose::unit_meeting});
        if (!happens(drawn.word[0], now.day.meeting_reach)) continue;
        frighten(now, ward.units[u].risk_excess, fear);
        for (const PersonPlace i : ward.persons.identity.places()) {
            if (ward.persons.identity[i].unit == u)
                frighten(now, ward.persons.risk_excess[i], fear);
        }
        if (observes_one_of(ward, u)) {
            ward.diary->write(now.day.day, 0, DiaryEvent::met, "frightened", now.day.meeting_reach,
                              uniform(drawn.word[0]), {{"meeting_fear", fear}});
        }
    }
}

}  // namespace tumen
