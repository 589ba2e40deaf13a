#pragma once
#include <cstddef>
#include <cstdint>

#include "model/state/world.hpp"

/// A day in the world: what its steps ask of the state as it is today, and what their events write
/// into it.
namespace tumen {

/// Everything that a process needs to know of today: in a ward, or where wards hear of each other.
struct Today {
    const City& city;
    const DayConditions& day;
    const Parameters& p;
    const SegmentTables& tables;
    const RivalRules& rules;
    const Zone& zone;
};
/// As the city has it that day, of whose zone the conditions are.
Today today_in(const City& city, const DayConditions& day);
/// ... and as one of its wards has it.
Today today_in(const Today& now, const Ward& ward);

/// Draws the chances of the sixteen days around `day` for one person.
void draw_chances(const Today& now, Ward& ward, PersonPlace person);
/// ... for everybody of the ward who needs them and for its kin homes, where a new block of days,
/// new parameters or a drive begin.
void refresh_chances(const Today& now, Ward& ward);
/// Which of the sixteen a day is.
constexpr std::size_t chance_row(std::int32_t day) {
    return static_cast<std::size_t>(day - first_drawable_day) & 15u;
}
/// The uniform number behind a chance that was drawn ahead.
double chance_number(const RandomKey& random_key, HouseholdId household, std::uint8_t index,
                     Purpose purpose, std::int32_t day);

// Reading state that decays; pure.
inline double perceived_risk(const Today& now, double excess) {
    return now.p.drift.risk_baseline + excess * now.day.risk_left;
}
inline double risk_of(const Today& now, const Ward& ward, PersonPlace i) {
    return perceived_risk(now, ward.persons.risk_excess[i]);
}
inline double suspicion_of(const Today& now, const Ward& ward, PersonPlace i) {
    return ward.persons.suspicion_base[i] +
           ward.persons.suspicion_excess[i] * now.day.suspicion_left;
}
inline double savings_of(const Today& now, const Ward& ward, HomePlace home) {
    return ward.homes.savings_base[home] + ward.homes.savings_excess[home] * now.day.savings_left;
}
inline double savings_at_dawn(const Today& now, const Ward& ward, HomePlace home) {
    const Homes& homes = ward.homes;
    const HomeEntry& entry = homes.entries[home];
    const double excess =
        entry.changed_day == now.day.day ? entry.dawn_excess : homes.savings_excess[home];
    return homes.savings_base[home] + excess * now.day.savings_left;
}
double days_watched(const Today& now, const Ward& ward, PersonPlace i);

/// Belief that forgiveness is honoured, of somebody with a place.
double belief_of(const Today& now, const Ward& ward, PersonPlace i);
/// ... but for the share that is left to everybody in the ward.
double belief_but_for_ward(const Today& now, const Ward& ward, PersonPlace i);
/// Whether anybody of the household with that mark has been exiled with it.
inline bool is_exiled(const Ward& ward, HouseholdId household) {
    return marks_of(ward, household) & exiled_mark;
}

// Writing it: events.
void frighten(const Today& now, double& excess, double fear);
void add_suspicion(const Today& now, Ward& ward, PersonPlace i, double more);
void scale_suspicion(const Today& now, Ward& ward, PersonPlace i, double factor);
inline void add_savings(const Today& now, Ward& ward, HomePlace home, double money) {
    Homes& homes = ward.homes;
    HomeEntry& entry = homes.entries[home];
    if (entry.changed_day != now.day.day) {
        entry.changed_day = now.day.day;
        entry.dawn_excess = homes.savings_excess[home];
    }
    homes.savings_excess[home] += money / now.day.savings_left;
}
/// The household was in contact with kin abroad today, if it has any.
void note_contact(const Today& now, Ward& ward, HomePlace home);
void sign_oath(const Today& now, Ward& ward, PersonPlace i);
void lose_phone(Ward& ward, PersonPlace i);

}  // namespace tumen
