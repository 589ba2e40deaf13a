#pragma once
#include "app/cli/terminal.hpp"
#include "app/session/run_request.hpp"

/// Playing into a results file, which is opened, written and closed.
namespace tumen::app {

/// What was played, and where it lies: beside the results asked for while it may not replace what
/// is there.
struct Played : Summary {
    std::string where;
};

/// Plays what the file lacks of the request.
Played play_stored(const RunRequest& request, Terminal& terminal);

/// Plays batch after batch until the request's rule is satisfied or there are as many replicates as
/// allowed, and says why it stopped, on the terminal and in the file. The file is that of a plain
/// run with so many replicates.
Played play_until(const RunRequest& request, Terminal& terminal);

}  // namespace tumen::app
