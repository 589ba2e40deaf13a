#include "app/session/play_stored.hpp"

#include <filesystem>
#include <numeric>

#include "app/cli/build_info.hpp"
#include "app/cli/files.hpp"
#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/session/play_everywhere.hpp"
#include "app/session/progress.hpp"
#include "store/reader.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

std::unique_ptr<ResultStore> open_store(const RunRequest& request) {
    const Build build = this_build();
    if (request.if_there == IfThere::resume && fs::exists(request.results)) {
        return value_or_stop(ResultStore::resume(request.results, request.experiment, build));
    }
    if (request.if_there != IfThere::replace) refuse_existing(request.report);
    const fs::path folder = fs::path(request.results).parent_path();
    if (folder == "results") fs::create_directory(folder);
    const Overwrite overwrite =
        request.if_there == IfThere::replace ? Overwrite::replace : Overwrite::refuse;
    return value_or_stop(
        ResultStore::create(request.results, request.experiment, build, overwrite));
}

void add(Summary& all, const Summary& one) {
    all.done += one.done;
    all.failed += one.failed;
    all.seconds += one.seconds;
    all.left = one.left;
    all.interrupted = one.interrupted;
}

std::string joined(const std::vector<Precision>& all) {
    std::string text;
    for (const Precision& one : all)
        text += (text.empty() ? "" : "; ") + precision_text(one);
    return text.empty() ? "no replicate has a value" : text;
}

std::string why_stopped(const Until& until, std::uint32_t played, Enough reached,
                        const std::vector<Precision>& all) {
    const std::string goal = goal_text(until.rule, until.headline.unit);
    if (reached == Enough::yes) {
        return fmt::format(
            "Stopped after {} replicates: half the width of the 95 % interval was to be at most "
            "{}. {}.",
            played, goal, joined(all));
    }
    return fmt::format(
        "Stopped after {} replicates, as many as allowed, before half the width of the 95 % "
        "interval was down to {}. {}.",
        played, goal, joined(all));
}

void note_stopped(const RunRequest& request, const std::string& why) {
    auto store = open_store(request);
    store->note_stopped(why);
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
}

}  // namespace

Summary play_stored(const RunRequest& request, Terminal& terminal) {
    std::unique_ptr<ResultStore> store = open_store(request);
    ProgressLine line(terminal);
    EnsembleOptions options = request.playing;
    options.progress = [&](const Progress& progress) {
        line(progress);
        if (request.playing.progress) request.playing.progress(progress);
    };
    options.stop = &stop_on_signals();
    const Summary summary =
        value_or_stop(play_everywhere(request.experiment, store->done(), options, *store));
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    return summary;
}

Summary play_until(const RunRequest& request, Terminal& terminal) {
    const Until& until = *request.until;
    RunRequest batch = request;
    Summary all;
    for (std::uint32_t last = next_batch(0, until.most);; last = next_batch(last, until.most)) {
        batch.experiment.replicates.resize(last);
        std::iota(batch.experiment.replicates.begin(), batch.experiment.replicates.end(), 1U);
        const Summary summary = play_stored(batch, terminal);
        add(all, summary);
        all.skipped = last * request.experiment.points.size() - all.done - all.failed - all.left;
        if (summary.left > 0) return all;
        batch.if_there = IfThere::resume;
        auto stored = value_or_stop(ResultReader::open(request.results));
        const auto known = value_or_stop(precisions(*stored, until.rule, last));
        stored.reset();
        const Enough reached = enough(until.rule, known);
        if (reached == Enough::no && last < until.most) {
            terminal.say(joined(known));
            continue;
        }
        const std::string why = why_stopped(until, last, reached, known);
        note_stopped(batch, why);
        terminal.say(why);
        return all;
    }
}

}  // namespace tumen::app
