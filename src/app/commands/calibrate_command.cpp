#include <algorithm>
#include <chrono>
#include <filesystem>

#include "app/cli/build_info.hpp"
#include "app/cli/command_list.hpp"
#include "app/cli/files.hpp"
#include "app/cli/shared_options.hpp"
#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/commands/calibrate_output.hpp"
#include "app/session/calibrate_request.hpp"
#include "app/session/make_report.hpp"
#include "app/session/play_everywhere.hpp"
#include "app/session/play_request.hpp"
#include "app/session/progress.hpp"
#include "app/session/sample_everywhere.hpp"
#include "app/session/status_file.hpp"
#include "measures/verify.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// When the work is to end early: a signal, or the time limit, which is one too.
class Ending {
  public:
    explicit Ending(std::optional<double> seconds) {
        if (!seconds) return;
        end_ = Clock::now() +
               std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(*seconds));
        stop_after(*seconds);
    }
    Answer operator()() const { return flag_ == StopRequest::stop ? Answer::yes : Answer::no; }
    bool is_late() const { return end_ && Clock::now() >= *end_; }

  private:
    const std::atomic<StopRequest>& flag_ = stop_on_signals();
    std::optional<Clock::time_point> end_;
};

/// Says what each generation came to, and where the present one is.
class GenerationLine {
  public:
    GenerationLine(Terminal& terminal, const AbcSettings& settings)
        : terminal_(terminal), settings_(settings) {}

    void operator()(const AbcProgress& progress) {
        if (last_.proposals > 0 && last_.generation != progress.generation) finish();
        last_ = progress;
        const Clock::time_point now = Clock::now();
        if (now < next_) return;
        const bool watched = terminal_.watched() == Watched::by_somebody;
        next_ = now + (watched ? std::chrono::milliseconds(100) : std::chrono::seconds(2));
        if (watched) {
            terminal_.passing(generation_text(progress, settings_));
        } else {
            terminal_.say(generation_text(progress, settings_));
        }
    }

    /// The generation that was the last one, as a line of its own.
    void finish() {
        if (last_.proposals == 0) return;
        terminal_.end_passing();
        terminal_.say(generation_text(last_, settings_));
    }

  private:
    Terminal& terminal_;
    const AbcSettings& settings_;
    AbcProgress last_;
    Clock::time_point next_ = Clock::now() + std::chrono::seconds(2);
};

std::unique_ptr<ResultStore> open_store(const RunRequest& request) {
    stop_on_signals();  // from the first byte on the disk they end the work in order
    if (request.if_there == IfThere::resume) {
        return value_or_stop(
            ResultStore::resume_or_create(request.results, request.experiment, this_build()));
    }
    if (request.if_there != IfThere::replace) refuse_existing(request.report);
    const fs::path folder = fs::path(request.results).parent_path();
    std::error_code unsaid;  // what cannot be made is said with the path that is taken
    if (folder == "results") fs::create_directory(folder, unsaid);
    return value_or_stop(ResultStore::create(
        request.results, request.experiment, this_build(),
        request.if_there == IfThere::replace ? Overwrite::replace : Overwrite::refuse));
}

/// What is stored, ready to be gone on from.
std::vector<Generation> history_of(ResultStore& store, const AbcSettings& settings,
                                   const std::string& path) {
    std::vector<Generation> history = value_or_stop(store.generations(settings));
    const std::string problem = restore(settings, history);
    if (problem.empty()) return history;
    stop(ExitCode::failed, trouble(path + " cannot be continued", problem,
                                   "begin again with another --out, or --force"));
}

[[noreturn]] void interrupted(ResultStore& store, const Ending& ending,
                              const Arguments& arguments) {
    if (const auto problem = store.close_unfinished()) stop(ExitCode::failed, *problem);
    stop(ExitCode::interrupted,
         trouble(ending.is_late() ? "the time limit has been reached" : "interrupted",
                 "what was finished is in " + store.where(),
                 "this does the rest: " + resume_command(arguments)));
}

