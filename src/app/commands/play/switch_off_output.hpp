#pragma once
#include <vector>

#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/terminal.hpp"
#include "patterns/patterns.hpp"

/// What `tumen check --switch-off` says: whether a claim's test needs the mechanism it is about.
namespace tumen::app {

struct SwitchedOff {
    PatternResult with;     // the mechanism as it is
    PatternResult without;  // switched off
};

void print_switched_off(const std::vector<SwitchedOff>& rows, std::size_t replicates,
                        Terminal& terminal);
Json switched_off_json(const std::vector<SwitchedOff>& rows);

}  // namespace tumen::app
