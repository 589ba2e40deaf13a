#pragma once
#include <nlohmann/json.hpp>

#include "sensitivity/sensitivity.hpp"

namespace tumen {

/// What an analysis of sensitivity found, for the page and for `tumen sensitivity --json`: numbers
/// to six digits, null for what is not there.
nlohmann::ordered_json sensitivity_json(const Sensitivity& sensitivity,
                                        const Experiment& experiment);

}  // namespace tumen