/// All generations; the end of the command where they are not finished.
void sample(ResultStore& store, const RunRequest& request, const Calibration& calibration,
            std::vector<Generation>& history, const Ending& ending, StatusFile& status,
            const Arguments& arguments, Terminal& terminal) {
    GenerationLine line(terminal, calibration.settings);
    AbcOptions options;
    options.progress = [&](const AbcProgress& progress) {
        line(progress);
        status.progress(progress);
    };
    options.stop = std::cref(ending);
    const AbcEnd end = value_or_stop(sample_everywhere(request.experiment, calibration, history,
                                                       store.calibration(calibration.settings),
                                                       request.playing.threads, options));
    line.finish();
    if (end == AbcEnd::none) {
        status.ended({.interrupted = Answer::yes});
        interrupted(store, ending, arguments);
    }
    if (end != AbcEnd::no_posterior) return;
    const Particle& first = history.back().particles.front();
    if (const auto problem = store.close()) stop(ExitCode::failed, *problem);
    stop(ExitCode::failed,
         trouble("too few proposals could be played", "the first failed so: " + first.reason,
                 "other ranges with --vary; all reasons are in " + request.results));
}

/// The scenarios with parameters drawn from the posterior, for the report.
Summary play_posterior(ResultStore& store, RunRequest& request, const Calibration& calibration,
                       const std::vector<Generation>& history, StatusFile& status,
                       Terminal& terminal) {
    Experiment& experiment = request.experiment;
    experiment.draws = draws_from(posterior_values(calibration.settings, history), experiment.seed,
                                  experiment.replicates);
    if (const auto problem = store.add(experiment.draws)) stop(ExitCode::failed, *problem);
    ProgressLine line(terminal);
    EnsembleOptions options = request.playing;
    options.progress = [&](const Progress& progress) {
        line(progress);
        status.progress(progress);
    };
    options.stop = &stop_on_signals();
    return value_or_stop(play_everywhere(experiment, store.done(), options, store));
}

std::size_t count_failed(const std::vector<Generation>& history) {
    std::size_t failed = 0;
    for (const Generation& generation : history) {
        for (const Particle& particle : generation.particles)
            failed += particle.status == ParticleStatus::failed ? 1 : 0;
    }
    return failed;
}

