#include "model/state/columns.hpp"

#include <algorithm>

#include "rules/population.hpp"

namespace tumen {

void grow(Homes& homes, std::size_t count) {
    homes.household.resize(count);
    homes.entries.resize(count);
    homes.goods.resize(count);
    for (std::vector<double>* column : homes.padded_columns())
        column->resize(std::max(column->size(), padded(count)));
}

void grow(Persons& persons, std::size_t count) {
    persons.blocks.resize((count + 63) / 64);
    persons.identity.resize(count);
    persons.risk_excess.resize(count);
    persons.suspicion_base.resize(count);
    persons.suspicion_excess.resize(count);
    persons.watched.resize(count);
    persons.watched_clock.resize(count);
    persons.oath_day.resize(count, never);
    persons.breach_day.resize(count, never);
    persons.release_day.resize(count, never);
    persons.arrest_day.resize(count, never);
    persons.decision_day.resize(count, never);
    persons.offers.resize(count);
    persons.belief_left.resize(count, 1);
}

void suspect(Ward& ward, PersonPlace person, double u) {
    const Zone& zone = *ward.zone;
    Persons& persons = ward.persons;
    const double suspicion =
        initial_suspicion(zone.parameters.population, persons.identity[person].role, u);
    persons.suspicion_base[person] = suspicion;
    if (suspicion > zone.tables.least_follow_threshold) persons.raise(person, Flag::suspect);
    if (suspicion > 0 && zone.tables.most_reputation_weight > 0)
        persons.raise(person, Flag::reputed);
}

}  // namespace tumen
