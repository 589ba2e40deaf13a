#include "app/from_posterior.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "app/calibrate_output.hpp"
#include "app/files.hpp"
#include "app/stop.hpp"
#include "base/text.hpp"

namespace tumen::app {

namespace {

/// Whom the draws are of, so that results of another posterior are not taken for the same.
Design drawn_design(const Experiment& calibrated, const Calibration& calibration,
                    const Posterior& posterior) {
    std::string all;
    for (std::size_t i = 0; i < posterior.weights.size(); ++i) {
        all += shortest(posterior.weights[i]);
        for (const double value : posterior.values[i])
            all += " " + shortest(value);
        all += "\n";
    }
    Design design;
    design.method = "posterior";
    design.samples = static_cast<std::uint32_t>(posterior.weights.size());
    design.factors = calibration.settings.priors;
    design.options = {{"calibration", fmt::format("{}, seed {}", calibrated.name, calibrated.seed)},
                      {"hash", hex(hash_of(all))}};
    return design;
}

/// A parameter that is set by a flag would be replaced by the draw.
void refuse_set(const Posterior& posterior, const Arguments& arguments) {
    for (const std::string& set : arguments.list("--set")) {
        for (const std::string& name : posterior.names) {
            if (set.substr(0, set.find('=')) != name) continue;
            usage_error(name + " is both set and drawn from the posterior",
                        "leave out --set " + name + ", or --from");
        }
    }
}

/// Shares that must sum, bounds that must agree: a scenario may have values that do not go with
/// those of the posterior.
void check_possible(const Experiment& experiment) {
    std::set<std::vector<std::pair<std::string, double>>> checked;
    for (const ReplicateDraw& draw : experiment.draws) {
        if (!checked.insert(draw.values).second) continue;
        for (const Point& point : experiment.points) {
            const std::string why = impossible(point.scenario, draw.values);
            if (why.empty()) continue;
            stop(ExitCode::invalid_scenario,
                 trouble(fmt::format("{} cannot be played with the parameters drawn for replicate "
                                     "{}",
                                     point.name, draw.replicate),
                         why, "change what the scenario says of them"));
        }
    }
}

}  // namespace

void draw_parameters(RunRequest& request, const Arguments& arguments) {
    const auto path = arguments.text("--from");
    if (!path) return;
    auto results = value_or_stop(ResultReader::open(*path));
    const StoredCalibration stored = stored_calibration(*results);
    if (is_finished(stored.history) == Answer::no) {
        stop(ExitCode::failed, trouble("the calibration in " + *path + " is not finished", {},
                                       "its own command with --resume goes on"));
    }
    const AbcSettings& settings = stored.calibration.settings;
    const Posterior posterior = posterior_values(settings, stored.history);
    refuse_set(posterior, arguments);
    Experiment& experiment = request.experiment;
    std::vector<std::uint32_t> replicates = experiment.replicates;
    if (request.until) {  // more may be asked for later
        replicates.resize(std::max<std::size_t>(replicates.size(), request.until->most));
        std::iota(replicates.begin(), replicates.end(), 1U);
    }
    experiment.design = drawn_design(results->experiment(), stored.calibration, posterior);
    experiment.draws = draws_from(posterior, experiment.seed, replicates);
    check_possible(experiment);
    if (arguments.has("--out")) return;
    request.results =
        fmt::format("results/{}-calibrated-{}.sqlite", experiment.name, experiment.seed);
    request.report = with_ending(request.results, ".html");
}

}  // namespace tumen::app
