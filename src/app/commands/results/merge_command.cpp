#include <filesystem>
#include <map>
#include <set>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/command_list.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/output/make_report.hpp"
#include "app/session/play/heard_plays.hpp"
#include "app/session/play/play_request.hpp"
#include "base/text.hpp"
#include "measures/answers/verify.hpp"

namespace tumen::app {

namespace {

using Readers = std::vector<std::unique_ptr<ResultReader>>;

/// All files must hold the same experiment, whatever replicates each has of it.
Experiment common_experiment(const Readers& readers, const std::vector<std::string>& paths) {
    Experiment common = readers.front()->experiment();
    std::set<std::uint32_t> replicates;
    std::map<std::uint32_t, ReplicateDraw> draws;
    for (std::size_t i = 0; i < readers.size(); ++i) {
        Experiment theirs = readers[i]->experiment();
        replicates.insert(theirs.replicates.begin(), theirs.replicates.end());
        for (const ReplicateDraw& draw : theirs.draws)
            draws.emplace(draw.replicate, draw);
        theirs.replicates = common.replicates;
        const auto differences = experiment_differences(common, theirs);
        if (differences.empty()) continue;
        stop(ExitCode::failed,
             trouble(fmt::format("{} and {} hold different experiments", paths.front(), paths[i]),
                     differences.front(), "merge the files of one experiment"));
    }
    common.replicates.assign(replicates.begin(), replicates.end());
    common.draws.clear();
    for (auto& [replicate, draw] : draws)
        common.draws.push_back(std::move(draw));
    return common;
}

/// Which file each replicate is taken from; what several have must be the same in all.
std::map<ReplicateKey, std::size_t> choose(const Readers& readers,
                                           const std::vector<std::string>& paths) {
    std::map<ReplicateKey, std::size_t> chosen;
    for (std::size_t i = 0; i < readers.size(); ++i) {
        for (const ReplicateKey key : readers[i]->replicates()) {
            const auto [place, is_new] = chosen.try_emplace(key, i);
            if (is_new) continue;
            const ReplicateResult one = value_or_stop(readers[place->second]->read(key));
            const ReplicateResult other = value_or_stop(readers[i]->read(key));
            if (one.outcome == Outcome::failed) place->second = i;
            if (one.outcome == Outcome::failed || other.outcome == Outcome::failed) continue;
            const auto& scenario = readers[i]->experiment().points.outline(key.point);
            std::string text = first_difference(scenario, one, other).text;
            if (text.empty()) {
                text = headline_difference(value_or_stop(readers[place->second]->headlines(key)),
                                           value_or_stop(readers[i]->headlines(key)));
            }
            if (text.empty()) continue;
            stop(ExitCode::difference,
                 trouble(fmt::format("replicate {} differs between {} and {}", key.replicate,
                                     paths[place->second], paths[i]),
                         text, "`tumen verify` says which of them the model gives"));
        }
    }
    return chosen;
}

ExitCode carry_out_merge(const Arguments& arguments, Terminal& terminal) {
    const std::vector<std::string>& paths = arguments.list("RESULTS");
    const std::string out = arguments.text_or("--out", "");
    if (out.empty()) usage_error("merge needs --out FILE", "name the file to write");
    Readers readers;
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (std::filesystem::equivalent(path, out, ignored)) {
            usage_error(printable(out) + " is one of the files to merge", "give another --out");
        }
        readers.push_back(value_or_stop(ResultReader::open(path)));
        if (const auto other = readers.back()->other_model()) stop(ExitCode::failed, *other);
    }
    const Experiment experiment = common_experiment(readers, paths);
    const auto chosen = choose(readers, paths);
    const Overwrite overwrite = arguments.has("--force") ? Overwrite::replace : Overwrite::refuse;
    const std::string report = with_ending(out, ".html");
    if (overwrite == Overwrite::refuse) refuse_existing(report);
    auto store = value_or_stop(ResultStore::create(out, experiment, this_build(), overwrite));
    ReportPlays plays(experiment);
    HeardPlays heard([&](const ReplicateResult& result) { plays.add(result); });
    heard.expect(experiment, 0);
    store->tell([&](ReplicateResult result) { heard.take(std::move(result)); });
    for (const auto& [key, from] : chosen) {
        store->take(value_or_stop(readers[from]->read(key)));
    }
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    auto merged = value_or_stop(ResultReader::open(out, Changed::refused, store->left()));
    store.reset();
    const bool all_heard = merged->is_as_left() && heard.are(merged->replicates());
    make_report(*merged, report, overwrite,
                all_heard ? std::optional(std::move(plays)) : std::nullopt);
    terminal.data(fmt::format("{} replicates of {} files are in {}\nReport   {}\n", chosen.size(),
                              paths.size(), out, report));
    const std::size_t planned = experiment.replicates.size() * experiment.points.size();
    if (chosen.size() < planned) {
        terminal.say(
            fmt::format("{} replicates are missing in all of them.", planned - chosen.size()));
    }
    return ExitCode::done;
}

constexpr Positional merge_positionals[] = {
    {"RESULTS", "Results files of one experiment, as jobs of a cluster wrote them", Arity::some},
};
constexpr Option merge_options[] = {
    shared("--out", "Where the merged results go; the report goes beside them"),
    shared("--force"),
};

}  // namespace

const Command merge_command = {"merge", "Put the results of several jobs into one file",
                               merge_positionals, merge_options, carry_out_merge};

}  // namespace tumen::app
