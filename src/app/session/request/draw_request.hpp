#pragma once
#include "app/session/request/run_request.hpp"

namespace tumen::app {

/// Each replicate gets values and rules of its own, the same for all scenarios but for what they
/// name: draws of what --values or --from says, else of the belief, or of the prior where no belief
/// holds. What contradicts itself or cannot be played ends the command. Nothing changes with
/// --luck-only.
void take_draws(RunRequest& request, const Arguments& arguments);

}  // namespace tumen::app
