#pragma once
#include "app/session/request/run_request.hpp"
#include "belief/belief.hpp"

namespace tumen::app {

/// Each replicate gets values and rules of its own, the same for all scenarios but for what they
/// name: draws of what --values or --from says, else of the belief, or of the prior where no belief
/// holds. What contradicts itself or cannot be played ends the command. Nothing changes with
/// --luck-only.
void take_draws(RunRequest& request, const Arguments& arguments);

/// The belief that ships, or what would be believed without the voice that --without-voice leaves
/// out.
Belief belief_asked(const Arguments& arguments);

}  // namespace tumen::app
