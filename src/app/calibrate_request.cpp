#include "app/calibrate_request.hpp"

#include <algorithm>

#include "app/scenario_argument.hpp"
#include "app/stop.hpp"
#include "study/calibrate.hpp"
#include "study/pattern_book.hpp"

namespace tumen::app {

namespace {

constexpr std::string_view usual_patterns = "own";
constexpr std::size_t usual_parameters = 6;
constexpr std::uint32_t shown_replicates = 64;  // with draws from the posterior, for the report
constexpr std::uint64_t most_particles = 100'000;

/// Patterns to fit to, and the scenarios they need, by the names that patterns know.
struct Chosen {
    std::vector<const Pattern*> fitted;
    std::vector<const Pattern*> held_out;
    std::vector<Point> points;  // the one asked for first
};

bool is_ledger_scenario(std::string_view name) {
    const auto all = testable_patterns();
    return std::any_of(all.begin(), all.end(), [&](const Pattern* pattern) {
        return pattern->test.scenario == name || pattern->test.against == name;
    });
}

/// The name by which patterns know a scenario: its own, or the nearest that it extends.
std::string known_name(const Scenario& scenario) {
    if (is_ledger_scenario(scenario.name)) return scenario.name;
    for (const std::string& name : scenario.extends) {
        if (is_ledger_scenario(name)) return name;
    }
    usage_error(fmt::format("no pattern is about {} or a scenario that it extends", scenario.name),
                "`tumen check` lists the scenarios that patterns are about");
}

std::vector<const Pattern*> listed(const std::string& ids) {
    std::vector<const Pattern*> patterns;
    for (std::size_t from = 0; from <= ids.size();) {
        const std::size_t comma = std::min(ids.find(',', from), ids.size());
        const std::string id = ids.substr(from, comma - from);
        const Pattern* pattern = find_pattern(id);
        if (pattern == nullptr || pattern->test.expectation == Expectation::none) {
            usage_error("--patterns " + shell_quoted(ids),
                        "there is no pattern " + shell_quoted(id) +
                            " with a test; `tumen evidence list` has all");
        }
        if (pattern->role == PatternRole::held_out) {
            usage_error(id + " is held out",
                        "what is fitted to cannot show whether the fit holds elsewhere");
        }
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

/// Those about SCENARIO, about all scenarios of its cities, all, or a list.
std::vector<const Pattern*> patterns_of_role(PatternRole role, const std::string& name,
                                             const Scenario& scenario, const Arguments& arguments) {
    const std::string which = arguments.text_or("--patterns", usual_patterns);
    const bool own = which != "city" && which != "all";
    std::vector<const Pattern*> patterns;
    for (const Pattern* pattern : testable_patterns()) {
        if (pattern->role != role || (own && pattern->test.scenario != name)) continue;
        if (which == "city") {
            const std::string other(pattern->test.scenario);
            if (!same_cities(scenario_of(other, arguments).plan, scenario.plan)) continue;
        }
        patterns.push_back(pattern);
    }
    return patterns;
}

/// A scenario of the user's own stands in for one of the ledger's; patterns that compare it with
/// another are left out, since the other lacks what the user changed.
void leave_out_comparisons(std::vector<const Pattern*>& patterns, const std::string& name) {
    std::erase_if(patterns, [&](const Pattern* pattern) {
        return pattern->test.scenario != name || !pattern->test.against.empty();
    });
}

Chosen choose(const Arguments& arguments) {
    Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    const std::string name = known_name(scenario);
    const std::string which = arguments.text_or("--patterns", usual_patterns);
    const bool by_id = which != "own" && which != "city" && which != "all";
    Chosen chosen;
    chosen.fitted =
        by_id ? listed(which) : patterns_of_role(PatternRole::calibrate, name, scenario, arguments);
    chosen.held_out = patterns_of_role(PatternRole::held_out, name, scenario, arguments);
    if (scenario.name != name) {
        leave_out_comparisons(chosen.fitted, name);
        leave_out_comparisons(chosen.held_out, name);
    }
    if (chosen.fitted.empty()) {
        usage_error(fmt::format("no pattern to fit to is about {}", scenario.name),
                    "--patterns city or --patterns all takes those of other scenarios");
    }
    chosen.points.push_back({name, std::move(scenario), {}});
    std::vector<const Pattern*> needed = chosen.fitted;
    needed.insert(needed.end(), chosen.held_out.begin(), chosen.held_out.end());
    std::vector<std::string> names = {name};
    for (const Measurement& one : measurements_of(needed)) {
        for (const std::string& other : {std::string(one.scenario), std::string(one.against)}) {
            if (other.empty() || std::find(names.begin(), names.end(), other) != names.end())
                continue;
            names.push_back(other);
            chosen.points.push_back({other, scenario_of(other, arguments), {}});
        }
    }
    chosen.held_out = others_shown(names, chosen.fitted);
    return chosen;
}

std::vector<Factor> priors_asked(const Chosen& chosen, const Arguments& arguments) {
    std::vector<Factor> priors;
    for (const std::string& text : arguments.list("--vary")) {
        Factor prior = value_or_stop(read_prior(text), ExitCode::usage);
        for (const Factor& other : priors) {
            if (other.name == prior.name) usage_error(prior.name + " is varied twice");
        }
        if (prior.evidence == Evidence::beyond && !arguments.has("--beyond-evidence")) {
            usage_error("--vary " + shell_quoted(text) + " goes beyond the evidence",
                        "--beyond-evidence allows it; the report marks it");
        }
        if (!(prior.high > prior.low))
            usage_error("--vary " + shell_quoted(text) + " leaves one value only");
        priors.push_back(std::move(prior));
    }
    if (priors.empty()) priors = widest_priors(chosen.fitted, usual_parameters);
    if (priors.empty()) usage_error("the patterns name no parameters", "name some with --vary");
    return priors;
}

/// A value of --set that the calibration would replace is a contradiction.
void refuse_set(const std::vector<Factor>& priors, const Arguments& arguments) {
    for (const std::string& set : arguments.list("--set")) {
        for (const Factor& prior : priors) {
            if (set.substr(0, set.find('=')) != prior.name) continue;
            usage_error(prior.name + " is both set and varied", "give one of --set and --vary");
        }
    }
}

}  // namespace

RunRequest calibrate_request(const Arguments& arguments) {
    const auto replicates =
        static_cast<std::uint32_t>(arguments.whole_or("--replicates", 2, 1, 1000));
    Chosen chosen = choose(arguments);
    CalibrationAsked asked;
    asked.fitted = chosen.fitted;
    asked.held_out = chosen.held_out;
    asked.priors = priors_asked(chosen, arguments);
    refuse_set(asked.priors, arguments);
    asked.particles =
        static_cast<std::uint32_t>(arguments.whole_or("--particles", 200, 10, most_particles));
    asked.generations = static_cast<std::uint32_t>(arguments.whole_or("--generations", 5, 1, 100));
    asked.predictive =
        static_cast<std::uint32_t>(arguments.whole_or("--predictive", 200, 1, most_particles));
    asked.replicates = replicates;
    RunRequest request = request_named("calibrate-" + chosen.points.front().scenario.name,
                                       ExperimentKind::calibrate, arguments, shown_replicates);
    Experiment& experiment = request.experiment;
    experiment.replicates.resize(shown_replicates);
    for (std::uint32_t i = 0; i < shown_replicates; ++i)
        experiment.replicates[i] = i + 1;
    experiment.points = std::move(chosen.points);
    experiment.design = calibration_design(asked);
    request.time_limit = time_limit_asked(arguments);
    return request;
}

}  // namespace tumen::app
