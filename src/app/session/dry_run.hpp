#pragma once
#include "app/cli/command.hpp"
#include "app/session/run_request.hpp"
#include "app/session/summary.hpp"

namespace tumen::app {

/// Plays one replicate, stores it in files of its own, which are removed, and says what time and
/// disk all of them would take. Nothing is written to the places of the run.
ExitCode dry_run(const RunRequest& request, Format format, Terminal& terminal);

}  // namespace tumen::app
