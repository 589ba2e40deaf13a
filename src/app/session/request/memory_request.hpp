#pragma once
#include <cstddef>

#include "app/cli/command/arguments.hpp"
#include "app/cli/terminal/terminal.hpp"
#include "app/session/request/run_request.hpp"

namespace tumen::app {

/// As many of the threads as fit into --memory, or into most of what the machine has where nobody
/// says; one at least.
std::size_t threads_in_memory(const Experiment& experiment, std::size_t threads,
                              const Arguments& arguments);

/// Says where these are fewer than were asked for. Ends the command where not even one fits into
/// --memory.
void tell_memory(const RunRequest& request, const Arguments& arguments, Terminal& terminal);

}  // namespace tumen::app
