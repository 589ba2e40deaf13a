#include <algorithm>
#include <chrono>
#include <filesystem>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/signals.hpp"
#include "app/cli/command/stop.hpp"
#include "app/commands/play/calibrate_output.hpp"
#include "app/session/belief/make_belief.hpp"
#include "app/session/output/make_report.hpp"
#include "app/session/play/play_request.hpp"
#include "app/session/play/stored_before.hpp"
#include "app/session/request/calibrate_request.hpp"
#include "measures/answers/verify.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

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

/// What is stored, ready to be gone on from.
std::vector<Generation> history_of(ResultStore& store, const AbcSettings& settings,
                                   const std::string& path) {
    std::vector<Generation> history = value_or_stop(store.generations(settings));
    const std::string problem = restore(settings, history);
    if (problem.empty()) return history;
    stop(ExitCode::failed, trouble(path + " cannot be continued", problem,
                                   "begin again with another --out, or --force"));
}

ExitCode interrupted(ResultStore& store, Session& session) {
    if (const auto problem = store.close_unfinished()) stop(ExitCode::failed, *problem);
    session.terminal().say(fmt::format("{}. What was finished is in {}; this does the rest:\n  {}",
                                       session.why_interrupted(), store.where(),
                                       resume_command(session.arguments())));
    return ExitCode::interrupted;
}

/// All generations, or as many as there are before the command is to end.
AbcEnd sample(ResultStore& store, const RunRequest& request, const Calibration& calibration,
              std::vector<Generation>& history, Session& session) {
    GenerationLine line(session.terminal(), calibration.settings);
    const AbcEnd end = session.sample(
        request.experiment, calibration, history, store.calibration(calibration.settings),
        request.playing.threads, [&](const AbcProgress& progress) { line(progress); });
    line.finish();
    if (end != AbcEnd::no_posterior) return end;
    const Particle& first = history.back().particles.front();
    if (const auto problem = store.close()) stop(ExitCode::failed, *problem);
    stop(ExitCode::failed,
         trouble("too few proposals could be played", "the first failed so: " + first.reason,
                 "other ranges with --vary; all reasons are in " + request.results));
}

/// The scenarios with parameters drawn from the posterior, for the report.
Summary play_posterior(ResultStore& store, RunRequest& request, const Calibration& calibration,
                       const std::vector<Generation>& history, Session& session) {
    Experiment& experiment = request.experiment;
    experiment.draws = draws_from(posterior_values(calibration.settings, history), experiment.seed,
                                  experiment.replicates);
    if (const auto problem = store.add(experiment.draws)) stop(ExitCode::failed, *problem);
    return session.play(experiment, store.done(), request.playing, store);
}

std::size_t count_failed(const std::vector<Generation>& history) {
    std::size_t failed = 0;
    for (const Generation& generation : history) {
        for (const Particle& particle : generation.particles)
            failed += particle.status == ParticleStatus::failed ? 1 : 0;
    }
    return failed;
}

void announce(const RunRequest& request, const AbcSettings& settings, Terminal& terminal) {
    const auto fitted =
        std::count_if(settings.targets.begin(), settings.targets.end(),
                      [](const Target& target) { return target.use == TargetUse::fitted; });
    terminal.say(fmt::format("{}: {} to {}, {} particles, seed {}, {}", request.experiment.name,
                             counted(settings.priors.size(), "parameter"),
                             counted(static_cast<std::size_t>(fitted), "pattern"),
                             settings.particles, request.experiment.seed,
                             counted(request.playing.threads, "thread")));
}

void print(ResultReader& stored, const RunRequest& request, Session& session) {
    print_calibration(stored, {request.results, request.report}, format_of(session.arguments()),
                      session.terminal());
}

