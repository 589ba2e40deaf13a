#include "model/purposes.hpp"
#include "model/steps/steps.hpp"

/// Step 10: the oath drive, while it lasts.
namespace tumen {

namespace {

/// One household opens its door. Returns how many adults without a place sign.
std::int32_t visit_household(const Today& now, Ward& ward, HouseholdId household) {
    const std::uint8_t mark = marks_of(ward, household);
    if (mark & exiled_mark) return 0;
    std::int32_t unseen = 0;
    RandomBlock drawn{};
    for (std::uint8_t member = 0; member < (mark & adults_mask); ++member) {
        if (member % 4 == 0) {
            drawn = draw(now.city.random_key, {household, now.day.day, purpose::oath_refusal,
                                               static_cast<std::uint8_t>(member / 4)});
        }
        const bool refuses = happens(drawn.word[member % 4], now.p.oath.oath_refusal);
        PersonPlace place = find_place(ward, {household, member});
        if (place != nobody && !ward.persons.is(place, Flag::free)) continue;
        if (observed(ward, household)) {
            ward.diary->write(now.day.day, member,
                              refuses ? DiaryEvent::refused_oath : DiaryEvent::signed_oath,
                              refuses ? "refuses" : "signs", now.p.oath.oath_refusal,
                              uniform(drawn.word[member % 4]), {});
        }
        if (refuses) {
            place = place_of(now.city, ward, now.day, {household, member});
            add_suspicion(now, ward, place, now.p.oath.suspicion_refusal);
        } else if (place == nobody) {
            ++unseen;
        } else {
            sign_oath(now, ward, place);
        }
    }
    return unseen;
}

void visit_unit(const Today& now, Ward& ward, UnitId unit_place) {
    WatchUnit& unit = ward.units[unit_place];
    std::int32_t unseen = 0;
    const HouseholdId end(unit.first_household + unit.households);
    for (HouseholdId household = unit.first_household; household < end; ++household)
        unseen += visit_household(now, ward, household);
    if (unit.oath_day == never) ward.signed_unseen += unseen;
    unit.oath_day = now.day.day;
    const double fear = now.p.oath.oath_fear;
    frighten(now, unit.risk_excess, fear);
    for (const PersonPlace i : ward.persons.identity.places()) {
        if (ward.persons.identity[i].unit == unit_place && ward.persons.is(i, Flag::free)) {
            frighten(now, ward.persons.risk_excess[i], fear);
        }
    }
}

}  // namespace

void visit_units(const Today& now, Ward& ward) {
    if (!now.day.oath_drive) return;
    for (const UnitId u : ward.units.places()) {
        WatchUnit& unit = ward.units[u];
        if (now.day.oath_drive_begins) unit.visited_in = never;
        if (unit.visited_in != never) continue;
        const RandomBlock drawn =
            draw(now.city.random_key, {entity_of(ward, u), now.day.day, purpose::oath_visit});
        if (!happens(drawn.word[0], now.p.oath.oath_visit)) continue;
        visit_unit(now, ward, u);
        unit.visited_in = now.day.day;
    }
}

}  // namespace tumen
