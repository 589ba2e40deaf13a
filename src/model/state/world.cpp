#include "model/state/world.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

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
    keep_memory(homes.entries, used.entries);
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

}  // namespace tumen
