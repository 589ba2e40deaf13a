#pragma once
#include <string>

#include "app/cli/terminal/json.hpp"
#include "experiment/results.hpp"
#include "measures/headlines/headlines.hpp"

namespace tumen::app {

/// Each headline over replicates, as JSON.
Json headlines_json(const std::string& scenario, const HeadlineTable& table);

/// The headlines that the scenario or the command line asks for, a line each.
void print_own(const Experiment& experiment, const HeadlineTable& table, Terminal& terminal);

}  // namespace tumen::app
