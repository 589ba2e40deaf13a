#pragma once
#include "base/hash.hpp"
#include "model/steps/steps.hpp"
#include "support/plans.hpp"

namespace tumen::testing {

/// One city of a plan with its simulation, for tests that play a day, or a single process,
/// themselves.
struct Town {
    Simulation simulation;
    SerialExecutor executor;
    City city;

    explicit Town(Plan plan, std::uint32_t replicate = 1)
        : simulation(std::move(plan)),
          city(build_city(simulation, 0,
                          {seed, replicate, name_hash(simulation.plan().cities[0].name)},
                          executor)) {}
    Town(const Town&) = delete;
    Town& operator=(const Town&) = delete;

    std::int32_t first_day() const { return simulation.calendar().first_day(); }
    DayConditions on(std::int32_t day) const { return simulation.calendar().on(day); }
};

/// Gives everybody a place as of that day, whether or not anything tells them from others.
inline void give_everybody_a_place(City& city, const DayConditions& day) {
    for (Ward& ward : city.wards) {
        for (std::uint32_t n = 0; n < ward.adults; ++n) {
            const AdultId adult = adult_of_ward(ward, n);
            place_of(city, ward, day, adult);
        }
    }
}

}  // namespace tumen::testing
