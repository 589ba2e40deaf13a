#include "patterns/pattern_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "experiment/failure.hpp"
#include "scenario/assembly/settings.hpp"

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

std::vector<MeasuredRun> runs_of(const CheckChoice& choice) {
    std::vector<Measurement> needed = measurements_of(choice.patterns);
    for (const Conclusion* one : choice.conclusions)
        needed.push_back(measurement_of(*one));
    return runs_needed(needed);
}

/// The choice with all that its patterns and conclusions read.
Expected<CheckChoice, Diagnostic> with_scenarios(CheckChoice choice) {
    auto scenarios = scenarios_of(runs_of(choice), choice.load);
    if (!scenarios) return scenarios.error();
    choice.scenarios = *std::move(scenarios);
    return choice;
}

/// Whether `--switch-off name` is about the pattern.
bool is_switched_off_by(const Pattern& pattern, std::string_view name) {
    if (pattern.switch_off.empty()) return false;
    if (name == "all" || pattern.id == name) return true;
    return std::any_of(pattern.switch_off.begin(), pattern.switch_off.end(),
                       [&](std::string_view setting) {
                           const std::string_view set = name_of_setting(setting);
                           return set == name || set == "rules." + std::string(name);
                       });
}

}  // namespace

Expected<std::vector<NamedScenario>, Diagnostic> scenarios_of(const std::vector<MeasuredRun>& runs,
                                                              const LoadScenario& load) {
    std::map<std::string, Scenario, std::less<>> loaded;
    std::vector<NamedScenario> scenarios;
    for (const MeasuredRun& run : runs) {
        const std::string name(run.scenario);
        auto found = loaded.find(name);
        if (found == loaded.end()) found = loaded.emplace(name, load(name)).first;
        auto scenario = with_settings(found->second, run.settings);
        if (!scenario) {
            Diagnostic first = scenario.error().front();
            first.problem = name_of(run) + ": " + first.problem;
            return first;
        }
        scenarios.emplace_back(name_of(run), *std::move(scenario));
    }
    return scenarios;
}

bool compares_with_another(const Pattern& pattern) {
    const Measurement measurement = measurement_of(pattern);
    const bool another = std::any_of(
        measurement.against.begin(), measurement.against.end(),
        [&](const MeasuredRun& run) { return run.scenario != measurement.run.scenario; });
    return another;
}

bool is_checked(std::string_view name) {
    return name == "all" || !patterns_about(name).empty();
}

Expected<CheckChoice, Diagnostic> choose_check(const std::string& name, Rivals rivals,
                                               const LoadScenario& load) {
    CheckChoice choice;
    choice.name = name;
    choice.patterns = name == "all" ? testable_patterns() : patterns_about(name);
    if (rivals == Rivals::played) choice.conclusions = conclusions_about(name);
    choice.load = load;
    return with_scenarios(std::move(choice));
}

Expected<CheckChoice, Diagnostic> choose_own_check(Scenario scenario) {
    std::vector<std::string> names = scenario.extends;
    names.insert(names.begin(), scenario.name);
    for (const std::string& name : names) {
        CheckChoice choice;
        choice.name = scenario.name;
        choice.patterns = patterns_about(name);
        choice.left_out = std::erase_if(choice.patterns, [](const Pattern* pattern) {
            return compares_with_another(*pattern);
        });
        if (choice.patterns.empty()) continue;
        choice.load = [scenario](const std::string&) { return scenario; };
        return with_scenarios(std::move(choice));
    }
    return diagnostic(
        fmt::format("no pattern is about {} or a scenario that it extends", scenario.name), "",
        "`tumen check all` checks every pattern, --patterns FILE patterns of your own");
}

Expected<CheckChoice, Diagnostic> choose_file_check(std::shared_ptr<const OwnPatterns> own,
                                                    std::optional<Scenario> scenario,
                                                    const LoadScenario& load) {
    CheckChoice choice;
    choice.name = scenario ? scenario->name : "all";
    for (const Pattern& pattern : own->patterns())
        choice.patterns.push_back(&pattern);
    choice.own = std::move(own);
    choice.load = [scenario = std::move(scenario), load](const std::string& name) {
        return scenario && scenario->name == name ? *scenario : load(name);
    };
    return with_scenarios(std::move(choice));
}

Expected<CheckChoice, Diagnostic> choose_switched_off(CheckChoice asked, const std::string& name) {
    std::erase_if(asked.patterns,
                  [&](const Pattern* pattern) { return !is_switched_off_by(*pattern, name); });
    if (asked.patterns.empty()) {
        return diagnostic("no pattern here says how " + name + " is switched off", "",
                          "give the id of a pattern with switch_off, a parameter that one sets, or "
                          "all; `tumen evidence show ID` has it");
    }
    std::vector<Measurement> needed = measurements_of(asked.patterns);
    for (const Pattern* pattern : asked.patterns)
        needed.push_back(switched_off(*pattern));
    auto scenarios = scenarios_of(runs_needed(needed), asked.load);
    if (!scenarios) return scenarios.error();
    asked.scenarios = *std::move(scenarios);
    asked.conclusions.clear();
    return asked;
}

}  // namespace tumen
