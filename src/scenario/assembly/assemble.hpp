#pragma once
#include "scenario/assembly/ranges.hpp"
#include "scenario/draft/draft.hpp"

/// From what files and flags said to a scenario: its steps, in their order.
namespace tumen {

/// Finds the cities and ward groups that entries name, and refuses what is not there.
void find_scopes(Draft& draft, Problems& problems);

/// Puts in the place of an entry of the calendar those that it stands for: one a year, one a step
/// of a ramp, one a row of a table.
void expand_events(Draft& draft, Problems& problems);

/// Puts the scenario together and checks it; worth nothing where `problems` has any.
Scenario assemble(const Draft& draft, Problems& problems);

/// The calendar of a scenario whose values, times and places are set.
void set_calendar(const Draft& draft, Scenario& scenario, Ranges& ranges, Problems& problems);

/// What the rules of the model ask of several values together: shares that sum, bounds that agree;
/// also where what may have happened did not.
void check_together(const Draft& draft, const Scenario& scenario, Problems& problems);

}  // namespace tumen