ExitCode calibrate(RunRequest request, Session& session) {
    const Calibration calibration = value_or_stop(calibration_of(request.experiment));
    announce(request, calibration.settings, session.terminal());
    std::unique_ptr<ResultStore> store = open_store(request, session);
    std::vector<Generation> history = history_of(*store, calibration.settings, request.results);
    Summary summary{.interrupted = true};
    if (sample(*store, request, calibration, history, session) != AbcEnd::none)
        summary = play_posterior(*store, request, calibration, history, session);
    session.ended(summary);
    if (summary.interrupted) return interrupted(*store, session);
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    const std::optional<FileState> left = store->left();
    store.reset();
    const std::size_t failed = count_failed(history) + summary.failed;
    if (failed > 0) {
        session.terminal().say(counted(failed, "simulation") + " failed; why is in the results");
    }
    auto stored = value_or_stop(ResultReader::open(request.results, Changed::refused, left));
    make_report(*stored, request.report, Overwrite::replace);
    print(*stored, request, session);
    return failed > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

/// The file is there and nobody said what to do with it.
ExitCode already_there(const RunRequest& request, Session& session) {
    const auto stored = stored_before(request, session);
    const StoredCalibration held = stored_calibration(*stored);
    if (!is_finished(held.history) || count_missing(request, *stored) > 0) {
        stop(ExitCode::failed,
             trouble(request.results + " is there, and not finished", {},
                     resume_command(session.arguments()) + "   goes on; --force begins again"));
    }
    session.ended({.skipped = stored->replicates().size()});
    session.terminal().say("Done before: all of it is in " + request.results + ".");
    if (!fs::exists(request.report)) make_report(*stored, request.report, Overwrite::refuse);
    print(*stored, request, session);
    return count_failed(held.history) > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

/// Plays one proposal and keeps nothing.
ExitCode estimate(const RunRequest& request, const Arguments& arguments, Terminal& terminal) {
    const Calibration calibration = value_or_stop(calibration_of(request.experiment));
    const AbcSettings& settings = calibration.settings;
    const PatternSimulator simulator(request.experiment, calibration,
                                     [] { return stop_on_signals() == StopRequest::stop; });
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

/// All values and rival rules, all patterns of role calibrate: what makes the belief does this.
ExitCode calibrate_all(Session& session) {
    for (const std::string_view other :
         {"SCENARIO", "--vary", "--patterns", "--particles", "--generations", "--predictive",
          "--replicates", "--headline", "--set", "--dry-run", "--json"}) {
        if (!session.arguments().has(other)) continue;
        usage_error(fmt::format("--all and {}", other),
                    fmt::format("--all varies every value and rule that is not fixed and takes all "
                                "patterns of role calibrate in their own scenarios: leave out {}",
                                other));
    }
    return make_belief(session, "calibrate-all.toml");
}

ExitCode carry_out_calibrate(Session& session) {
    const Arguments& arguments = session.arguments();
    if (arguments.has("--all")) return calibrate_all(session);
    for (const std::string_view other :
         {"--candidates", "--plays", "--coverage", "--second-reading"}) {
        if (arguments.has(other))
            usage_error(fmt::format("{} without --all", other), "it says how --all is done");
    }
    if (!arguments.text("SCENARIO"))
        usage_error("nothing to calibrate", "name a scenario, or --all for every value and rule");
    RunRequest request = calibrate_request(arguments);
    if (arguments.has("--dry-run")) return estimate(request, arguments, session.terminal());
    std::error_code ignored;
    const bool there = fs::exists(fs::symlink_status(request.results, ignored));
    const std::string report = request.report;
    const ExitCode code = there && request.if_there == IfThere::ask
                              ? already_there(request, session)
                              : calibrate(std::move(request), session);
    if (arguments.has("--open")) open_report(report, code, session);
    return code;
}

constexpr Positional calibrate_positionals[] = {
    {"SCENARIO", "A scenario that patterns are about, or a file that extends one", Arity::optional},
};
constexpr Option calibrate_options[] = {
    {"--all", "",
     "Every value and rival rule that is not fixed, to all patterns of role calibrate, as the "
     "belief that ships was made: half an hour on two processors; the same command goes on",
     OptionKind::flag},
    {"--candidates", "N", "With --all: how many draws of the prior to weigh (3000)",
     OptionKind::value},
    {"--plays", "FILE", "With --all: where what was measured is kept (beside the outcome)",
     OptionKind::value},
    {"--coverage", "", "With --all: how many truths are found again", OptionKind::flag},
    {"--second-reading", "",
     "With --all: by the second reading of the reports that evidence/likelihood.toml states",
     OptionKind::flag},
    {"--without-voice", "VOICE",
     "Leave out what this newsroom or office alone reported; with --all, had it reported nothing",
     OptionKind::value},
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
                                   calibrate_positionals, calibrate_options, carry_out_calibrate};

}  // namespace tumen::app
