#include "calibration/calibration_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "calibration/calibrate.hpp"
#include "experiment/failure.hpp"

namespace tumen {

namespace {

using Patterns = std::vector<const Pattern*>;

bool is_ledger_scenario(std::string_view name) {
    const Patterns all = testable_patterns();
    return std::any_of(all.begin(), all.end(), [&](const Pattern* pattern) {
        return pattern->test.scenario == name || pattern->test.against == name;
    });
}

/// The name by which patterns know a scenario: its own, or the nearest that it extends.
Expected<std::string, Diagnostic> known_name(const Scenario& scenario) {
    if (is_ledger_scenario(scenario.name)) return scenario.name;
    for (const std::string& name : scenario.extends) {
        if (is_ledger_scenario(name)) return name;
    }
    return diagnostic(
        fmt::format("no pattern is about {} or a scenario that it extends", scenario.name), "",
        "`tumen check` lists the scenarios that patterns are about");
}

std::optional<Diagnostic> never_fitted(const Pattern& pattern) {
    const std::string id(pattern.id);
    if (pattern.role == PatternRole::held_out) {
        return diagnostic(id + " is held out", "",
                          "what is fitted to cannot show whether the fit holds elsewhere");
    }
    if (pattern.role == PatternRole::analogue) {
        return diagnostic(id + " was counted in a campaign elsewhere",
                          "it bounds a mechanism and says nothing of this border",
                          "fit to patterns of role calibrate");
    }
    return std::nullopt;
}

Expected<Patterns, Diagnostic> listed(const std::string& ids) {
    Patterns patterns;
    for (std::size_t from = 0; from <= ids.size();) {
        const std::size_t comma = std::min(ids.find(',', from), ids.size());
        const std::string id = ids.substr(from, comma - from);
        const Pattern* pattern = find_pattern(id);
        if (pattern == nullptr || pattern->test.expectation == Expectation::none) {
            return diagnostic("--patterns " + printable(ids, 80), "",
                              "there is no pattern " + printable(id, 80) +
                                  " with a test; `tumen evidence list` has all");
        }
        if (const auto refused = never_fitted(*pattern)) return *refused;
        if (std::find(patterns.begin(), patterns.end(), pattern) == patterns.end())
            patterns.push_back(pattern);
        from = comma + 1;
    }
    return patterns;
}

bool same_cities(const Plan& one, const Plan& other) {
    return std::equal(
        one.cities.begin(), one.cities.end(), other.cities.begin(), other.cities.end(),
        [](const CityPlan& mine, const CityPlan& theirs) { return mine.name == theirs.name; });
}

/// The scenario, and how patterns and the user name it.
struct Subject {
    const Scenario& scenario;
    std::string name;  // by which patterns know it
    const std::string& which;
    const LoadScenario& load;
};

Patterns patterns_of_role(PatternRole role, const Subject& subject) {
    const bool own = subject.which != "city" && subject.which != "all";
    Patterns patterns;
    for (const Pattern* pattern : testable_patterns()) {
        if (pattern->role != role || (own && pattern->test.scenario != subject.name)) continue;
        if (subject.which == "city" &&
            !same_cities(subject.load(std::string(pattern->test.scenario)).plan,
                         subject.scenario.plan)) {
            continue;
        }
        patterns.push_back(pattern);
    }
    return patterns;
}

/// Patterns that compare a scenario of the user's own with another are left out, since the other
/// lacks what the user changed.
void leave_out_comparisons(Patterns& patterns, const std::string& name) {
    std::erase_if(patterns, [&](const Pattern* pattern) {
        return pattern->test.scenario != name || compares_with_another(*pattern);
    });
}

/// Those to fit to and those held out that are asked for.
Expected<CalibrationChoice, Diagnostic> chosen_patterns(const Subject& subject) {
    const std::string& which = subject.which;
    CalibrationChoice choice;
    if (which == "own" || which == "city" || which == "all") {
        choice.fitted = patterns_of_role(PatternRole::calibrate, subject);
    } else {
        auto fitted = listed(which);
        if (!fitted) return fitted.error();
        choice.fitted = *std::move(fitted);
    }
    choice.held_out = patterns_of_role(PatternRole::held_out, subject);
    if (subject.scenario.name != subject.name) {
        leave_out_comparisons(choice.fitted, subject.name);
        leave_out_comparisons(choice.held_out, subject.name);
    }
    if (!choice.fitted.empty()) return choice;
    return diagnostic(fmt::format("no pattern to fit to is about {}", subject.scenario.name), "",
                      "--patterns city or --patterns all takes those of other scenarios");
}

/// The choice with the points that its patterns read. `scenario` is known as `name`.
Expected<CalibrationChoice, Diagnostic> with_points(CalibrationChoice choice,
                                                    const std::string& name, Scenario scenario,
                                                    const LoadScenario& load) {
    Patterns needed = choice.fitted;
    needed.insert(needed.end(), choice.held_out.begin(), choice.held_out.end());
    std::vector<MeasuredRun> runs = runs_needed(measurements_of(needed));
    std::erase_if(runs, [&](const MeasuredRun& run) { return name_of(run) == name; });
    auto others = scenarios_of(
        runs, [&](const std::string& asked) { return asked == name ? scenario : load(asked); });
    if (!others) return others.error();
    choice.points.push_back({name, std::move(scenario), {}});
    for (auto& [run, other] : *others)
        choice.points.push_back({run, std::move(other), {}});
    std::vector<std::string> names;
    names.reserve(choice.points.size());
    for (const Point& point : choice.points)
        names.push_back(point.name);
    Patterns shown = others_shown(names, choice.fitted);
    if (choice.own) shown.insert(shown.begin(), choice.held_out.begin(), choice.held_out.end());
    choice.held_out = std::move(shown);
    return choice;
}

}  // namespace

Expected<CalibrationChoice, Diagnostic> choose_calibration(Scenario scenario,
                                                           const std::string& patterns,
                                                           const LoadScenario& load) {
    const auto name = known_name(scenario);
    if (!name) return name.error();
    auto choice = chosen_patterns({scenario, *name, patterns, load});
    if (!choice) return choice;
    return with_points(*std::move(choice), *name, std::move(scenario), load);
}

Expected<CalibrationChoice, Diagnostic> choose_own_calibration(
    Scenario scenario, std::shared_ptr<const OwnPatterns> own, const LoadScenario& load) {
    CalibrationChoice choice;
    for (const Pattern& pattern : own->patterns()) {
        if (pattern.role == PatternRole::calibrate) choice.fitted.push_back(&pattern);
        if (pattern.role == PatternRole::held_out) choice.held_out.push_back(&pattern);
    }
    if (choice.fitted.empty()) {
        return diagnostic("no pattern of the file is to be fitted to", "",
                          "role = \"calibrate\", or none, makes a pattern one of these");
    }
    choice.own = std::move(own);
    const std::string name = scenario.name;
    return with_points(std::move(choice), name, std::move(scenario), load);
}

std::optional<Diagnostic> leave_out_voice(CalibrationChoice& choice, std::string_view voice) {
    const auto left_out = std::stable_partition(
        choice.fitted.begin(), choice.fitted.end(),
        [&](const Pattern* pattern) { return pattern->independence != voice; });
    const std::string whose = printable(voice, 60);
    if (left_out == choice.fitted.end()) {
        return diagnostic("nothing that is fitted was reported by \"" + whose + "\" alone", "",
                          "leave out --without-voice");
    }
    if (left_out == choice.fitted.begin()) {
        return diagnostic("without " + whose + " there is nothing to fit to", "",
                          "--patterns city or all fits to more; --all weighs every value by what "
                          "all others reported");
    }
    choice.held_out.insert(choice.held_out.end(), left_out, choice.fitted.end());
    choice.fitted.erase(left_out, choice.fitted.end());
    return std::nullopt;
}

}  // namespace tumen
