#include "model/state/today.hpp"

#include "base/math.hpp"
#include "model/purposes.hpp"
#include "rules/drift.hpp"

namespace tumen {

Today today_in(const City& city, const DayConditions& day) {
    const Zone& zone = *city.zone;
    return {city,
            day,
            zone.calendar.parameters_on(day.day),
            zone.tables.of(day),
            city.simulation->plan().rules,
            zone};
}

Today today_in(const Today& now, const Ward& ward) {
    const Zone& zone = *ward.zone;
    if (&zone == &now.zone) return now;
    const DayConditions& day = zone.calendar.on(now.day.day);
    return {now.city,  day, zone.calendar.parameters_on(day.day), zone.tables.of(day),
            now.rules, zone};
}

double days_watched(const Today& now, const Ward& ward, PersonPlace i) {
    const double value = ward.persons.watched[i];
    if (value == 0) return 0;
    return value * math::exp2(ward.persons.watched_clock[i] - now.day.watched_clock);
}

void frighten(const Today& now, double& excess, double fear) {
    excess += fright_of_excess(now.p.drift.risk_baseline, now.day.risk_left, excess, fear);
}

void add_suspicion(const Today& now, Ward& ward, PersonPlace i, double more) {
    ward.persons.suspicion_excess[i] += more / now.day.suspicion_left;
    ward.persons.raise(i, Flag::suspect);
}

void scale_suspicion(const Today& now, Ward& ward, PersonPlace i, double factor) {
    const double suspicion = suspicion_of(now, ward, i) * factor;
    ward.persons.suspicion_excess[i] =
        (suspicion - ward.persons.suspicion_base[i]) / now.day.suspicion_left;
}

void note_contact(const Today& now, Ward& ward, HomePlace home) {
    HomeEntry& entry = ward.homes.entries[home];
    if (entry.kin == nobody) return;
    const std::int32_t days = now.day.day - entry.contact_day;
    if (days == 0) return;
    entry.contact_day = now.day.day;
    Contacts& contacts = ward.contacts;
    ++contacts.on(now.day.day);
    if (days < 365) --contacts.on(now.day.day - days);
    contacts.within_30 += days >= 30;
    contacts.within_90 += days >= 90;
    contacts.within_365 += days >= 365;
}

double belief_but_for_ward(const Today& now, const Ward& ward, PersonPlace i) {
    const Identity& who = ward.persons.identity[i];
    const RandomBlock drawn = draw(now.city.random_key, {who.household, 0, purpose::disposition,
                                                         purpose::of_member(who.member)});
    return now.zone.tables.belief.quantile(uniform(drawn.word[1])) * ward.persons.belief_left[i];
}

double belief_of(const Today& now, const Ward& ward, PersonPlace i) {
    return belief_but_for_ward(now, ward, i) * ward.belief_left;
}

void sign_oath(const Today& now, Ward& ward, PersonPlace i) {
    ward.persons.oath_day[i] = now.day.day;
    ward.persons.raise(i, Flag::signed_oath);
}

void lose_phone(Ward& ward, PersonPlace i) {
    ward.persons.lower(i, Flag::phone);
    ward.persons.lower(i, Flag::calling);
}

}  // namespace tumen
