#pragma once
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/terminal.hpp"

namespace tumen::app {

/// Every kind of result with its fields: where each face has it, names, types, units, words.
Json results_json();
void print_results(Terminal& terminal);

}  // namespace tumen::app
