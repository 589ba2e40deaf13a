#include "app/cli/build_info.hpp"
#include "app/cli/command_list.hpp"
#include "app/cli/json.hpp"
#include "app/cli/limits.hpp"
#include "app/cli/shared_options.hpp"
#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/session/progress.hpp"
#include "app/session/reasons.hpp"
#include "app/session/run_request.hpp"
#include "measures/verify.hpp"
#include "store/reader.hpp"

namespace tumen::app {

namespace {

using Reasons = std::vector<std::string>;

StoredHeadlines headlines_of(ResultReader& stored) {
    return [&stored](ReplicateKey key) { return value_or_stop(stored.headlines(key)); };
}

/// What a file was asked for, and what is there.
struct Extent {
    std::size_t asked_for = 0;
    std::size_t there = 0;
    std::size_t failed = 0;
};

Extent extent_of(ResultReader& stored) {
    Extent extent;
    extent.asked_for = planned_replicates(stored.experiment()).size();
    extent.there = stored.replicates().size();
    for (const ReplicateKey key : stored.replicates())
        extent.failed += value_or_stop(stored.read(key)).outcome == Outcome::failed ? 1 : 0;
    return extent;
}

void tell_foreign(const ResultReader& stored, Terminal& terminal) {
    for (const std::string& what : stored.foreign())
        terminal.say("Left alone: the " + what + " in it is not of this program.");
}

Json verification_json(const Verification& verification, const Reasons& reasons) {
    Json differences = Json::array();
    for (const Difference& difference : verification.differences) {
        differences.push_back({{"replicate", difference.key.replicate},
                               {"point", difference.key.point},
                               {"text", difference.text}});
    }
    return {{"checked", verification.checked},
            {"equal", verification.equal},
            {"left", verification.left},
            {"differences", std::move(differences)},
            {"reasons", reasons}};
}

std::string place_of(const Difference& difference) {
    return difference.key.replicate == 0 ? "experiment"
                                         : fmt::format("replicate {}", difference.key.replicate);
}

Reasons reasons(const ResultReader& stored, const Build& other, Hash parameters) {
    return reasons_to_differ(stored.provenance().front(), other, parameters);
}

Hash parameters_of(const ResultReader& stored) {
    return parameter_hash(stored.experiment().points.front().scenario.plan);
}

ExitCode tell(const Verification& verification, std::string_view what, const Reasons& reasons,
              const Arguments& arguments, Terminal& terminal) {
    const bool all_equal =
        verification.differences.empty() && verification.equal == verification.checked;
    const Reasons given = all_equal ? Reasons() : reasons;
    if (arguments.has("--json")) {
        print_json(verification_json(verification, given), terminal);
    } else {
        terminal.data(fmt::format("{} of {} replicates {}.\n", verification.equal,
                                  verification.checked, what));
        for (const Difference& difference : verification.differences) {
            terminal.data(fmt::format("{}: {}\n", place_of(difference), difference.text));
        }
    }
    if (!given.empty()) terminal.say("What may be behind it:");
    for (const std::string& reason : given)
        terminal.say("  " + reason);
    return all_equal ? ExitCode::done : ExitCode::difference;
}

ExitCode compare(const std::string& one, const std::string& other, const Arguments& arguments,
                 Terminal& terminal) {
    auto first = value_or_stop(ResultReader::open(one));
    auto second = value_or_stop(ResultReader::open(other));
    const Verification verification = value_or_stop(
        compare_results(*first, *second, headlines_of(*first), headlines_of(*second)));
    // Other experiments have other results; that needs no more reasons.
    const bool same_experiment =
        experiment_differences(first->experiment(), second->experiment()).empty();
    const Build& other_build = second->provenance().front().build;
    const ExitCode code =
        tell(verification, "are equal in every row, clock columns aside",
             same_experiment ? reasons(*first, other_build, parameters_of(*second)) : Reasons(),
             arguments, terminal);
    if (verification.left == 0) return code;
    terminal.say(fmt::format("{} replicates are in one of the files only.", verification.left));
    return ExitCode::difference;
}

ExitCode replay(const std::string& path, const Arguments& arguments, Terminal& terminal) {
    auto stored = value_or_stop(ResultReader::open(path));
    VerifyOptions options;
    options.replicates = arguments.whole_or("--replicates", 0, 1, most_replicates);
    options.playing = playing_options(arguments);
    ProgressLine line(terminal);
    options.playing.progress = std::ref(line);
    options.playing.stop = &stop_on_signals();
    options.headlines = headlines_of(*stored);
    const Extent extent = extent_of(*stored);
    if (!arguments.has("--json")) {
        terminal.data(fmt::format("Asked for {}, there {}, failed {}.\n", extent.asked_for,
                                  extent.there, extent.failed));
    }
    tell_foreign(*stored, terminal);
    const Verification verification = value_or_stop(verify_results(*stored, options));
    const ExitCode code =
        tell(verification, "give the stored days and state hashes again",
             reasons(*stored, this_build(), parameters_of(*stored)), arguments, terminal);
    if (!arguments.has("--json")) {
        terminal.data(stored->experiment().kind == ExperimentKind::calibrate
                          ? "Not played again: the proposals of the calibration; not looked at: "
                            "titles, questions and labels.\n"
                          : "Not looked at: titles, questions and labels.\n");
    }
    if (code == ExitCode::done && verification.left > 0) return ExitCode::interrupted;
    if (extent.there < extent.asked_for) {
        terminal.say(fmt::format("{} that were asked for are not there: the file is not whole.",
                                 counted(extent.asked_for - extent.there, "replicate")));
        return ExitCode::difference;
    }
    return verification.checked == 0 ? ExitCode::difference : code;
}

ExitCode carry_out(const Arguments& arguments, Terminal& terminal) {
    const std::vector<std::string>& files = arguments.list("RESULTS");
    if (files.size() > 2)
        usage_error("more than two results files", "`tumen verify FILE` or `tumen verify A B`");
    if (files.size() == 2) return compare(files[0], files[1], arguments, terminal);
    return replay(files[0], arguments, terminal);
}

constexpr Positional positionals[] = {
    {"RESULTS", "Results file to play again, or two files to compare", Arity::some}};
constexpr Option options[] = {
    shared("--replicates", "Play only the first N again (all)"),
    shared("--threads"),
    shared("--json", "What was found as JSON"),
};

}  // namespace

const Command verify_command = {"verify",
                                "Play stored results again, or compare two files, bit by bit",
                                positionals, options, carry_out};

}  // namespace tumen::app
