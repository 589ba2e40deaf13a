#pragma once
#include "app/session/run_request.hpp"

namespace tumen::app {

/// With --from FILE: the parameters of each replicate become a draw from the posterior of that
/// calibration, the same for all scenarios. What cannot be drawn or played ends the command.
/// Nothing changes without --from.
void draw_parameters(RunRequest& request, const Arguments& arguments);

}  // namespace tumen::app
