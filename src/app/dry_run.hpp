#pragma once
#include "app/command.hpp"
#include "app/run_request.hpp"
#include "app/summary.hpp"

namespace tumen::app {

/// Plays one replicate into a file of its own, which is removed, and says what time and disk all of
/// them would take. Nothing is written to the places of the run.
ExitCode dry_run(const RunRequest& request, Format format, Terminal& terminal);

}  // namespace tumen::app
