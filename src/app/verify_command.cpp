#include "app/build_info.hpp"
#include "app/command_list.hpp"
#include "app/json.hpp"
#include "app/progress.hpp"
#include "app/run_request.hpp"
#include "app/signals.hpp"
#include "app/stop.hpp"
#include "store/reader.hpp"
#include "study/verify.hpp"

namespace tumen::app {

namespace {

constexpr std::uint64_t most_replicates = 1'000'000;

Json verification_json(const Verification& verification) {
    Json differences = Json::array();
    for (const Difference& difference : verification.differences) {
        differences.push_back({{"replicate", difference.key.replicate},
                               {"point", difference.key.point},
                               {"text", difference.text}});
    }
    return {{"checked", verification.checked},
            {"equal", verification.equal},
            {"left", verification.left},
            {"differences", std::move(differences)}};
}

std::string place_of(const Difference& difference) {
    return difference.key.replicate == 0 ? "experiment"
                                         : fmt::format("replicate {}", difference.key.replicate);
}

/// Another program may give other numbers: say so where the results come from one.
void explain_difference(const Build& stored, Terminal& terminal) {
    const Build own = this_build();
    if (stored == own) return;
    terminal.say(fmt::format("The results are from tumen {} ({}, {}; {}, {}), this is {}.",
                             stored.version, stored.commit, name_of(stored.worktree),
                             stored.compiler, stored.platform, version_text()));
}

ExitCode tell(const Verification& verification, std::string_view what, const Arguments& arguments,
              Terminal& terminal) {
    const bool all_equal =
        verification.differences.empty() && verification.equal == verification.checked;
    if (arguments.has("--json")) {
        print_json(verification_json(verification), terminal);
    } else {
        terminal.data(fmt::format("{} of {} replicates {}.\n", verification.equal,
                                  verification.checked, what));
        for (const Difference& difference : verification.differences) {
            terminal.data(fmt::format("{}: {}\n", place_of(difference), difference.text));
        }
    }
    return all_equal ? ExitCode::done : ExitCode::difference;
}

ExitCode compare(const std::string& one, const std::string& other, const Arguments& arguments,
                 Terminal& terminal) {
    auto first = value_or_stop(ResultReader::open(one));
    auto second = value_or_stop(ResultReader::open(other));
    const Verification verification = value_or_stop(compare_results(*first, *second));
    const ExitCode code =
        tell(verification, "are equal in every row, clock columns aside", arguments, terminal);
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
    const Verification verification = value_or_stop(verify_results(*stored, options));
    const ExitCode code =
        tell(verification, "give the stored days and state hashes again", arguments, terminal);
    if (code == ExitCode::difference)
        explain_difference(stored->provenance().front().build, terminal);
    return code == ExitCode::done && verification.left > 0 ? ExitCode::interrupted : code;
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
    {"--replicates", "N", "Play only the first N again (all)", OptionKind::value},
    {"--threads", "N", "How many processors to use (all)", OptionKind::value},
    {"--json", "", "What was found as JSON", OptionKind::flag},
};

}  // namespace

const Command verify_command = {"verify",
                                "Play stored results again, or compare two files, bit by bit",
                                positionals, options, carry_out};

}  // namespace tumen::app
