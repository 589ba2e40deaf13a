#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "design/design.hpp"
#include "experiment/results.hpp"

/// From the rows of a design to scenarios that can be played.
namespace tumen {

/// The scenario with more overrides ("fee_base=0.3") than it has; usually load_scenario().
using MakeScenario =
    std::function<Expected<Scenario, Diagnostics>(const std::vector<std::string>&)>;

/// One point a row, in the parameters' units. The dummy is kept among the values and changes
/// nothing. A row that the model cannot be played with (shares that sum to more than 1, say) is an
/// error that names it.
Expected<Points, Diagnostics> make_points(const Design& design, const DesignRows& rows,
                                          const MakeScenario& make);

/// The factors whose range goes beyond the evidence.
std::vector<const Factor*> beyond_evidence(const Design& design);

}  // namespace tumen
