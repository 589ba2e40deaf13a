#pragma once
#include <atomic>

#include "experiment/ensemble/ensemble.hpp"

namespace tumen::app {

/// The request that Ctrl-C, SIGTERM, SIGUSR1 (which schedulers send before a time limit) and the
/// end of stop_after() set; the first call installs the handlers. A second Ctrl-C or SIGTERM ends
/// the process at once, with the exit code for being interrupted.
const std::atomic<StopRequest>& stop_on_signals();

/// Asks to stop after so many seconds of the clock on the wall.
void stop_after(double seconds);

}  // namespace tumen::app
