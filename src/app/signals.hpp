#pragma once
#include <atomic>

#include "study/ensemble.hpp"

namespace tumen::app {

/// From now on SIGINT and SIGTERM only ask to stop, by setting the flag returned; a second one ends
/// the process at once. What is stored stays stored either way.
const std::atomic<StopRequest>& stop_on_signals();

}  // namespace tumen::app
