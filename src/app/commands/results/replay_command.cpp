#include <algorithm>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/command_list.hpp"
#include "app/cli/command/limits.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/request/run_request.hpp"
#include "app/session/session.hpp"
#include "measures/answers/verify.hpp"
#include "store/reader.hpp"
#include "store/rows/older_results.hpp"

namespace tumen::app {

namespace {

/// Keeps the one replicate that is played.
class OneSink final : public ResultSink {
  public:
    void accept(ReplicateResult result) override { played = std::move(result); }
    std::optional<ReplicateResult> played;
};

/// The stored replicate, or nothing where it was asked for and never finished.
std::optional<ReplicateResult> stored_result(ResultReader& results, ReplicateKey key) {
    const auto& there = results.replicates();
    if (!std::binary_search(there.begin(), there.end(), key)) return std::nullopt;
    return value_or_stop(results.read(key));
}

ReplicateResult play(const Experiment& experiment, ReplicateKey key, Session& session) {
    Experiment one = experiment;
    one.replicates = {key.replicate};
    DoneSet others;
    for (std::uint32_t point = 0; point < one.points.size(); ++point) {
        if (point != key.point) others.insert({key.replicate, point});
    }
    OneSink sink;
    session.play(one, others, playing_options(session.arguments()), sink);
    if (!sink.played) stop(ExitCode::interrupted, trouble("interrupted"));
    return *std::move(sink.played);
}

std::string outcome_text(const ReplicateResult& result) {
    return result.outcome == Outcome::done ? "done, state hash " + hex(result.state_hash)
                                           : "failed: " + result.reason;
}

/// What the two together mean, and how the command ends.
struct Verdict {
    ExitCode code;
    std::string text;
};

Verdict verdict(const Scenario& scenario, const std::optional<ReplicateResult>& before,
                const ReplicateResult& now) {
    const bool fails = now.outcome == Outcome::failed;
    if (!before) {
        return {fails ? ExitCode::some_replicates_failed : ExitCode::done,
                "It had not been finished before; --resume plays it into the file."};
    }
    if (before->outcome == Outcome::failed && fails) {
        return {ExitCode::some_replicates_failed, before->reason == now.reason
                                                      ? "It fails again, for the same reason."
                                                      : "It fails again, for another reason."};
    }
    if (before->outcome == Outcome::failed) {
        return {ExitCode::done, "It does not fail now; --resume plays it into the file."};
    }
    const Difference difference = first_difference(scenario, *before, now);
    if (difference.text.empty())
        return {ExitCode::done, "It is equal to the stored one, bit by bit."};
    return {ExitCode::difference, "It differs from the stored one: " + difference.text};
}

ExitCode carry_out_replay(Session& session) {
    const Arguments& arguments = session.arguments();
    Terminal& terminal = session.terminal();
    auto results = value_or_stop(ResultReader::open(arguments.text_or("RESULTS", "")));
    const Experiment& experiment = results->experiment();
    if (const auto older = older_results(arguments.text_or("RESULTS", ""), results->older()))
        stop(ExitCode::failed, *older);
    if (experiment.kind == ExperimentKind::calibrate) {
        usage_error("a calibration has proposals, not replicates", "replay a run of one of them");
    }
    const ReplicateKey key = {
        static_cast<std::uint32_t>(arguments.whole_or("REPLICATE", 1, 1, 0xFFFFFFFF)),
        static_cast<std::uint32_t>(
            arguments.whole_or("--point", 0, 0, experiment.points.size() - 1))};
    const auto& asked = experiment.replicates;
    if (!std::binary_search(asked.begin(), asked.end(), key.replicate)) {
        usage_error(fmt::format("there is no replicate {} in these results", key.replicate),
                    fmt::format("they hold {} to {}", asked.front(), asked.back()));
    }
    const std::optional<ReplicateResult> before = stored_result(*results, key);
    const ReplicateResult now = play(experiment, key, session);
    const Point point = experiment.points.at(key.point);
    const Verdict found = verdict(point.scenario, before, now);
    if (arguments.has("--json")) {
        print_json({{"replicate", key.replicate},
                    {"point", key.point},
                    {"name", point.name},
                    {"seed", experiment.seed},
                    {"stored", before ? Json(outcome_text(*before)) : Json()},
                    {"played", outcome_text(now)},
                    {"verdict", found.text}},
                   terminal);
        return found.code;
    }
    terminal.data(
        fmt::format("Replicate {} of {} (point {}), seed {}\n  stored  {}\n  played  {}\n"
                    "{}\n",
                    key.replicate, point.name, key.point, experiment.seed,
                    before ? outcome_text(*before) : "not there", outcome_text(now), found.text));
    return found.code;
}

constexpr Positional replay_positionals[] = {
    {"RESULTS", "Results file", Arity::one},
    {"REPLICATE", "Number of the replicate, finished or failed", Arity::one},
};
constexpr Option replay_options[] = {
    {"--point", "N", "Of which point of a sweep or comparison, from 0 (0)", OptionKind::value},
    shared("--threads"),
    shared("--json", "What came of it as JSON"),
};

}  // namespace

const Command replay_command = {"replay", "Play one stored replicate again, failed or not",
                                replay_positionals, replay_options, carry_out_replay};

}  // namespace tumen::app