ExitCode calibrate(RunRequest request, const Arguments& arguments, Terminal& terminal) {
    const Calibration calibration = value_or_stop(calibration_of(request.experiment));
    std::unique_ptr<ResultStore> store = open_store(request);
    std::vector<Generation> history = history_of(*store, calibration.settings, request.results);
    const auto fitted =
        std::count_if(calibration.settings.targets.begin(), calibration.settings.targets.end(),
                      [](const Target& target) { return target.use == TargetUse::fitted; });
    terminal.say(fmt::format("{}: {} to {}, {} particles, seed {}, {}", request.experiment.name,
                             counted(calibration.settings.priors.size(), "parameter"),
                             counted(static_cast<std::size_t>(fitted), "pattern"),
                             calibration.settings.particles, request.experiment.seed,
                             counted(request.playing.threads, "thread")));
    StatusFile status(arguments.text("--status"));
    const Ending ending(request.time_limit);
    sample(*store, request, calibration, history, ending, status, arguments, terminal);
    const Summary summary = play_posterior(*store, request, calibration, history, status, terminal);
    if (summary.interrupted == Answer::yes) {
        status.ended(summary);
        interrupted(*store, ending, arguments);
    }
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    store.reset();
    const std::size_t failed = count_failed(history) + summary.failed;
    if (failed > 0) terminal.say(counted(failed, "simulation") + " failed; why is in the results");
    auto stored = value_or_stop(ResultReader::open(request.results));
    make_report(*stored, request.report, Overwrite::replace);
    status.ended(summary);
    print_calibration(*stored, {request.results, request.report},
                      arguments.has("--json") ? Format::json : Format::text, terminal);
    return failed > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

/// The file is there and nobody said what to do with it.
ExitCode already_there(const RunRequest& request, const Arguments& arguments, Terminal& terminal) {
    auto stored = value_or_stop(ResultReader::open(request.results));
    const auto differences = experiment_differences(request.experiment, stored->experiment());
    if (!differences.empty()) {
        stop(ExitCode::failed,
             trouble(request.results + " holds another experiment", differences.front(),
                     "another path with --out, or --force to replace it"));
    }
    if (const auto other = stored->other_model()) stop(ExitCode::failed, *other);
    const StoredCalibration held = stored_calibration(*stored);
    const std::size_t planned =
        request.experiment.replicates.size() * request.experiment.points.size();
    if (is_finished(held.history) == Answer::no || stored->replicates().size() < planned) {
        stop(ExitCode::failed,
             trouble(request.results + " is there, and not finished", {},
                     resume_command(arguments) + "   goes on; --force begins again"));
    }
    StatusFile(arguments.text("--status")).ended({.skipped = stored->replicates().size()});
    terminal.say("Done before: all of it is in " + request.results + ".");
    if (!fs::exists(request.report)) make_report(*stored, request.report, Overwrite::refuse);
    print_calibration(*stored, {request.results, request.report},
                      arguments.has("--json") ? Format::json : Format::text, terminal);
    return count_failed(held.history) > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

/// Plays one proposal and keeps nothing.
ExitCode estimate(const RunRequest& request, const Arguments& arguments, Terminal& terminal) {
    const Calibration calibration = value_or_stop(calibration_of(request.experiment));
    const AbcSettings& settings = calibration.settings;
    const PatternSimulator simulator(request.experiment, calibration, Ending({}));
    std::vector<double> values;
    values.reserve(settings.priors.size());
    for (const Factor& prior : settings.priors)
        values.push_back(value_at(prior, 0.5));
    const Clock::time_point start = Clock::now();
    simulator({0, 0, Measured::all}, values);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    constexpr double usual_acceptance = 0.25;
    const double proposals =
        settings.particles * (1 + (settings.generations - 1) / usual_acceptance) +
        settings.predictive;
    const double all = seconds * proposals / static_cast<double>(request.playing.threads);
    if (arguments.has("--json")) {
        print_json({{"seconds_a_proposal", seconds}, {"proposals", proposals}, {"seconds", all}},
                   terminal);
        return ExitCode::done;
    }
    terminal.data(fmt::format(
        "One proposal takes {} of one processor; about {:.0f} of them, if a quarter is kept, "
        "would take about {}.\nNothing was kept.\n",
        duration_text(seconds), proposals, duration_text(all)));
    return ExitCode::done;
}

ExitCode carry_out(const Arguments& arguments, Terminal& terminal) {
    RunRequest request = calibrate_request(arguments);
    if (arguments.has("--dry-run")) return estimate(request, arguments, terminal);
    std::error_code ignored;
    const bool there = fs::exists(fs::symlink_status(request.results, ignored));
    const std::string report = request.report;
    const ExitCode code = there && request.if_there == IfThere::ask
                              ? already_there(request, arguments, terminal)
                              : calibrate(std::move(request), arguments, terminal);
    if (arguments.has("--open") && open_in_browser(report) == Opened::no)
        terminal.say("No browser could be opened; the report is " + report);
    return code;
}

constexpr Positional positionals[] = {
    {"SCENARIO", "A scenario that patterns are about, or a file that extends one", Arity::one},
};
constexpr Option options[] = {
    {"--vary", "NAME[=LOW..HIGH]",
     "A parameter to calibrate, over the ledger's prior or another range; may be repeated (the six "
     "widest that the patterns bear on)",
     OptionKind::list},
    {"--patterns", "WHICH",
     "What to fit to: own = those about SCENARIO, city = of all scenarios of its cities, all, or "
     "ids with commas (own). Every set of values is played in each scenario that the patterns are "
     "about, so that city and all take several times as long as own: --dry-run says how long",
     OptionKind::value},
    {"--particles", "N", "How many sets of values each generation keeps (200)", OptionKind::value},
    {"--generations", "N", "How many generations, the first from the prior (5)", OptionKind::value},
    shared("--replicates", "How many times to play each set of values (2)"),
    {"--predictive", "N", "How many draws of the posterior to simulate afresh (200)",
     OptionKind::value},
    shared("--headline"),
    shared("--seed"),
    shared("--threads"),
    shared("--time-limit", "Stop after this time, as \"10 min\"; --resume goes on"),
    shared("--out",
           "Where the results go (results/calibrate-SCENARIO-SEED.sqlite); the report goes "
           "beside them"),
    shared("--set", "Another value for a parameter, in all scenarios; may be repeated"),
    shared("--beyond-evidence",
           "Allow ranges and values outside the evidence; the report lists them"),
    shared("--resume", "Keep what is there, do the rest"),
    shared("--force"),
    shared("--dry-run", "Say what time it would take; plays one proposal to measure"),
    shared("--status"),
    shared("--json", "What it came to as JSON"),
    shared("--open"),
};

}  // namespace

const Command calibrate_command = {"calibrate",
                                   "Find which parameter values bring the reported patterns about",
                                   positionals, options, carry_out};

}  // namespace tumen::app
