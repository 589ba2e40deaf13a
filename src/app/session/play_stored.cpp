#include "app/session/play_stored.hpp"

#include <filesystem>
#include <numeric>

#include "app/cli/build_info.hpp"
#include "app/cli/files.hpp"
#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/session/play_everywhere.hpp"
#include "app/session/progress.hpp"
#include "experiment/pool.hpp"
#include "store/reader.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

enum class Batch : std::uint8_t { one_of_many, last };

using Owner = std::shared_ptr<const PathOwner>;

Owner owner_of(const RunRequest& request) {
    const fs::path folder = fs::path(request.results).parent_path();
    std::error_code unsaid;  // what cannot be made is said with the path that is taken
    if (folder == "results") fs::create_directory(folder, unsaid);
    return value_or_stop(PathOwner::take(request.results));
}

std::unique_ptr<ResultStore> open_store(const RunRequest& request, const Owner& owner) {
    stop_on_signals();  // from the first byte on the disk they end the work in order
    const Build build = this_build();
    if (request.if_there == IfThere::resume && ResultStore::can_resume(*owner))
        return value_or_stop(ResultStore::resume(owner, request.experiment, build));
    if (request.if_there != IfThere::replace) refuse_existing(request.report);
    const Overwrite overwrite =
        request.if_there == IfThere::replace ? Overwrite::replace : Overwrite::refuse;
    return value_or_stop(ResultStore::create(owner, request.experiment, build, overwrite));
}

void add(Played& all, const Played& one) {
    all.done += one.done;
    all.failed += one.failed;
    all.seconds += one.seconds;
    all.left = one.left;
    all.interrupted = one.interrupted;
    all.where = one.where;
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
    const std::string_view what = until.rule.known == Known::range
                                      ? "the Monte Carlo error of the ends of the range"
                                      : "half the width of the 95 % interval";
    if (reached == Enough::yes) {
        return fmt::format("Stopped after {} replicates: {} was to be at most {}. {}.", played,
                           what, goal, joined(all));
    }
    return fmt::format(
        "Stopped after {} replicates, as many as allowed, before {} was down to {}. {}.", played,
        what, goal, joined(all));
}

void note_stopped(const RunRequest& request, const Owner& owner, const std::string& why) {
    auto store = open_store(request, owner);
    store->note_stopped(why);
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
}

/// As many threads as were asked for, or fewer, which is said.
std::size_t threads_to_use(const RunRequest& request, Terminal& terminal) {
    const std::size_t asked = request.playing.threads;
    const std::size_t threads = startable_threads(asked);
    if (threads < asked) {
        terminal.say(
            fmt::format("{} of {} threads can be started here (limits of processes or memory)",
                        threads, asked));
    }
    return threads;
}

/// Plays what is missing. What new results are to replace stays while more of them are to come.
Played play_batch(const RunRequest& request, const Owner& owner, Batch batch, std::size_t threads,
                  Terminal& terminal) {
    std::unique_ptr<ResultStore> store = open_store(request, owner);
    if (store->has_new_words())
        terminal.say("The title, question or labels were mended: the results have the new words.");
    ProgressLine line(terminal);
    EnsembleOptions options = request.playing;
    options.threads = threads;
    options.progress = [&](const Progress& progress) {
        line(progress);
        if (request.playing.progress) request.playing.progress(progress);
    };
    options.stop = &stop_on_signals();
    Played played;
    static_cast<Summary&>(played) =
        value_or_stop(play_everywhere(request.experiment, store->done(), options, *store));
    const bool whole = batch == Batch::last && played.left == 0;
    const auto problem = whole ? store->close() : store->close_unfinished();
    if (problem) stop(ExitCode::failed, *problem);
    played.where = store->where();
    return played;
}

}  // namespace

Played play_stored(const RunRequest& request, Terminal& terminal) {
    return play_batch(request, owner_of(request), Batch::last, threads_to_use(request, terminal),
                      terminal);
}

Played play_until(const RunRequest& request, Terminal& terminal) {
    const Until& until = *request.until;
    RunRequest batch = request;
    const Owner owner = owner_of(request);
    const std::size_t threads = threads_to_use(request, terminal);
    Played all;
    for (std::uint32_t last = next_batch(0, until.most);; last = next_batch(last, until.most)) {
        batch.experiment.replicates.resize(last);
        std::iota(batch.experiment.replicates.begin(), batch.experiment.replicates.end(), 1U);
        const Played summary = play_batch(batch, owner, Batch::one_of_many, threads, terminal);
        add(all, summary);
        all.skipped = last * request.experiment.points.size() - all.done - all.failed - all.left;
        if (summary.left > 0) return all;
        batch.if_there = IfThere::resume;
        auto stored = value_or_stop(ResultReader::open(summary.where));
        const auto known = value_or_stop(precisions(*stored, until.rule, last));
        stored.reset();
        const Enough reached = enough(until.rule, known);
        if (reached == Enough::no && last < until.most) {
            terminal.say(joined(known));
            continue;
        }
        const std::string why = why_stopped(until, last, reached, known);
        note_stopped(batch, owner, why);
        all.where = request.results;
        terminal.say(why);
        return all;
    }
}

}  // namespace tumen::app
