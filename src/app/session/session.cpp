#include "app/session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/command/signals.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/output/early_answer.hpp"
#include "app/session/request/memory_request.hpp"
#include "app/session/request/run_request.hpp"
#include "experiment/ensemble/pool.hpp"

namespace tumen::app {

Session::Session(const Arguments& arguments, Terminal& terminal, Workers& workers)
    : arguments_(arguments),
      terminal_(terminal),
      workers_(workers),
      line_(terminal),
      seconds_(time_limit_asked(arguments)) {}

StatusFile& Session::status() {
    if (!status_) status_ = std::make_unique<StatusFile>(arguments_.text("--status"));
    return *status_;
}

void Session::begin() {
    if (begun_) return;
    status();
    stop_on_signals();
    begun_ = Clock::now();
    if (seconds_) stop_after(*seconds_);
}

/// As many threads as were asked for, or fewer, which is said once.
std::size_t Session::startable(std::size_t threads) {
    const std::size_t there = startable_threads(threads);
    if (there < threads && threads_told_ != there) {
        terminal_.say(
            fmt::format("{} of {} threads can be started here (limits of processes or memory)",
                        there, threads));
        threads_told_ = there;
    }
    return there;
}

void Session::expect(std::size_t replicates) {
    expected_ = replicates;
    expected_from_ = Clock::now();
    before_ = {};
}

/// Of the calls so far and the present one, out of all that are expected.
Progress Session::of_all(Progress progress) const {
    if (expected_ == 0) return progress;
    progress.cities = progress.cities * expected_ / std::max<std::size_t>(progress.replicates, 1);
    progress.replicates = expected_;
    progress.done += before_.done;
    progress.failed += before_.failed;
    progress.cities_played += before_.cities_played;
    progress.seconds = std::chrono::duration<double>(Clock::now() - expected_from_).count();
    return progress;
}

EnsembleOptions Session::watched(EnsembleOptions playing) {
    begin();
    playing.threads = startable(playing.threads);
    playing.stop = &stop_on_signals();
    playing.progress = [this](const Progress& present) {
        const Progress progress = of_all(present);
        line_(progress, early_);
        status_->progress(progress);
    };
    return playing;
}

Summary Session::play(const Experiment& experiment, const DoneSet& done,
                      const EnsembleOptions& playing, ResultSink& sink) {
    EnsembleOptions options = watched(playing);
    options.threads = threads_in_memory(experiment, options.threads, arguments_);
    // Who goes on from stored plays would see these left out.
    EarlyAnswer early(experiment, sink);
    if (done.empty()) early_ = [&early] { return early.text(); };
    const Summary summary = value_or_stop(workers_.play(experiment, done, options, early));
    early_ = nullptr;
    before_.done += summary.done;
    before_.failed += summary.failed;
    before_.cities_played +=
        (summary.done + summary.failed) * experiment.points.front().scenario.plan.cities.size();
    return summary;
}

AbcEnd Session::sample(const Experiment& experiment, const Calibration& calibration,
                       std::vector<Generation>& history, AbcSink& sink, std::size_t threads,
                       std::function<void(const AbcProgress&)> progress) {
    begin();
    AbcOptions options;
    options.progress = [&](const AbcProgress& one) {
        progress(one);
        status_->progress(one);
    };
    const std::atomic<StopRequest>& asked = stop_on_signals();
    options.stop = [&asked] { return asked == StopRequest::stop; };
    return value_or_stop(
        workers_.sample(experiment, calibration, history, sink, startable(threads), options));
}

void Session::ended(const Summary& summary) {
    status().ended(summary);
}

bool Session::is_late() const {
    return seconds_ && begun_ && Clock::now() - *begun_ >= std::chrono::duration<double>(*seconds_);
}

std::string_view Session::why_interrupted() const {
    return is_late() ? "The time limit is reached" : "Interrupted";
}

void add(Summary& all, const Summary& batch) {
    all.done += batch.done;
    all.failed += batch.failed;
    all.seconds += batch.seconds;
    all.left = batch.left;
    all.interrupted = batch.interrupted;
}

ExitCode code_of(const Summary& summary) {
    if (summary.interrupted) return ExitCode::interrupted;
    return summary.failed > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

}  // namespace tumen::app
