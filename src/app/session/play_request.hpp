#pragma once
#include "app/cli/terminal.hpp"
#include "app/session/run_request.hpp"
#include "app/session/summary.hpp"
#include "store/reader.hpp"

/// What all commands share that play into a results file: storing, resuming, being interrupted, the
/// report.
namespace tumen::app {

/// Prints what stored results came to.
using PrintResults = void (*)(ResultReader&, const Places&, Format, Terminal&);

/// Plays what is missing, or says that it was done before, and prints the results; with --dry-run
/// says what it would take.
ExitCode play_request(const RunRequest& request, const Arguments& arguments, Terminal& terminal,
                      PrintResults print);

}  // namespace tumen::app
