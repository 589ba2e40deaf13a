#pragma once
#include <utility>

#include "support/still.hpp"

namespace tumen::testing {

/// The first city of a plan and what holds on its first day; tests change the conditions.
struct Day {
    Town town;
    DayConditions conditions;
    explicit Day(Plan plan) : town(std::move(plan)), conditions(town.on(0)) {}
    Today now() const { return today_in(town.city, conditions); }
};

}  // namespace tumen::testing
