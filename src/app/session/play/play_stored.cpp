#include "app/session/play/play_stored.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <numeric>
#include <system_error>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

using Owner = std::shared_ptr<const PathOwner>;

/// From the first byte on the disk signals end the work in order.
Owner owner_of(const RunRequest& request, Session& session) {
    session.begin();
    const fs::path folder = fs::path(request.results).parent_path();
    std::error_code error;
    if (folder == "results") fs::create_directory(folder, error);
    // (Nothing is there of a folder that one stands in and that is gone: who takes the path says
    // so.)
    const bool nowhere = error == std::errc::no_such_file_or_directory;
    if (std::error_code unsaid; error && !nowhere && !fs::is_directory(folder, unsaid)) {
        stop(ExitCode::failed, trouble("the folder results cannot be made here", error.message(),
                                       "name a file in a folder of yours with --out"));
    }
    return value_or_stop(PathOwner::take(request.results));
}

std::unique_ptr<ResultStore> open_owned(const RunRequest& request, const Owner& owner) {
    const Build build = this_build();
    if (request.if_there == IfThere::resume && ResultStore::can_resume(*owner))
        return value_or_stop(ResultStore::resume(owner, request.experiment, build));
    if (request.if_there != IfThere::replace) refuse_existing(request.report);
    const Overwrite overwrite =
        request.if_there == IfThere::replace ? Overwrite::replace : Overwrite::refuse;
    return value_or_stop(ResultStore::create(owner, request.experiment, build, overwrite));
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

}  // namespace

std::unique_ptr<ResultStore> open_store(const RunRequest& request, Session& session) {
    return open_owned(request, owner_of(request, session));
}

StoredBatches::StoredBatches(const RunRequest& request, Session& session, HeardPlays& heard)
    : request_(request), session_(session), heard_(heard), owner_(owner_of(request, session)) {}

/// What new results are to replace stays while more of them are to come.
const Played& StoredBatches::play(Batch batch) {
    const std::unique_ptr<ResultStore> store = open_owned(request_, owner_);
    if (store->has_new_words()) {
        session_.terminal().say(
            "The title, question or labels were mended: the results have the new words.");
    }
    const Experiment& experiment = request_.experiment;
    heard_.expect(experiment, store->done().size());
    store->tell([this](ReplicateResult result) { heard_.take(std::move(result)); });
    const Summary now = session_.play(experiment, store->done(), request_.playing, *store);
    const bool whole = batch == Batch::last && now.left == 0;
    const auto problem = whole ? store->close() : store->close_unfinished();
    if (problem) stop(ExitCode::failed, *problem);
    add(all_, now);
    all_.skipped = experiment.replicates.size() * experiment.points.size() - all_.done -
                   all_.failed - all_.left;
    all_.where = store->where();
    all_.lies = store->left();
    request_.if_there = IfThere::resume;
    return all_;
}

const Played& StoredBatches::play_until(std::uint32_t last) {
    request_.experiment.replicates.resize(last);
    std::iota(request_.experiment.replicates.begin(), request_.experiment.replicates.end(), 1U);
    return play(Batch::one_of_many);
}

const Played& StoredBatches::play_rest() {
    return play(Batch::last);
}

void StoredBatches::end(const std::string& why) {
    const std::unique_ptr<ResultStore> store = open_owned(request_, owner_);
    if (!why.empty()) store->note_stopped(why);
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    all_.where = request_.results;
    all_.lies = store->left();
}

Played play_stored(const RunRequest& request, Session& session, HeardPlays& heard) {
    return StoredBatches(request, session, heard).play_rest();
}

Played play_until(const RunRequest& request, Session& session, HeardPlays& heard) {
    const Until& until = *request.until;
    StoredBatches batches(request, session, heard);
    for (std::uint32_t last = next_batch(0, until.most);; last = next_batch(last, until.most)) {
        const Played& played = batches.play_until(last);
        if (played.left > 0) return played;
        auto stored =
            value_or_stop(ResultReader::open(played.where, Changed::refused, played.lies));
        const auto known = value_or_stop(precisions(*stored, until.rule, last));
        stored.reset();
        const Enough reached = enough(until.rule, known);
        if (reached == Enough::no && last < until.most) {
            session.terminal().say(joined(known));
            continue;
        }
        const std::string why = why_stopped(until, last, reached, known);
        batches.end(why);
        session.terminal().say(why);
        return batches.played();
    }
}

}  // namespace tumen::app
