#include "app/cli/command/build_info.hpp"
#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/commands/results/verify_choice.hpp"
#include "app/commands/results/verify_parts.hpp"
#include "app/commands/results/verify_report.hpp"
#include "app/session/output/reasons.hpp"
#include "app/session/request/run_request.hpp"
#include "app/session/session.hpp"
#include "experiment/extent.hpp"
#include "measures/answers/verify.hpp"
#include "store/reader.hpp"
#include "store/rows/older_results.hpp"

namespace tumen::app {

namespace {

using Reasons = std::vector<std::string>;

StoredHeadlines headlines_of(ResultReader& stored) {
    return [&stored](ReplicateKey key) { return value_or_stop(stored.headlines(key)); };
}

void tell_foreign(const ResultReader& stored, Terminal& terminal) {
    for (const std::string& what : stored.foreign())
        terminal.say("Left alone: the " + what + " in it is not of this program.");
}

Json part_json(const VerifyPart& part) {
    return {{"looked_at", part.looked_at}, {"wrong", part.wrong}};
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

bool is_all_equal(const Verification& verification) {
    return verification.differences.empty() && verification.equal == verification.checked;
}

void tell_differences(const Verification& verification, Terminal& terminal) {
    for (const Difference& difference : verification.differences)
        terminal.data(fmt::format("  {}: {}\n", place_of(difference), difference.text));
}

void tell_reasons(const Reasons& reasons, Terminal& terminal) {
    if (!reasons.empty()) terminal.say("What may be behind it:");
    for (const std::string& reason : reasons)
        terminal.say("  " + reason);
}

void tell(std::string_view name, const VerifyPart& part, Terminal& terminal) {
    const std::string found = part.wrong.empty()
                                  ? "all as they should be"
                                  : fmt::format("{} not as they should be", part.wrong.size());
    terminal.data(fmt::format("{}: {}: {}.\n", name, part.looked_at, found));
    for (std::size_t i = 0; i < std::min(part.wrong.size(), most_listed); ++i)
        terminal.data("  " + part.wrong[i] + "\n");
    if (part.wrong.size() > most_listed) terminal.data("  and more\n");
}

/// With `more` that is not in the replicates.
ExitCode tell_comparison(const Verification& verification, const VerifyPart& more,
                         const Reasons& reasons, const Arguments& arguments, Terminal& terminal) {
    const bool equal = is_all_equal(verification) && more.wrong.empty();
    if (arguments.has("--json")) {
        Json json = verification_json(verification, equal ? Reasons() : reasons);
        json["contents"] = part_json(more);
        print_json(json, terminal);
    } else {
        terminal.data(
            fmt::format("{} of {} replicates are equal in every row, clock columns aside.\n",
                        verification.equal, verification.checked));
        tell_differences(verification, terminal);
        tell("Contents", more, terminal);
    }
    if (!equal) tell_reasons(reasons, terminal);
    return equal ? ExitCode::done : ExitCode::difference;
}

ExitCode compare(const std::string& one, const std::string& other, const Arguments& arguments,
                 Terminal& terminal) {
    auto first = value_or_stop(ResultReader::open(one, Changed::read));
    auto second = value_or_stop(ResultReader::open(other, Changed::read));
    const Verification verification = value_or_stop(
        compare_results(*first, *second, headlines_of(*first), headlines_of(*second)));
    // Other experiments have other results; that needs no more reasons.
    const bool same_experiment =
        experiment_differences(first->experiment(), second->experiment()).empty();
    VerifyPart more{"calibrations, patterns, designs and draws", {}};
    if (same_experiment) more.wrong = content_differences(*first, *second);
    const Build& other_build = second->provenance().front().build;
    const ExitCode code = tell_comparison(
        verification, more,
        same_experiment ? reasons(*first, other_build, parameters_of(*second)) : Reasons(),
        arguments, terminal);
    if (verification.left == 0) return code;
    terminal.say(fmt::format("{} replicates are in one of the files only.", verification.left));
    return ExitCode::difference;
}

Verification play_again(ResultReader& stored, const Choice& choice, Session& session) {
    VerifyOptions verify_options;
    verify_options.only = choice.replicates;
    verify_options.playing = session.watched(playing_options(session.arguments()));
    verify_options.headlines = headlines_of(stored);
    return value_or_stop(verify_results(stored, verify_options));
}

void tell_replay(const Verification& verification, Terminal& terminal) {
    terminal.data(
        fmt::format("Replayed: {} of {} replicates give the stored days and state hashes again.\n",
                    verification.equal, verification.checked));
    tell_differences(verification, terminal);
}

/// What was found, in three parts, after what was chosen and asked for, and before
/// what was not looked at.
struct Found {
    Choice choice;
    Extent extent;
    Verification replayed;
    VerifyPart recomputed;
    VerifyPart compared;
    std::string not_looked_at;
};

void tell(const Found& found, const Reasons& reasons, const Arguments& arguments,
          Terminal& terminal) {
    if (!arguments.has("--json")) {
        tell_replay(found.replayed, terminal);
        tell("Recomputed", found.recomputed, terminal);
        tell("Compared", found.compared, terminal);
        terminal.data(fmt::format("Not looked at: {}.\n", found.not_looked_at));
        return;
    }
    Json json = verification_json(found.replayed, reasons);
    json["asked_for"] = found.extent.asked_for;
    json["there"] = found.extent.there;
    json["failed"] = found.extent.failed;
    json["recomputed"] = part_json(found.recomputed);
    json["compared"] = part_json(found.compared);
    json["not_looked_at"] = found.not_looked_at;
    json["chosen"] = {{"replicates", found.choice.replicates.size()},
                      {"of", found.choice.of},
                      {"seed", found.choice.seed ? Json(*found.choice.seed) : Json()}};
    print_json(json, terminal);
}

ExitCode code_of(const Found& found, Terminal& terminal) {
    const bool right = is_all_equal(found.replayed) && found.recomputed.wrong.empty() &&
                       found.compared.wrong.empty();
    if (right && found.replayed.left > 0) return ExitCode::interrupted;
    const Extent& extent = found.extent;
    if (extent.there < extent.asked_for) {
        terminal.say(fmt::format("{} that were asked for are not there: the file is not whole.",
                                 counted(extent.asked_for - extent.there, "replicate")));
        return ExitCode::difference;
    }
    if (!right || found.replayed.checked == 0) return ExitCode::difference;
    return is_whole(found.choice) ? ExitCode::done : ExitCode::part_is_right;
}

std::string left_open(const Choice& choice, const ResultReader& stored) {
    if (is_whole(choice)) return not_looked_at(stored);
    return fmt::format("what {} come to when they are played; {}",
                       counted(choice.of - choice.replicates.size(), "other replicate"),
                       not_looked_at(stored));
}

ExitCode replay(const std::string& path, Session& session) {
    const Arguments& arguments = session.arguments();
    Terminal& terminal = session.terminal();
    auto stored = value_or_stop(ResultReader::open(path, Changed::read));
    if (const auto older = older_results(path, stored->older())) stop(ExitCode::failed, *older);
    const Extent extent = extent_of(*stored, stored->failures());
    const Choice choice = choose(*stored, arguments);
    if (!arguments.has("--json")) {
        if (!is_whole(choice)) terminal.data(choice_text(choice) + "\n");
        terminal.data(extent_text(extent) + "\n");
    }
    tell_foreign(*stored, terminal);
    const Found found{choice,
                      extent,
                      play_again(*stored, choice, session),
                      recompute(*stored),
                      compare_with_program(*stored),
                      left_open(choice, *stored)};
    const Reasons why = is_all_equal(found.replayed)
                            ? Reasons()
                            : reasons(*stored, this_build(), parameters_of(*stored));
    tell(found, why, arguments, terminal);
    tell_reasons(why, terminal);
    return code_of(found, terminal);
}

ExitCode carry_out_verify(Session& session) {
    const std::vector<std::string>& files = session.arguments().list("RESULTS");
    if (files.size() > 2)
        usage_error("more than two results files", "`tumen verify FILE` or `tumen verify A B`");
    if (files.size() == 2)
        return compare(files[0], files[1], session.arguments(), session.terminal());
    if (is_report(files[0])) return verify_report(files[0], session);
    return replay(files[0], session);
}

constexpr Positional verify_positionals[] = {
    {"RESULTS", "Results file or report to play again, or two results files to compare",
     Arity::some}};
constexpr Option verify_options[] = {
    {"--all", "", "Play every replicate again, however long that takes", OptionKind::flag},
    shared("--replicates", "Play only the first N again"),
    shared("--seed", "Which sample is played again where all would take more than a minute"),
    shared("--threads"),
    shared("--json", "What was found as JSON"),
};

}  // namespace

const Command verify_command = {
    "verify", "Play stored results or a report again, or compare two files, bit by bit",
    verify_positionals, verify_options, carry_out_verify};

}  // namespace tumen::app
