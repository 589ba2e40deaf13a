#pragma once
#include "app/session/request/run_request.hpp"

namespace tumen::app {

/// The design that `tumen sensitivity` asks for, and its points.
RunRequest sensitivity_request(const Arguments& arguments, Terminal& terminal);

}  // namespace tumen::app
