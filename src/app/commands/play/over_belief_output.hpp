#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/terminal.hpp"
#include "belief/statements/judged_study.hpp"

/// What `tumen check --rivals --belief` says, as text and as JSON.
namespace tumen::app {

struct CheckedOverBelief {
    std::string scenario;  // as asked for: a name, or "all"
    std::uint64_t seed = 1;
    const JudgedStudy& study;
    std::vector<JudgedConclusion> conclusions;
};

void print_over_belief(const CheckedOverBelief& checked, Terminal& terminal);
Json over_belief_json(const CheckedOverBelief& checked);

}  // namespace tumen::app
