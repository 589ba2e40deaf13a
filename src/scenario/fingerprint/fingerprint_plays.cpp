#include <array>
#include <string_view>

#include "scenario/assembly/read_scenario.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "scenario/text/files.hpp"

namespace tumen {

namespace {

/// The smallest, which meets most, first; under each rival rule the last.
constexpr std::array<std::string_view, 5> plays = {"small", "seldom", "bounds", "everything",
                                                   "plenty"};

/// `base` under every rival choice, one at a time.
void add_rivals(const Scenario& base, std::vector<Scenario>& all) {
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const auto& choices = rule_rows()[rule].choices;
        for (std::size_t choice = 1; choice < choices.size() && !choices[choice].empty();
             ++choice) {
            all.push_back(base);
            set_rule(all.back().plan.rules, rule, choice);
        }
    }
}

}  // namespace

Expected<std::vector<Scenario>, Diagnostics> fingerprint_scenarios(const ScenarioFiles& files) {
    std::vector<Scenario> all;
    for (const std::string_view play : plays) {
        const auto text = files.read(play, Place::folder);
        if (!text) return Diagnostics{text.error()};
        ReadOptions options;
        options.beyond_evidence = BeyondEvidence::listed;
        const auto scenario = read_scenario(*text, files, options);
        if (!scenario) return scenario.error();
        all.push_back(*scenario);
    }
    add_rivals(Scenario(all.back()), all);
    return all;
}

}  // namespace tumen
