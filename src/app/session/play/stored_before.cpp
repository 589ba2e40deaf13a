#include "app/session/play/stored_before.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/stop.hpp"
#include "store/extend.hpp"

namespace tumen::app {

namespace {

/// Where the stored points are among those asked for. Ends the command where `stored` is another
/// experiment.
PointPlaces require_same(const RunRequest& request, const ResultReader& stored) {
    Experiment asked = request.experiment;
    if (stored.experiment().days == Days::kept) asked.days = Days::kept;  // there is more
    auto places = take_over(stored.experiment(), {}, asked);
    if (places) return *std::move(places);
    stop(ExitCode::failed,
         trouble(request.results + " holds another experiment", list_text(places.error()),
                 "another path with --out, or --force to replace it"));
}

bool has_other_words(const Experiment& one, const Experiment& other) {
    for (std::size_t i = 0; i < std::min(one.points.size(), other.points.size()); ++i) {
        const Scenario& mine = one.points.outline(i);
        const Scenario& theirs = other.points.outline(i);
        if (mine.title != theirs.title || mine.question != theirs.question) return true;
        const std::size_t cities = std::min(mine.plan.cities.size(), theirs.plan.cities.size());
        for (std::size_t city = 0; city < cities; ++city) {
            if (mine.plan.cities[city].label != theirs.plan.cities[city].label) return true;
        }
    }
    return false;
}

/// Titles, questions and labels are not what is played: mended ones go into the file.
std::unique_ptr<ResultReader> with_new_words(std::unique_ptr<ResultReader> stored,
                                             const RunRequest& request, Session& session) {
    if (!has_other_words(request.experiment, stored->experiment())) return stored;
    auto store = ResultStore::resume(request.results, request.experiment, this_build());
    if (!store) return stored;
    if (const auto problem = (*store)->close()) stop(ExitCode::failed, *problem);
    session.terminal().say(
        fmt::format("The title, question or labels were mended: {} has the new words now, "
                    "and `tumen report {} --force` makes the report with them.",
                    request.results, shell_quoted(request.results)));
    return value_or_stop(ResultReader::open(request.results));
}

}  // namespace

std::unique_ptr<ResultReader> stored_before(const RunRequest& request, Session& session) {
    auto stored = value_or_stop(ResultReader::open(request.results));
    require_same(request, *stored);
    if (const auto other = stored->other_model()) stop(ExitCode::failed, *other);
    return with_new_words(std::move(stored), request, session);
}

std::size_t count_missing(const RunRequest& request, const ResultReader& stored) {
    const PointPlaces places = require_same(request, stored);
    std::vector<ReplicateKey> keys = stored.replicates();
    for (ReplicateKey& key : keys)
        key.point = places[key.point];
    const DoneSet done(std::move(keys));
    std::size_t missing = 0;
    for (const std::uint32_t replicate : request.experiment.replicates) {
        for (std::uint32_t point = 0; point < request.experiment.points.size(); ++point) {
            if (!done.contains({replicate, point})) ++missing;
        }
    }
    return missing;
}

}  // namespace tumen::app
