#pragma once
#include <string>
#include <vector>

#include "app/cli/terminal/json.hpp"
#include "measures/unknowns/unknowns.hpp"
#include "patterns/check.hpp"
#include "patterns/conclusions.hpp"

/// What `tumen check` says, as text and as JSON.
namespace tumen::app {

/// What one choice of rules came to.
struct CheckedSetting {
    std::string name;
    std::vector<PatternResult> patterns;
    std::vector<ConclusionResult> conclusions;  // by place in Checked::conclusions
};

struct Checked {
    std::string scenario;  // as asked for: a name, or "all"
    std::uint64_t seed = 1;
    std::size_t replicates = 0;
    std::vector<CheckedSetting> settings;
    std::vector<const Conclusion*> conclusions;
};

void print_patterns(const Checked& checked, Terminal& terminal);
void print_rivals(const Checked& checked, Terminal& terminal);
Json check_json(const Checked& checked);

void print_unknowns(const std::vector<UnknownResult>& results, Terminal& terminal);
Json unknowns_json(const std::vector<UnknownResult>& results);

}  // namespace tumen::app
