#pragma once
#include "app/cli/terminal/terminal.hpp"
#include "belief/belief.hpp"

namespace tumen::app {

/// Whether it is one, how many draws it is worth, rules before and after, patterns that got worse.
void print_belief(const Belief& belief, Terminal& terminal);

}  // namespace tumen::app
