#include "app/session/play_request.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "app/cli/build_info.hpp"
#include "app/cli/files.hpp"
#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/session/dry_run.hpp"
#include "app/session/make_report.hpp"
#include "app/session/play_stored.hpp"
#include "app/session/progress.hpp"
#include "app/session/status_file.hpp"
#include "experiment/files.hpp"
#include "measures/verify.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

Format format_of(const Arguments& arguments) {
    return arguments.has("--json") ? Format::json : Format::text;
}

/// What is stored may hold more headlines than are asked for.
void take_stored_headlines(Experiment& asked, const Experiment& stored) {
    const std::size_t points = std::min(asked.points.size(), stored.points.size());
    for (std::size_t i = 0; i < points; ++i) {
        std::vector<OwnHeadline>& mine = asked.points[i].scenario.headlines;
        const std::vector<OwnHeadline>& there = stored.points[i].scenario.headlines;
        const auto held = [&](const OwnHeadline& one) {
            return std::find(there.begin(), there.end(), one) != there.end();
        };
        if (std::all_of(mine.begin(), mine.end(), held)) mine = there;
    }
}

/// Ends the command where `stored` is another experiment than the one asked for.
void require_same(const RunRequest& request, const ResultReader& stored) {
    Experiment asked = request.experiment;
    asked.replicates = stored.experiment().replicates;
    if (stored.experiment().days == Days::left_out)
        take_stored_headlines(asked, stored.experiment());
    const std::vector<std::string> differences = experiment_differences(asked, stored.experiment());
    if (differences.empty()) return;
    std::string reason;
    for (const std::string& difference : differences)
        reason += (reason.empty() ? "" : "; ") + difference;
    stop(ExitCode::failed, trouble(request.results + " holds another experiment", reason,
                                   "another path with --out, or --force to replace it"));
}

