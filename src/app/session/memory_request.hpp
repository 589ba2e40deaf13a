#pragma once
#include <cstddef>

#include "app/cli/command.hpp"
#include "app/cli/terminal.hpp"
#include "app/session/run_request.hpp"

namespace tumen::app {

/// As many of the threads asked for as fit into --memory, or into most of what the machine has
/// where nobody says; fewer are said. Ends the command where not even one fits into --memory.
std::size_t threads_in_memory(const RunRequest& request, const Arguments& arguments,
                              Terminal& terminal);

}  // namespace tumen::app
