#include "app/session/from_posterior.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/cli/files.hpp"
#include "app/cli/stop.hpp"
#include "calibration/posterior_draws.hpp"
#include "store/reader.hpp"

namespace tumen::app {

void draw_parameters(RunRequest& request, const Arguments& arguments) {
    const auto path = arguments.text("--from");
    if (!path) return;
    auto results = value_or_stop(ResultReader::open(*path));
    if (const auto other = results->other_model()) stop(ExitCode::failed, *other);
    const StoredPosterior stored = value_or_stop(read_posterior(*results, *path));
    if (const auto problem = set_and_drawn(stored.posterior, arguments.list("--set")))
        stop(ExitCode::usage, *problem);
    Experiment& experiment = request.experiment;
    std::vector<std::uint32_t> replicates = experiment.replicates;
    if (request.until) {  // more may be asked for later
        replicates.resize(std::max<std::size_t>(replicates.size(), request.until->most));
        std::iota(replicates.begin(), replicates.end(), 1U);
    }
    if (const auto problem = tumen::draw_parameters(experiment, stored, replicates))
        stop(ExitCode::invalid_scenario, *problem);
    if (arguments.has("--out")) return;
    request.results =
        fmt::format("results/{}-calibrated-{}.sqlite", experiment.name, experiment.seed);
    request.report = with_ending(request.results, ".html");
}

}  // namespace tumen::app
