#pragma once
#include "app/cli/command/command.hpp"
#include "app/session/output/summary.hpp"
#include "app/session/request/run_request.hpp"

namespace tumen::app {

/// Plays one replicate, stores it in files of its own, which are removed, and says what time and
/// disk all of them would take. Nothing is written to the places of the run.
ExitCode dry_run(const RunRequest& request, Format format, Terminal& terminal);

}  // namespace tumen::app