std::size_t count_missing(const RunRequest& request, const ResultReader& stored) {
    const auto& there = stored.replicates();
    const DoneSet done(there.begin(), there.end());
    std::size_t missing = 0;
    for (const std::uint32_t replicate : request.experiment.replicates) {
        for (std::uint32_t point = 0; point < request.experiment.points.size(); ++point) {
            if (!done.contains({replicate, point})) ++missing;
        }
    }
    return missing;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

ExitCode code_of(std::size_t failed) {
    return failed > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

std::size_t count_failed(ResultReader& stored) {
    std::size_t failed = 0;
    for (const ReplicateKey key : stored.replicates()) {
        if (value_or_stop(stored.read(key)).outcome == Outcome::failed) ++failed;
    }
    return failed;
}

bool has_other_words(const Experiment& one, const Experiment& other) {
    for (std::size_t i = 0; i < std::min(one.points.size(), other.points.size()); ++i) {
        const Scenario& mine = one.points[i].scenario;
        const Scenario& theirs = other.points[i].scenario;
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
                                             const RunRequest& request, Terminal& terminal) {
    if (!has_other_words(request.experiment, stored->experiment())) return stored;
    auto store = ResultStore::resume(request.results, request.experiment, this_build());
    if (!store) return stored;
    if (const auto problem = (*store)->close()) stop(ExitCode::failed, *problem);
    terminal.say(
        fmt::format("The title, question or labels were mended: {} has the new words now, "
                    "and `tumen report {} --force` makes the report with them.",
                    request.results, shell_quoted(request.results)));
    return value_or_stop(ResultReader::open(request.results));
}

/// The file is there and nobody said what to do with it: done already, or a word on how to go on.
ExitCode already_there(const RunRequest& request, const Arguments& arguments, Terminal& terminal,
                       PrintResults print) {
    auto stored = value_or_stop(ResultReader::open(request.results));
    require_same(request, *stored);
    if (const auto other = stored->other_model()) stop(ExitCode::failed, *other);
    stored = with_new_words(std::move(stored), request, terminal);
    stored->show(request.experiment);
    const std::size_t missing = count_missing(request, *stored);
    if (request.until && stored->stopped().empty()) {
        stop(ExitCode::failed,
             trouble(request.results + " is there, and was not played to its end", {},
                     resume_command(arguments) + "   goes on; --force plays all again"));
    }
    if (missing > 0) {
        stop(ExitCode::failed,
             trouble(fmt::format("{} is there, and lacks {} of the replicates", request.results,
                                 missing),
                     {},
                     resume_command(arguments) + "   plays only these; --force plays all again"));
    }
    Summary before;
    before.skipped = stored->replicates().size();
    StatusFile(arguments.text("--status")).ended(before);
    terminal.say(fmt::format("Done before: all {} replicates with seed {} are in {}.",
                             stored->experiment().replicates.size(), request.experiment.seed,
                             request.results));
    if (!stored->stopped().empty()) terminal.say(stored->stopped());
    if (!fs::exists(request.report)) make_report(*stored, request.report, Overwrite::refuse);
    print(*stored, {request.results, request.report}, format_of(arguments), terminal);
    return code_of(count_failed(*stored));
}

/// `seconds` is how long the command has played by the clock.
ExitCode interrupted(const RunRequest& request, const Played& summary, double seconds,
                     const Arguments& arguments, Terminal& terminal) {
    const bool in_time = !request.time_limit || seconds < *request.time_limit;
    terminal.say(fmt::format("{}. {} of {} replicates are saved in {}; this plays the rest:\n  {}",
                             in_time ? "Interrupted" : "The time limit is reached",
                             summary.done + summary.failed + summary.skipped,
                             summary.done + summary.failed + summary.skipped + summary.left,
                             summary.where, resume_command(arguments)));
    if (summary.where != request.results) {
        terminal.say(
            fmt::format("{} is as it was; it is replaced when all is played.", request.results));
    }
    return ExitCode::interrupted;
}

/// How a failed replicate is played once more.
void tell_failures(const Summary& summary, ResultReader& stored, const RunRequest& request,
                   const Arguments& arguments, Terminal& terminal) {
    for (const ReplicateKey key : stored.replicates()) {
        const ReplicateResult result = value_or_stop(stored.read(key));
        if (result.outcome != Outcome::failed) continue;
        const std::string point =
            stored.experiment().points.size() > 1 ? fmt::format(" --point {}", key.point) : "";
        terminal.say(
            fmt::format("{} failed; the first is replicate {} of {}: {}. This plays it once more:\n"
                        "  tumen replay {} {}{}",
                        counted(summary.failed, "replicate"), key.replicate,
                        stored.experiment().points[key.point].name, result.reason,
                        shell_quoted(request.results), key.replicate, point));
        break;
    }
    if (summary.left > 0) {
        terminal.say(fmt::format("Stopped there; this plays it again and the {} left:\n  {}",
                                 summary.left, resume_command(arguments)));
    }
}

void announce(const RunRequest& request, const Arguments& arguments, Terminal& terminal) {
    const Experiment& experiment = request.experiment;
    const std::string points = experiment.design && experiment.draws.empty()
                                   ? counted(experiment.points.size(), "point") + " with "
                                   : "";
    const std::string replicates = request.until
                                       ? fmt::format("up to {} replicates", request.until->most)
                                       : counted(experiment.replicates.size(), "replicate");
    terminal.say(fmt::format("{}: {}{}, seed {}{}, {}", experiment.name, points, replicates,
                             experiment.seed, arguments.has("--seed") ? "" : " (the default)",
                             counted(request.playing.threads, "thread")));
}

ExitCode play(RunRequest request, const Arguments& arguments, Terminal& terminal,
              PrintResults print) {
    announce(request, arguments, terminal);
    const std::string shadowed = shadowed_name(arguments.text_or("SCENARIO", ""),
                                               request.experiment.points.front().scenario);
    if (!shadowed.empty()) terminal.say("Note: " + shadowed + ".");
    StatusFile status(arguments.text("--status"));
    request.playing.progress = [&](const Progress& progress) { status.progress(progress); };
    const auto begun = std::chrono::steady_clock::now();
    if (request.time_limit) stop_after(*request.time_limit);
    const Played summary =
        request.until ? play_until(request, terminal) : play_stored(request, terminal);
    if (summary.interrupted == Answer::yes) {
        status.ended(summary);
        return interrupted(request, summary, seconds_since(begun), arguments, terminal);
    }

    terminal.say(
        fmt::format("{} in {}{}", counted(summary.done + summary.failed, "replicate"),
                    duration_text(summary.seconds),
                    summary.skipped > 0 ? fmt::format(", {} were there", summary.skipped) : ""));
    auto stored = value_or_stop(ResultReader::open(summary.where));
    if (summary.failed > 0) tell_failures(summary, *stored, request, arguments, terminal);
    if (summary.done + summary.skipped > 0 && summary.where == request.results)
        make_report(*stored, request.report, Overwrite::replace);
    status.ended(summary);
    print(*stored, {summary.where, request.report}, format_of(arguments), terminal);
    return code_of(summary.failed);
}

}  // namespace

ExitCode play_request(const RunRequest& request, const Arguments& arguments, Terminal& terminal,
                      PrintResults print) {
    if (arguments.has("--dry-run")) return dry_run(request, format_of(arguments), terminal);
    std::error_code ignored;
    const bool there = fs::exists(fs::symlink_status(request.results, ignored));
    const ExitCode code = there && request.if_there == IfThere::ask
                              ? already_there(request, arguments, terminal, print)
                              : play(request, arguments, terminal, print);
    if (arguments.has("--open") && code != ExitCode::interrupted &&
        open_in_browser(request.report) == Opened::no) {
        terminal.say("No browser could be opened; the report is " + request.report);
    }
    return code;
}

}  // namespace tumen::app
