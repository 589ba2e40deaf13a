#include "app/session/request/calibrate_request.hpp"

#include "app/cli/command/stop.hpp"
#include "app/session/request/pattern_argument.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "calibration/calibrate.hpp"
#include "calibration/calibration_choice.hpp"
#include "calibration/prior_choice.hpp"
#include "patterns/pattern_choice.hpp"
#include "sweep/factor_choice.hpp"

namespace tumen::app {

namespace {

constexpr std::uint32_t shown_replicates = 64;  // with draws from the posterior, for the report
constexpr std::uint64_t most_particles = 100'000;

CalibrationChoice choice_of(const Arguments& arguments) {
    const auto load = [&](const std::string& name) { return scenario_of(name, arguments); };
    Scenario scenario = load(arguments.text_or("SCENARIO", ""));
    const std::string which = arguments.text_or("--patterns", "own");
    if (!which.ends_with(".toml"))
        return value_or_stop(choose_calibration(std::move(scenario), which, load), ExitCode::usage);
    auto own = own_patterns_of(which, scenario.name);
    return value_or_stop(choose_own_calibration(std::move(scenario), std::move(own), load),
                         ExitCode::usage);
}

std::vector<Factor> priors_of(const CalibrationChoice& choice, const Arguments& arguments) {
    const ReadOptions read = read_options(arguments);
    const VaryRules rules{read.beyond_evidence, read.overrides};
    return value_or_stop(choose_priors(arguments.list("--vary"), rules, choice.fitted),
                         ExitCode::usage);
}

}  // namespace

RunRequest calibrate_request(const Arguments& arguments) {
    const auto replicates =
        static_cast<std::uint32_t>(arguments.whole_or("--replicates", 2, 1, 1000));
    CalibrationChoice choice = choice_of(arguments);
    if (const auto voice = arguments.text("--without-voice")) {
        if (const auto problem = leave_out_voice(choice, *voice)) stop(ExitCode::usage, *problem);
    }
    CalibrationAsked asked;
    asked.fitted = choice.fitted;
    asked.held_out = choice.held_out;
    asked.priors = priors_of(choice, arguments);
    asked.particles =
        static_cast<std::uint32_t>(arguments.whole_or("--particles", 200, 10, most_particles));
    asked.generations = static_cast<std::uint32_t>(arguments.whole_or("--generations", 5, 1, 100));
    asked.predictive =
        static_cast<std::uint32_t>(arguments.whole_or("--predictive", 200, 1, most_particles));
    asked.replicates = replicates;
    asked.own = choice.own;
    RunRequest request = request_named("calibrate-" + choice.points.front().scenario.name,
                                       ExperimentKind::calibrate, arguments, shown_replicates);
    Experiment& experiment = request.experiment;
    experiment.replicates.resize(shown_replicates);
    for (std::uint32_t i = 0; i < shown_replicates; ++i)
        experiment.replicates[i] = i + 1;
    experiment.points = std::move(choice.points);
    experiment.design = calibration_design(asked);
    return request;
}

}  // namespace tumen::app
