#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "study/design.hpp"
#include "study/results.hpp"

/// From the rows of a design to scenarios that can be played.
namespace tumen {

/// The scenario with more overrides ("fee_base=0.3") than it has; usually load_scenario().
using MakeScenario =
    std::function<Expected<Scenario, Diagnostics>(const std::vector<std::string>&)>;

/// One point a row, in the parameters' units. The dummy is kept among the values and changes
/// nothing. A row that the model cannot be played with (shares that sum to more than 1, say) is an
/// error that names it.
Expected<std::vector<Point>, Diagnostics> make_points(const Design& design, const DesignRows& rows,
                                                      const MakeScenario& make);

/// `base` with other values for parameters that it already has values for; unknown names (the
/// dummy) change nothing. What the values are for each other is not checked.
Scenario with_values(Scenario base, const std::vector<std::pair<std::string, double>>& values);

/// The factors whose range goes beyond the evidence.
std::vector<const Factor*> beyond_evidence(const Design& design);

}  // namespace tumen
