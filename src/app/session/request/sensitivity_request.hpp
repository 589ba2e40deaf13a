#pragma once
#include <functional>

#include "app/session/request/run_request.hpp"
#include "sensitivity/what_matters.hpp"

namespace tumen::app {

/// What to vary where nobody says: at most so many.
using ChooseFactors = std::function<ChosenFactors(const Scenario& scenario, std::size_t most)>;

/// The design that `tumen sensitivity` asks for, and its points.
RunRequest sensitivity_request(const Arguments& arguments, Terminal& terminal,
                               const ChooseFactors& choose);

}  // namespace tumen::app
