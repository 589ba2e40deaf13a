#include <fmt/format.h>

#include <algorithm>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/commands/play/check_output.hpp"
#include "app/commands/play/over_belief_output.hpp"
#include "app/commands/play/switch_off_output.hpp"
#include "app/session/belief/sign_study.hpp"
#include "app/session/play/play_answer.hpp"
#include "app/session/request/pattern_argument.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "patterns/pattern_choice.hpp"

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
    if (is_checked(argument)) {
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

RunRequest request_of(const std::string& name, const Arguments& arguments) {
    return request_named(name, ExperimentKind::check, arguments);
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

void print(const Checked& checked, Session& session) {
    Terminal& terminal = session.terminal();
    if (session.arguments().has("--json")) {
        print_json(check_json(checked), terminal);
    } else if (session.arguments().has("--rivals")) {
        print_rivals(checked, terminal);
    } else {
        print_patterns(checked, terminal);
    }
}

ExitCode check_patterns(Session& session) {
    const Arguments& arguments = session.arguments();
    const CheckChoice choice = choice_of(arguments, session.terminal());
    std::vector<RuleSetting> rules = rule_settings();
    if (!arguments.has("--rivals")) rules.resize(1);
    RunRequest request = request_of("check " + choice.name, arguments);
    const Check check = make_check(request.experiment, choice.scenarios, rules);
    request.experiment = check.experiment;
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
    const auto print_checked = [&] {
        Checked checked{choice.name,
                        check.experiment.seed,
                        check.experiment.replicates.size(),
                        {},
                        choice.conclusions};
        for (std::size_t i = 0; i < books.size(); ++i) {
            checked.settings.push_back(
                checked_setting(check.settings[i].rules.name, books[i], choice.conclusions.size()));
        }
        print(checked, session);
    };
    return play_answer(request, session, {sink, print_checked});
}

/// The scenarios of the differences alone.
RunRequest belief_request(const CheckChoice& choice, const std::vector<Measurement>& measurements,
                          const Arguments& arguments) {
    RunRequest request = request_of("check " + choice.name, arguments);
    for (const MeasuredRun& run : runs_needed(measurements)) {
        const std::string name = name_of(run);
        const auto found =
            std::find_if(choice.scenarios.begin(), choice.scenarios.end(),
                         [&](const NamedScenario& one) { return one.first == name; });
        request.experiment.points.push_back({name, found->second, {}});
    }
    return request;
}

/// Differences over draws of values and of all rival rules together.
ExitCode check_belief(Session& session) {
    const Arguments& arguments = session.arguments();
    const CheckChoice choice = choice_of(arguments, session.terminal());
    if (choice.conclusions.empty()) {
        usage_error("--belief and " + choice.name,
                    "no difference is judged there: `tumen check all --rivals --belief` judges "
                    "those that there are");
    }
    const std::vector<Measurement> measurements = measurements_of(choice.conclusions);
    SignStudy study = sign_study(belief_request(choice, measurements, arguments), measurements,
                                 PriorView::in_place_of_a_belief, arguments);
    const JudgedStudy judged{choice.conclusions, study.views, study.why_not};
    if (arguments.has("--out")) study.request.experiment.design = judged_design(judged);
    return play_signs(study, session, [&](const SignValuesOf& values_of_row) {
        std::vector<const SignValues*> values;
        values.reserve(choice.conclusions.size());
        for (std::size_t row = 0; row < choice.conclusions.size(); ++row)
            values.push_back(&values_of_row(row));
        const CheckedOverBelief checked{choice.name, study.request.experiment.seed, judged,
                                        judge(judged, values)};
        if (arguments.has("--json")) {
            print_json(over_belief_json(checked), session.terminal());
        } else {
            print_over_belief(checked, session.terminal());
        }
    });
}

ExitCode check_unknowns(Session& session) {
    const Arguments& arguments = session.arguments();
    const std::string argument = arguments.text_or("SCENARIO", "all");
    const Scenario scenario =
        scenario_of(argument == "all" ? "hyesan-handin" : argument, arguments);
    RunRequest request =
        request_named("unknowns of " + scenario.name, ExperimentKind::sensitivity, arguments);
    std::vector<ImpossibleValue> impossible;
    request.experiment = unknowns_experiment(std::move(request.experiment), scenario, impossible);
    for (const ImpossibleValue& one : impossible) {
        session.terminal().say(
            fmt::format("{} is left out of {}: {}.", one.name, scenario.name, one.why.problem));
    }
    if (request.experiment.points.empty())
        stop(ExitCode::usage, trouble("no value of an unknown is possible in " + scenario.name,
                                      impossible.front().why.problem, "another scenario"));
    UnknownsBook book(request.experiment);
    const auto print_found = [&] {
        const std::vector<UnknownResult> results = book.results();
        if (!arguments.has("--json")) return print_unknowns(results, session.terminal());
        print_json({{"scenario", scenario.name},
                    {"seed", request.experiment.seed},
                    {"replicates", request.experiment.replicates.size()},
                    {"unknowns", unknowns_json(results)}},
                   session.terminal());
    };
    return play_answer(request, session, {book, print_found});
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
ExitCode check_switched_off(const std::string& name, Session& session) {
    const Arguments& arguments = session.arguments();
    Terminal& terminal = session.terminal();
    const CheckChoice choice =
        value_or_stop(choose_switched_off(choice_of(arguments, terminal), name), ExitCode::usage);
    RunRequest request = request_of("check without " + name, arguments);
    const Check check = make_check(request.experiment, choice.scenarios, {rule_settings().front()});
    request.experiment = check.experiment;
    std::vector<Measurement> off;
    off.reserve(choice.patterns.size());
    for (const Pattern* pattern : choice.patterns)
        off.push_back(switched_off(*pattern));
    const ScenarioPoints& points = check.settings.front().points;
    MeasurementBook with(check.experiment, points, measurements_of(choice.patterns));
    MeasurementBook without(check.experiment, points, off);
    BookSink sink({}, {&with, &without});
    const auto print_found = [&] {
        const std::vector<SwitchedOff> rows = judged(choice, with, without);
        const std::size_t replicates = check.experiment.replicates.size();
        if (!arguments.has("--json")) return print_switched_off(rows, replicates, terminal);
        print_json({{"scenario", choice.name},
                    {"seed", check.experiment.seed},
                    {"replicates", replicates},
                    {"switched_off", switched_off_json(rows)}},
                   terminal);
    };
    return play_answer(request, session, {sink, print_found});
}

void refuse_beside_belief(const Arguments& arguments) {
    if (!arguments.has("--rivals")) {
        usage_error("--belief without --rivals",
                    "it says over what the differences of --rivals are judged; what share of the "
                    "belief shows each pattern is in `tumen belief show`");
    }
    if (arguments.has("--unknowns"))
        usage_error("--belief and --unknowns", "each plays something else: give one of them");
    if (arguments.has("--plays") && arguments.has("--out")) {
        usage_error("--plays and --out",
                    "both keep what was played: --out with a report and every day, --plays what "
                    "each play came to alone; give one of them");
    }
}

ExitCode carry_out_check(Session& session) {
    const Arguments& arguments = session.arguments();
    if (const auto name = arguments.text("--switch-off")) {
        if (arguments.has("--rivals") || arguments.has("--unknowns") || arguments.has("--belief"))
            usage_error("--switch-off", "give it without --rivals, --belief and --unknowns");
        return check_switched_off(*name, session);
    }
    if (arguments.has("--belief")) {
        refuse_beside_belief(arguments);
        return check_belief(session);
    }
    for (const std::string_view other : {"--plays", "--without-voice"}) {
        if (arguments.has(other))
            usage_error(fmt::format("{} without --belief", other), "it is about draws of it");
    }
    if (!arguments.has("--unknowns")) return check_patterns(session);
    if (arguments.has("--rivals")) usage_error("--rivals and --unknowns", "give one of them");
    return check_unknowns(session);
}

constexpr Positional check_positionals[] = {
    {"SCENARIO", "A scenario that patterns are about, a file that extends one, or all (all)",
     Arity::optional}};
constexpr Option check_own_options[] = {
    {"--rivals", "",
     "Under each rival rule too: which patterns it shows, which conclusions survive",
     OptionKind::flag},
    {"--belief", "",
     "With --rivals: in which share of draws of the belief, values and all rules drawn together, "
     "each difference keeps its sign, over all of them and under each rival",
     OptionKind::flag},
    {"--patterns", "FILE",
     "Patterns of your own instead of the ledger's, a TOML file written as evidence/patterns.toml",
     OptionKind::value},
    {"--switch-off", "NAME",
     "Whether tests fail once their mechanism is off: of the pattern or parameter NAME, or all",
     OptionKind::value},
    {"--unknowns", "", "How the headline ratio moves over what nobody knows, patterns aside",
     OptionKind::flag},
    shared("--replicates",
           "How many times to play each scenario (64); with --belief how many draws (384)"),
    {"--plays", "FILE",
     "With --belief: keep there what each play came to; the same command goes on where it was "
     "stopped, and judges again without playing",
     OptionKind::value},
    shared("--without-voice"),
    shared("--seed"),
    shared("--out", "Keep what is played as a results file, with a report beside it"),
};
constexpr auto check_options = options_of(check_own_options, play_options, life_options);

}  // namespace

const Command check_command = {"check",
                               "Which reported patterns the model shows, and under which rules",
                               check_positionals, check_options, carry_out_check};

}  // namespace tumen::app
