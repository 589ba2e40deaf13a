#include <algorithm>
#include <cassert>

#include "model/purposes.hpp"
#include "model/state/columns.hpp"
#include "rules/population.hpp"

/// People and homes that become of interest by an event, long after their city was built.
namespace tumen {

namespace {

/// Somebody whom nothing told from the others of the unit until now, at a place made by grow().
void settle(Ward& ward, PersonPlace place, AdultId adult, UnitId unit, HomePlace home) {
    Persons& persons = ward.persons;
    persons.identity[place] = {
        adult.household, home, unit, adult.member, Role::resident, 1, ward.homes.base_need[home]};
    persons.risk_excess[place] = ward.units[unit].risk_excess;
    persons.oath_day[place] = ward.units[unit].oath_day;
    persons.raise(place, Flag::free);
    if (adult.member == 0) ward.homes.entries[home].first_person = place;
    marks_of(ward, adult.household) |= known_mark;
}

/// A home that becomes of interest by an event, without weight in what is observed.
HomePlace add_home(const City& city, Ward& ward, HouseholdId household) {
    const RandomBlock drawn = draw(city.random_key, {household, 0, purpose::home});
    const HomePlace place(ward.homes.size());
    grow(ward.homes, place + 1);
    ward.homes.household[place] = household;
    ward.homes.base_need[place] = ward.zone->tables.need.quantile(uniform(drawn.word[0]));
    const PopulationParameters& p = ward.zone->parameters.population;
    ward.homes.entries[place].savings_ordinary =
        ordinary_savings(p, Role::resident, uniform(drawn.word[1]));
    ward.homes.savings_base[place] = ward.homes.entries[place].savings_ordinary;
    ward.homes.goods[place] = initial_goods(p, ward.homes.entries[place].savings_ordinary);
    return place;
}

HomePlace home_of(const City& city, Ward& ward, HouseholdId household) {
    for (std::uint8_t member = 0; member <= more_adults_max; ++member) {
        const PersonPlace place = find_place(ward, {household, member});
        if (place != nobody) return ward.persons.identity[place].home;
    }
    return add_home(city, ward, household);
}

}  // namespace

PersonPlace place_of(const City& city, Ward& ward, const DayConditions& day, AdultId adult) {
    const PersonPlace known = find_place(ward, adult);
    if (known != nobody) return known;
    assert(adult.member <= more_adults_max);
    const UnitId unit = unit_of(ward, adult.household);
    const HomePlace home = home_of(city, ward, adult.household);
    const PersonPlace place(ward.persons.size());
    grow(ward.persons, place + 1);
    settle(ward, place, adult, unit, home);
    Persons& persons = ward.persons;
    persons.watched_clock[place] = day.watched_clock;
    const RandomBlock traits = draw(
        city.random_key, {adult.household, 0, purpose::traits, purpose::of_member(adult.member)});
    persons.identity[place].aversion =
        risk_aversion(ward.zone->parameters.population, uniform(traits.word[2]));
    suspect(ward, place, uniform(traits.word[3]));
    if (ward.units[unit].oath_day != never) {
        persons.raise(place, Flag::signed_oath);
        --ward.signed_unseen;
    }
    const auto before = [&](PersonPlace one, PersonPlace other) {
        return id_before(persons, one, other);
    };
    ward.by_id.insert(std::lower_bound(ward.by_id.begin(), ward.by_id.end(), place, before), place);
    return place;
}

}  // namespace tumen
