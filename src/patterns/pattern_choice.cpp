#include "patterns/pattern_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "experiment/failure.hpp"

namespace tumen {

namespace {

std::vector<const Pattern*> patterns_about(std::string_view name) {
    std::vector<const Pattern*> patterns = testable_patterns();
    std::erase_if(patterns, [&](const Pattern* pattern) { return pattern->test.scenario != name; });
    return patterns;
}

std::vector<const Conclusion*> conclusions_about(std::string_view name) {
    std::vector<const Conclusion*> chosen;
    for (const Conclusion& conclusion : conclusions()) {
        if (name == "all" || conclusion.scenario == name) chosen.push_back(&conclusion);
    }
    return chosen;
}

}  // namespace

Answer is_checked(std::string_view name) {
    return name == "all" || !patterns_about(name).empty() ? Answer::yes : Answer::no;
}

CheckChoice choose_check(const std::string& name, Rivals rivals, const LoadScenario& load) {
    CheckChoice choice;
    choice.name = name;
    choice.patterns = name == "all" ? testable_patterns() : patterns_about(name);
    if (rivals == Rivals::played) choice.conclusions = conclusions_about(name);
    std::vector<Measurement> needed = measurements_of(choice.patterns);
    for (const Conclusion* one : choice.conclusions)
        needed.push_back({one->scenario, one->against, one->statistic});
    for (const std::string& scenario : scenarios_needed(needed))
        choice.scenarios.emplace_back(scenario, load(scenario));
    return choice;
}

Expected<CheckChoice, Diagnostic> choose_own_check(Scenario scenario) {
    std::vector<std::string> names = scenario.extends;
    names.insert(names.begin(), scenario.name);
    for (const std::string& name : names) {
        std::vector<const Pattern*> patterns = patterns_about(name);
        const std::size_t left_out = std::erase_if(
            patterns, [](const Pattern* pattern) { return !pattern->test.against.empty(); });
        if (patterns.empty()) continue;
        CheckChoice choice{scenario.name, std::move(patterns), {}, {}, left_out};
        choice.scenarios.emplace_back(name, std::move(scenario));
        return choice;
    }
    return diagnostic(
        fmt::format("no pattern is about {} or a scenario that it extends", scenario.name), "",
        "`tumen check all` checks every pattern");
}

}  // namespace tumen
