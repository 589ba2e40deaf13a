#pragma once
#include <string>

#include "app/session/session.hpp"

namespace tumen::app {

/// tumen belief make --renew: where the fingerprint has grown and the model is what it was, draws
/// and weights hold. Plays a sample of the draws again, compares what the file keeps of them, and
/// writes the belief with the new fingerprint; ends the command where anything differs.
ExitCode renew_belief(const std::string& path, Session& session);

}  // namespace tumen::app
