#pragma once
#include "rules/drift.hpp"
#include "rules/news.hpp"
#include "support/town.hpp"

namespace tumen::testing {

/// A plan of about 100 households in units of fifteen and wards of two units, no warm-up, in which
/// nothing happens by itself: every rate is zero. Families, smugglers and
/// brokers hold phones. Tests switch on what they are about.
Plan still_plan();

/// Somebody of a city.
struct Who {
    Ward* ward = nullptr;
    PersonPlace i;

    Persons& persons() const { return ward->persons; }
    bool is(Flag flag) const { return ward->persons.is(i, flag); }
    void raise(Flag flag) const { ward->persons.raise(i, flag); }
    void lower(Flag flag) const { ward->persons.lower(i, flag); }
    HomePlace home() const { return ward->persons.identity[i].home; }
    HouseholdId household() const { return ward->persons.identity[i].household; }
    double& suspicion() const { return ward->persons.suspicion_excess[i]; }
};

/// The n-th person of a role; ends the test program where there is none.
Who person(City& city, Role role, std::size_t n = 0);
/// The n-th person of the ward.
Who person(Ward& ward, Role role, std::size_t n = 0);
/// The broker with that number in the city's list.
Who broker(City& city, std::uint32_t number);

/// start_day for every ward.
void start_day(const Today& now, City& city);

/// Savings of somebody's home today; and made to be what the test says.
double savings(const Today& now, const Who& who);
void set_savings(const Who& who, double savings);

/// Perceived risk after a further reason for fear.
inline double frightened(double risk, double fear) {
    return risk + fright(risk, fear);
}
/// ... after so many arrests heard of.
inline double risk_after_news(const NewsParameters& p, double risk, double arrests) {
    return frightened(risk, fear_of_news(p, arrests));
}

}  // namespace tumen::testing
