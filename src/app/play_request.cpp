#include "app/play_request.hpp"

#include <filesystem>
#include <thread>

#include "app/build_info.hpp"
#include "app/dry_run.hpp"
#include "app/files.hpp"
#include "app/make_report.hpp"
#include "app/progress.hpp"
#include "app/signals.hpp"
#include "app/stop.hpp"
#include "study/verify.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

Format format_of(const Arguments& arguments) {
    return arguments.has("--json") ? Format::json : Format::text;
}

/// Ends the command where `stored` is another experiment than the one asked for.
void require_same(const RunRequest& request, const ResultReader& stored) {
    Experiment asked = request.experiment;
    asked.replicates = stored.experiment().replicates;
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

/// The file is there and nobody said what to do with it: done already, or a word on how to go on.
ExitCode already_there(const RunRequest& request, const Arguments& arguments, Terminal& terminal,
                       PrintResults print) {
    auto stored = value_or_stop(ResultReader::open(request.results));
    require_same(request, *stored);
    const std::size_t missing = count_missing(request, *stored);
    if (missing > 0) {
        stop(ExitCode::failed,
             trouble(fmt::format("{} is there, and lacks {} of the replicates", request.results,
                                 missing),
                     {},
                     resume_command(arguments) + "   plays only these; --force plays all again"));
    }
    terminal.say(fmt::format("Done before: all {} replicates with seed {} are in {}.",
                             request.experiment.replicates.size(), request.experiment.seed,
                             request.results));
    if (!fs::exists(request.report)) make_report(*stored, request.report, Overwrite::refuse);
    print(*stored, {request.results, request.report}, format_of(arguments), terminal);
    return code_of(count_failed(*stored));
}

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

ExitCode interrupted(const RunRequest& request, const Summary& summary, const Arguments& arguments,
                     Terminal& terminal) {
    terminal.say(
        fmt::format("Interrupted. {} of {} replicates are saved in {}; this plays the rest:\n  {}",
                    summary.done + summary.failed + summary.skipped,
                    summary.done + summary.failed + summary.skipped + summary.left, request.results,
                    resume_command(arguments)));
    return ExitCode::interrupted;
}

ExitCode play(const RunRequest& request, const Arguments& arguments, Terminal& terminal,
              PrintResults print) {
    std::unique_ptr<ResultStore> store = open_store(request);
    const Experiment& experiment = request.experiment;
    terminal.say(fmt::format("{}: {}, seed {}{}, {}", experiment.name,
                             counted(experiment.replicates.size(), "replicate"), experiment.seed,
                             arguments.has("--seed") ? "" : " (the default)",
                             counted(request.playing.threads, "thread")));
    ProgressLine line(terminal);
    EnsembleOptions options = request.playing;
    options.progress = std::ref(line);
    options.stop = &stop_on_signals();
    const Summary summary =
        value_or_stop(play_experiment(experiment, store->done(), options, *store));
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    store.reset();
    if (summary.interrupted == Answer::yes)
        return interrupted(request, summary, arguments, terminal);

    terminal.say(
        fmt::format("{} in {}{}", counted(summary.done + summary.failed, "replicate"),
                    duration_text(summary.seconds),
                    summary.skipped > 0 ? fmt::format(", {} were there", summary.skipped) : ""));
    if (summary.failed > 0)
        terminal.say(counted(summary.failed, "replicate") + " failed; why is in the results");
    auto stored = value_or_stop(ResultReader::open(request.results));
    if (summary.done + summary.skipped > 0)
        make_report(*stored, request.report, Overwrite::replace);
    print(*stored, {request.results, request.report}, format_of(arguments), terminal);
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
