#include "app/session/request/draw_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "base/text.hpp"
#include "belief/belief_draws.hpp"
#include "belief/without_voice.hpp"
#include "calibration/posterior_draws.hpp"
#include "experiment/disk_files.hpp"
#include "measures/headlines/yardstick.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "store/reader.hpp"

namespace tumen::app {

namespace {

/// What --values names; --from FILE is another way to say --values FILE.
std::optional<std::string> values_asked(const Arguments& arguments) {
    const auto from = arguments.text("--from");
    const auto values = arguments.text("--values");
    if (from && values) {
        usage_error("--from and --values",
                    "both say where the values of replicates come from: give one of them");
    }
    return from ? from : values;
}

void refuse_contradictions(const Arguments& arguments) {
    if (!arguments.has("--luck-only")) return;
    for (const std::string_view other : {"--from", "--values", "--rules", "--without-voice"}) {
        if (!arguments.text(other)) continue;
        usage_error(fmt::format("--luck-only and {}", other),
                    fmt::format("--luck-only leaves values and rules as the scenario says and "
                                "{} has them drawn or named: leave out one of them",
                                other));
    }
}

/// The belief with or without a voice.
Belief heard(const Belief& belief, const Arguments& arguments) {
    const auto voice = arguments.text("--without-voice");
    return voice ? value_or_stop(without_voice(belief, *voice), ExitCode::usage) : belief;
}

/// What `tumen calibrate --all` wrote. One of another model, or one that is no posterior, ends the
/// command.
Belief belief_in(const std::string& path, const Arguments& arguments) {
    const ScenarioText text = value_or_stop(read_scenario_file(path), ExitCode::usage);
    const Belief belief = value_or_stop(Belief::read(text), ExitCode::failed);
    std::string why = outdated(belief, model_fingerprint());
    if (why.empty()) why = refusal(belief.effective, belief.pareto);
    if (why.empty()) return heard(belief, arguments);
    stop(ExitCode::failed, trouble("nothing can be drawn from " + path, why,
                                   "make it again with `tumen calibrate --all`; --values prior "
                                   "draws from the prior"));
}

DrawSource source_of(const std::string& values, const Experiment& experiment,
                     const Arguments& arguments) {
    const bool of_file = values.ends_with(".toml");
    if (values != "belief" && !of_file && arguments.has("--without-voice")) {
        usage_error("--without-voice and draws that are not of the belief",
                    "a voice can be left out of the belief alone: leave out --without-voice");
    }
    if (of_file) return source_of_file(belief_in(values, arguments));
    if (values == "prior") return prior_source(ledger_priors(), experiment.seed);
    if (values == "belief") {
        const std::string why = outdated(ledger_belief(), model_fingerprint());
        if (why.empty()) return belief_source(belief_asked(arguments));
        stop(ExitCode::failed, trouble("there is no belief to draw from: prior only", why,
                                       "--values prior draws from the prior"));
    }
    auto results = value_or_stop(ResultReader::open(values));
    if (const auto other = results->other_model()) stop(ExitCode::failed, *other);
    StoredPosterior stored = value_or_stop(read_posterior(*results, values));
    if (const auto problem = set_and_drawn(stored.posterior, arguments.list("--set")))
        stop(ExitCode::usage, *problem);
    return posterior_source(std::move(stored), experiment.seed);
}

RivalDraws rivals_asked(const Arguments& arguments) {
    const std::string rules = arguments.text_or("--rules", "all");
    if (rules == "all") return RivalDraws::drawn;
    if (rules == "default") return RivalDraws::left;
    usage_error("--rules " + shell_quoted(printable(rules, 60)),
                "expected default or all; --set rules.oath=none holds one of them");
}

/// Those asked for now and, where more may be asked for later, those.
std::vector<std::uint32_t> all_replicates(const RunRequest& request) {
    std::vector<std::uint32_t> replicates = request.experiment.replicates;
    if (!request.until) return replicates;
    replicates.resize(std::max<std::size_t>(replicates.size(), request.until->most));
    std::iota(replicates.begin(), replicates.end(), 1U);
    return replicates;
}

/// Means are told of luck alone, ranges of plays with draws.
void require_rule_of(const RunRequest& request, Known known) {
    if (!request.until || request.until->rule.known == known) return;
    if (known == Known::range) {
        usage_error("--until half-width=... with values that are drawn",
                    "a mean over what is not known says little: --until error=10% plays until the "
                    "ends of the range are known, --luck-only goes back to means");
    }
    usage_error("--until error=... without values that are drawn",
                "it is about ranges over draws; write --until half-width=5%");
}

}  // namespace

Belief belief_asked(const Arguments& arguments) {
    return heard(ledger_belief(), arguments);
}

void take_draws(RunRequest& request, const Arguments& arguments) {
    refuse_contradictions(arguments);
    auto values = values_asked(arguments);
    if (!values && !arguments.has("--luck-only")) values = usual_values(model_fingerprint());
    const RivalDraws rivals = rivals_asked(arguments);
    require_rule_of(request, values ? Known::range : Known::mean);
    if (!values) return;
    Experiment& experiment = request.experiment;
    const DrawSource source = source_of(*values, experiment, arguments);
    if (source.rivals == RivalDraws::left && arguments.text("--rules") &&
        rivals == RivalDraws::drawn) {
        usage_error("--rules all and a calibration",
                    "its values were found under one choice of rules: leave out --rules");
    }
    if (const auto problem = tumen::take_draws(experiment, source, rivals, all_replicates(request)))
        stop(ExitCode::invalid_scenario, *problem);
    add_yardsticks(experiment);
    if (source.name != "posterior" || arguments.has("--out")) return;
    request.results =
        fmt::format("results/{}-calibrated-{}.sqlite", experiment.name, experiment.seed);
    request.report = with_ending(request.results, ".html");
}

}  // namespace tumen::app
