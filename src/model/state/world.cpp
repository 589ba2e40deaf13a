#include "model/state/world.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/math.hpp"
#include "model/purposes.hpp"
#include "rules/drift.hpp"

namespace tumen {

namespace {

template <class Element>
void keep_memory(std::vector<Element>& column, std::vector<Element>& used) {
    column = std::move(used);
    column.clear();
}

void keep_memory(Persons& persons, Persons& used) {
    keep_memory(persons.blocks, used.blocks);
    keep_memory(persons.identity, used.identity);
    keep_memory(persons.aversion, used.aversion);
    keep_memory(persons.risk_excess, used.risk_excess);
    keep_memory(persons.suspicion_base, used.suspicion_base);
    keep_memory(persons.suspicion_excess, used.suspicion_excess);
    keep_memory(persons.watched, used.watched);
    keep_memory(persons.watched_clock, used.watched_clock);
    keep_memory(persons.oath_day, used.oath_day);
    keep_memory(persons.breach_day, used.breach_day);
    keep_memory(persons.release_day, used.release_day);
    keep_memory(persons.arrest_day, used.arrest_day);
    keep_memory(persons.decision_day, used.decision_day);
    keep_memory(persons.offers, used.offers);
    keep_memory(persons.belief_left, used.belief_left);
}

void keep_memory(Homes& homes, Homes& used) {
    keep_memory(homes.household, used.household);
    keep_memory(homes.first_person, used.first_person);
    keep_memory(homes.dawn_excess, used.dawn_excess);
    keep_memory(homes.changed_day, used.changed_day);
    keep_memory(homes.kin, used.kin);
    keep_memory(homes.contact_day, used.contact_day);
    keep_memory(homes.savings_ordinary, used.savings_ordinary);
    keep_memory(homes.goods, used.goods);
    for (std::size_t c = 0; c < homes.padded_columns().size(); ++c)
        keep_memory(*homes.padded_columns()[c], *used.padded_columns()[c]);
}

}  // namespace

// Whatever is not named here is as in a new ward: to forget a column costs time, not results.
Ward emptied(Ward&& used) {
    Ward ward;
    keep_memory(ward.asking, used.asking);
    keep_memory(ward.asked, used.asked);
    keep_memory(ward.caught, used.caught);
    keep_memory(ward.arrests, used.arrests);
    keep_memory(ward.candidates, used.candidates);
    keep_memory(ward.suspects, used.suspects);
    keep_memory(ward.detainees, used.detainees);
    keep_memory(ward.promised, used.promised);
    keep_memory(ward.held, used.held);
    keep_memory(ward.named, used.named);
    keep_memory(ward.broken, used.broken);
    keep_memory(ward.exiles, used.exiles);
    keep_memory(ward.handed_in, used.handed_in);
    keep_memory(ward.payments, used.payments);
    keep_memory(ward.due, used.due);
    keep_memory(ward.brokers, used.brokers);
    keep_memory(ward.requests, used.requests);
    keep_memory(ward.persons, used.persons);
    keep_memory(ward.homes, used.homes);
    keep_memory(ward.kin, used.kin);
    keep_memory(ward.brokers_today, used.brokers_today);
    keep_memory(ward.units, used.units);
    keep_memory(ward.households, used.households);
    keep_memory(ward.by_id, used.by_id);
    keep_memory(ward.suspected, used.suspected);
    return ward;
}

City emptied(City&& used) {
    City city;
    city.wards = std::move(used.wards);
    for (Ward& ward : city.wards)
        ward = emptied(std::move(ward));
    keep_memory(city.brokers, used.brokers);
    keep_memory(city.calling_brokers, used.calling_brokers);
    keep_memory(city.broker_arrested, used.broker_arrested);
    keep_memory(city.broker_exposed, used.broker_exposed);
    keep_memory(city.calling_sources, used.calling_sources);
    keep_memory(city.ward_has_source, used.ward_has_source);
    keep_memory(city.told, used.told);
    return city;
}

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

PersonPlace find_place(const Ward& ward, AdultId adult) {
    if (!(marks_of(ward, adult.household) & known_mark)) return nobody;
    const auto id_of = [&](PersonPlace place) { return ward.persons.identity[place].adult(); };
    const auto at =
        std::lower_bound(ward.by_id.begin(), ward.by_id.end(), adult,
                         [&](PersonPlace place, AdultId wanted) { return id_of(place) < wanted; });
    return at != ward.by_id.end() && id_of(*at) == adult ? *at : nobody;
}

UnitId unit_of(const Ward& ward, HouseholdId household) {
    assert(household - ward.first_household < ward.households.size());
    const auto after = std::upper_bound(
        ward.units.begin(), ward.units.end(), household,
        [](HouseholdId h, const WatchUnit& unit) { return h < unit.first_household; });
    return UnitId(static_cast<std::size_t>(after - ward.units.begin() - 1));
}

Ward& ward_of_adult(City& city, std::uint32_t adult) {
    const auto after =
        std::upper_bound(city.wards.begin(), city.wards.end(), adult,
                         [](std::uint32_t n, const Ward& ward) { return n < ward.first_adult; });
    return *(after - 1);
}

AdultId adult_of_unit(const Ward& ward, const WatchUnit& unit, std::uint32_t n) {
    assert(n < unit.adults);
    HouseholdId household = unit.first_household;
    for (;;) {
        const std::uint32_t adults = adults_in(ward, household);
        if (n < adults) return {household, static_cast<std::uint8_t>(n)};
        n -= adults;
        ++household;
    }
}

AdultId adult_of_ward(const Ward& ward, std::uint32_t n) {
    assert(n < ward.adults);
    const auto after = std::upper_bound(
        ward.units.begin(), ward.units.end(), n,
        [](std::uint32_t k, const WatchUnit& unit) { return k < unit.first_adult; });
    const WatchUnit& unit = *(after - 1);
    return adult_of_unit(ward, unit, n - unit.first_adult);
}

double savings_at_dawn(const Today& now, const Ward& ward, HomePlace home) {
    const Homes& homes = ward.homes;
    const double excess = homes.changed_day[home] == now.day.day ? homes.dawn_excess[home]
                                                                 : homes.savings_excess[home];
    return homes.savings_base[home] + excess * now.day.savings_left;
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

void add_savings(const Today& now, Ward& ward, HomePlace home, double money) {
    Homes& homes = ward.homes;
    if (homes.changed_day[home] != now.day.day) {
        homes.changed_day[home] = now.day.day;
        homes.dawn_excess[home] = homes.savings_excess[home];
    }
    homes.savings_excess[home] += money / now.day.savings_left;
}

void note_contact(const Today& now, Ward& ward, HomePlace home) {
    if (ward.homes.kin[home] == nobody) return;
    const std::int32_t days = now.day.day - ward.homes.contact_day[home];
    if (days == 0) return;
    ward.homes.contact_day[home] = now.day.day;
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
