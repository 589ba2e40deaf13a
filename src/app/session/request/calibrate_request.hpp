#pragma once
#include "app/session/request/run_request.hpp"

namespace tumen::app {

/// What `tumen calibrate` asks for: the scenarios that patterns need as points, and the rest as a
/// design. What contradicts itself ends the command.
RunRequest calibrate_request(const Arguments& arguments);

}  // namespace tumen::app
