#include <algorithm>
#include <filesystem>
#include <numeric>

#include "app/cli/build_info.hpp"
#include "app/cli/command_list.hpp"
#include "app/cli/files.hpp"
#include "app/cli/limits.hpp"
#include "app/cli/shared_options.hpp"
#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/commands/check_output.hpp"
#include "app/commands/switch_off_output.hpp"
#include "app/session/make_report.hpp"
#include "app/session/pattern_argument.hpp"
#include "app/session/play_everywhere.hpp"
#include "app/session/progress.hpp"
#include "app/session/run_request.hpp"
#include "app/session/scenario_argument.hpp"
#include "app/session/status_file.hpp"
#include "patterns/pattern_choice.hpp"
#include "store/reader.hpp"

namespace tumen::app {

namespace {

std::vector<Measurement> measurements_of(const std::vector<const Conclusion*>& chosen) {
    std::vector<Measurement> measurements;
    measurements.reserve(chosen.size());
    for (const Conclusion* one : chosen)
        measurements.push_back(measurement_of(*one));
    return measurements;
}

/// The patterns of a file of one's own; without SCENARIO each names its own.
CheckChoice file_choice(const std::string& path, const Arguments& arguments,
                        const LoadScenario& load) {
    if (arguments.has("--rivals") && !arguments.text("SCENARIO"))
        usage_error("--patterns and --rivals", "name a scenario, too");
    std::optional<Scenario> scenario;
    if (const auto argument = arguments.text("SCENARIO")) scenario = load(*argument);
    auto own = own_patterns_of(path, scenario ? scenario->name : "");
    return value_or_stop(choose_file_check(std::move(own), std::move(scenario), load),
                         ExitCode::usage);
}

CheckChoice choice_of(const Arguments& arguments, Terminal& terminal) {
    const LoadScenario load = [&](const std::string& name) { return scenario_of(name, arguments); };
    if (const auto path = arguments.text("--patterns")) return file_choice(*path, arguments, load);
    const std::string argument = arguments.text_or("SCENARIO", "all");
    if (is_checked(argument) == Answer::yes) {
        const Rivals rivals = arguments.has("--rivals") ? Rivals::played : Rivals::left_out;
        return value_or_stop(choose_check(argument, rivals, load), ExitCode::usage);
    }
    CheckChoice choice = value_or_stop(choose_own_check(load(argument)), ExitCode::usage);
    if (choice.left_out > 0) {
        terminal.say(
            fmt::format("{} patterns of {} compare it with another scenario and are left out.",
                        choice.left_out, choice.patterns.front()->test.scenario));
    }
    return choice;
}

Experiment blank_experiment(ExperimentKind kind, const std::string& name,
                            const Arguments& arguments) {
    Experiment experiment;
    experiment.kind = kind;
    experiment.name = name;
    experiment.command = plain_command(arguments);
    experiment.seed = arguments.whole_or("--seed", default_seed, 0, most_seed);
    experiment.replicates.resize(
        arguments.whole_or("--replicates", default_replicates, 1, most_replicates));
    std::iota(experiment.replicates.begin(), experiment.replicates.end(), 1U);
    return experiment;
}

Summary play(const Experiment& experiment, const DoneSet& done, ResultSink& sink,
             StatusFile& status, const Arguments& arguments, Terminal& terminal) {
    EnsembleOptions options = playing_options(arguments);
    terminal.say(fmt::format("{} scenarios, {} replicates each, seed {}, {} threads",
                             experiment.points.size(), experiment.replicates.size(),
                             experiment.seed, options.threads));
    ProgressLine line(terminal);
    options.progress = [&](const Progress& progress) {
        line(progress);
        status.progress(progress);
    };
    options.stop = &stop_on_signals();
    return value_or_stop(play_everywhere(experiment, done, options, sink));
}

/// Plays into a results file, and hands what the file then holds to `sink`.
Summary play_and_keep(const Experiment& experiment, const std::string& path, ResultSink& sink,
                      StatusFile& status, const Arguments& arguments, Terminal& terminal) {
    if (arguments.has("--resume") && arguments.has("--force"))
        usage_error("--force and --resume", "give one of them");
    stop_on_signals();  // from the first byte on the disk they end the work in order
    const Overwrite overwrite = arguments.has("--force") ? Overwrite::replace : Overwrite::refuse;
    auto store = value_or_stop(
        arguments.has("--resume") ? ResultStore::resume_or_create(path, experiment, this_build())
                                  : ResultStore::create(path, experiment, this_build(), overwrite));
    const Summary summary = play(experiment, store->done(), *store, status, arguments, terminal);
    const auto problem = summary.left == 0 ? store->close() : store->close_unfinished();
    if (problem) stop(ExitCode::failed, *problem);
    const std::string where = store->where();
    store.reset();
    if (summary.interrupted == Answer::yes) {
        terminal.say(
            fmt::format("Interrupted. What was finished is in {}; this plays the rest:\n  {}",
                        where, resume_command(arguments)));
        return summary;
    }
    auto stored = value_or_stop(ResultReader::open(where));
    for (const ReplicateKey key : stored->replicates())
        sink.accept(value_or_stop(stored->read(key)));
    const std::string report = with_ending(path, ".html");
    make_report(*stored, report, Overwrite::replace);
    terminal.say(fmt::format("Results  {}\nReport   {}", path, report));
    return summary;
}

Summary play_wherever(const Experiment& experiment, ResultSink& sink, const Arguments& arguments,
                      Terminal& terminal) {
    StatusFile status(arguments.text("--status"));
    const auto path = arguments.text("--out");
    const Summary summary =
        path ? play_and_keep(experiment, *path, sink, status, arguments, terminal)
             : play(experiment, {}, sink, status, arguments, terminal);
    status.ended(summary);
    if (!path && summary.interrupted == Answer::yes)
        terminal.say("Interrupted; with --out what is finished would be kept.");
    return summary;
}

ExitCode code_of(const Summary& summary) {
    return summary.failed > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

/// The books of one choice of rules.
struct Books {
    PatternBook patterns;
    MeasurementBook conclusions;
};

CheckedSetting checked_setting(const std::string& name, const Books& books,
                               std::size_t conclusions) {
    CheckedSetting setting{name, books.patterns.results(), {}};
    for (std::size_t i = 0; i < conclusions; ++i)
        setting.conclusions.push_back(conclude(books.conclusions.values(i)));
    return setting;
}

ExitCode check_patterns(const Arguments& arguments, Terminal& terminal) {
    const CheckChoice choice = choice_of(arguments, terminal);
    std::vector<RuleSetting> rules = rule_settings();
    if (!arguments.has("--rivals")) rules.resize(1);
    const Check check =
        make_check(blank_experiment(ExperimentKind::check, "check " + choice.name, arguments),
                   choice.scenarios, rules);
    std::vector<Books> books;
    books.reserve(check.settings.size());
    for (const Check::Setting& setting : check.settings) {
        books.push_back({PatternBook(check.experiment, setting.points, choice.patterns),
                         MeasurementBook(check.experiment, setting.points,
                                         measurements_of(choice.conclusions))});
    }
    std::vector<PatternBook*> pattern_books;
    std::vector<MeasurementBook*> measurement_books;
    for (Books& one : books) {
        pattern_books.push_back(&one.patterns);
        measurement_books.push_back(&one.conclusions);
    }
    BookSink sink(pattern_books, measurement_books);
    const Summary summary = play_wherever(check.experiment, sink, arguments, terminal);
    if (summary.interrupted == Answer::yes) return ExitCode::interrupted;

    Checked checked{choice.name,
                    check.experiment.seed,
                    check.experiment.replicates.size(),
                    {},
                    choice.conclusions};
    for (std::size_t i = 0; i < books.size(); ++i) {
        checked.settings.push_back(
            checked_setting(check.settings[i].rules.name, books[i], choice.conclusions.size()));
    }
    if (arguments.has("--json")) {
        print_json(check_json(checked), terminal);
    } else if (arguments.has("--rivals")) {
        print_rivals(checked, terminal);
    } else {
        print_patterns(checked, terminal);
    }
    return code_of(summary);
}

ExitCode check_unknowns(const Arguments& arguments, Terminal& terminal) {
    const std::string argument = arguments.text_or("SCENARIO", "all");
    const Scenario scenario =
        scenario_of(argument == "all" ? "hyesan-handin" : argument, arguments);
    const Experiment experiment = unknowns_experiment(
        blank_experiment(ExperimentKind::sensitivity, "unknowns of " + scenario.name, arguments),
        scenario);
    UnknownsBook book(experiment);
    const Summary summary = play_wherever(experiment, book, arguments, terminal);
    if (summary.interrupted == Answer::yes) return ExitCode::interrupted;
    const std::vector<UnknownResult> results = book.results();
    if (arguments.has("--json")) {
        print_json({{"scenario", scenario.name},
                    {"seed", experiment.seed},
                    {"replicates", experiment.replicates.size()},
                    {"unknowns", unknowns_json(results)}},
                   terminal);
    } else {
        print_unknowns(results, terminal);
    }
    return code_of(summary);
}

std::vector<SwitchedOff> judged(const CheckChoice& choice, const MeasurementBook& with,
                                const MeasurementBook& without) {
    std::vector<SwitchedOff> rows;
    for (std::size_t i = 0; i < choice.patterns.size(); ++i) {
        const Pattern& pattern = *choice.patterns[i];
        rows.push_back({judge(pattern, with.values(i), with.without_value(i)),
                        judge(pattern, without.values(i), without.without_value(i))});
    }
    return rows;
}

/// Plays each claim's test with its mechanism and without it.
ExitCode check_switched_off(const std::string& name, const Arguments& arguments,
                            Terminal& terminal) {
    const CheckChoice choice =
        value_or_stop(choose_switched_off(choice_of(arguments, terminal), name), ExitCode::usage);
    const Check check =
        make_check(blank_experiment(ExperimentKind::check, "check without " + name, arguments),
                   choice.scenarios, {rule_settings().front()});
    std::vector<Measurement> off;
    for (const Pattern* pattern : choice.patterns)
        off.push_back(switched_off(*pattern));
    const ScenarioPoints& points = check.settings.front().points;
    MeasurementBook with(check.experiment, points, measurements_of(choice.patterns));
    MeasurementBook without(check.experiment, points, off);
    BookSink sink({}, {&with, &without});
    const Summary summary = play_wherever(check.experiment, sink, arguments, terminal);
    if (summary.interrupted == Answer::yes) return ExitCode::interrupted;
    const std::vector<SwitchedOff> rows = judged(choice, with, without);
    const std::size_t replicates = check.experiment.replicates.size();
    if (arguments.has("--json")) {
        print_json({{"scenario", choice.name},
                    {"seed", check.experiment.seed},
                    {"replicates", replicates},
                    {"switched_off", switched_off_json(rows)}},
                   terminal);
    } else {
        print_switched_off(rows, replicates, terminal);
    }
    return code_of(summary);
}

ExitCode carry_out(const Arguments& arguments, Terminal& terminal) {
    if (const auto name = arguments.text("--switch-off")) {
        if (arguments.has("--rivals") || arguments.has("--unknowns"))
            usage_error("--switch-off", "give it without --rivals and --unknowns");
        return check_switched_off(*name, arguments, terminal);
    }
    if (!arguments.has("--unknowns")) return check_patterns(arguments, terminal);
    if (arguments.has("--rivals")) usage_error("--rivals and --unknowns", "give one of them");
    return check_unknowns(arguments, terminal);
}

constexpr Positional positionals[] = {
    {"SCENARIO", "A scenario that patterns are about, a file that extends one, or all (all)",
     Arity::optional}};
constexpr Option options[] = {
    {"--rivals", "",
     "Under each rival rule too: which patterns it shows, which conclusions survive",
     OptionKind::flag},
    {"--patterns", "FILE",
     "Patterns of your own instead of the ledger's, a TOML file written as evidence/patterns.toml",
     OptionKind::value},
    {"--switch-off", "NAME",
     "Whether tests fail once their mechanism is off: of the pattern or parameter NAME, or all",
     OptionKind::value},
    {"--unknowns", "", "How the headline ratio moves over what nobody knows, patterns aside",
     OptionKind::flag},
    shared("--replicates", "How many times to play each scenario (64)"),
    shared("--seed"),
    shared("--threads"),
    shared("--set", "Another value for a parameter in every scenario; may be repeated"),
    shared("--beyond-evidence", "Allow values outside the range of the evidence"),
    shared("--out", "Keep what is played as a results file, with a report beside it"),
    shared("--resume", "Keep the replicates that are in it, play the others"),
    shared("--force"),
    shared("--status"),
    shared("--json"),
    shared("--wards-a-task"),
    shared("--no-shared-past"),
};

}  // namespace

const Command check_command = {"check",
                               "Which reported patterns the model shows, and under which rules",
                               positionals, options, carry_out};

}  // namespace tumen::app
