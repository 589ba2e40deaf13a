#pragma once
#include <string>

#include "app/session/session.hpp"

namespace tumen::app {

/// Plays draws of the prior, weighs them by the patterns and keeps the outcome in `usual_path`
/// where --out names none: what `tumen belief make` does, and `tumen calibrate --all`.
ExitCode make_belief(Session& session, const std::string& usual_path);

}  // namespace tumen::app
