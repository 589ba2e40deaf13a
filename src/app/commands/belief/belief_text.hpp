#pragma once
#include "app/cli/terminal/terminal.hpp"
#include "app/session/session.hpp"
#include "belief/belief.hpp"

namespace tumen::app {

/// Whether it is one, how many draws it is worth, rules before and after, patterns that got worse.
void print_belief(const Belief& belief, Terminal& terminal);

/// Makes a belief into `path` where --out names none; what `tumen belief make` does, and
/// `tumen calibrate --all`.
ExitCode make_belief(Session& session, const std::string& path);

}  // namespace tumen::app
