#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/command_list.hpp"
#include "app/cli/command/limits.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/commands/belief/hindcast_output.hpp"
#include "app/session/play/plays_file.hpp"
#include "app/session/request/run_request.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "app/session/session.hpp"
#include "base/text.hpp"
#include "experiment/disk_files.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

/// tumen hindcast: forecasts from what was known on a date, written down before they are scored.
namespace tumen::app {

namespace {

constexpr std::size_t numbers_at_once = 16;

/// A date, or a year for its last day.
Date cutoff_of(const std::string& text) {
    if (const auto date = read_date(text)) return *date;
    if (const auto date = text.size() == 4 ? read_date(text + "-12-31") : std::nullopt)
        return *date;
    usage_error("--cutoff " + shell_quoted(printable(text, 40)),
                "a date as 2021-12-31, or a year for its last day");
}

std::vector<Date> cutoffs_of(const Arguments& arguments, const Scenario& scenario) {
    std::vector<Date> dates;
    for (const std::string& text : arguments.list("--cutoff"))
        dates.push_back(cutoff_of(text));
    if (dates.empty()) usage_error("no --cutoff", "name a date as --cutoff 2021-12-31");
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    const Date last = plus_days(scenario.start, scenario.plan.days - 1);
    for (const Date date : dates) {
        if (date < scenario.start || last < date) {
            usage_error(fmt::format("--cutoff {} lies outside {}", iso(date), scenario.name),
                        fmt::format("it plays {} to {}", iso(scenario.start), iso(last)));
        }
    }
    return dates;
}

std::vector<Hindsight> hindsights_of(const Arguments& arguments) {
    const std::map<std::string_view, std::vector<Hindsight>> known = {
        {"both", {Hindsight::kept, Hindsight::taken_out}},
        {"seen", {Hindsight::kept}},
        {"widened", {Hindsight::taken_out}}};
    const std::string said = arguments.text_or("--hindsight", "both");
    const auto found = known.find(said);
    if (found == known.end()) {
        usage_error("--hindsight " + shell_quoted(printable(said, 40)), "both, seen or widened");
    }
    return found->second;
}

HindcastSettings settings_of(const Arguments& arguments) {
    HindcastSettings settings;
    settings.seed = seed_asked(arguments);
    settings.draws = static_cast<std::uint32_t>(
        arguments.whole_or("--replicates", settings.draws, 2, most_replicates));
    if (const auto said = arguments.text("--size")) {
        const auto size = read_number(*said);
        if (!size || *size < 0.01 || *size > 1) {
            usage_error("--size " + shell_quoted(printable(*said, 40)),
                        "expected a share of the residents from 0.01 to 1");
        }
        settings.size = *size;
    }
    return settings;
}

Targets targets_of(const Arguments& arguments) {
    const auto path = arguments.text("--targets");
    if (!path) return ledger_targets();
    const ScenarioText text = value_or_stop(read_scenario_file(*path), ExitCode::usage);
    return value_or_stop(read_targets(text), ExitCode::usage);
}

/// What was played before, by key; lines of other models, scenarios or targets are left alone.
using Played = std::map<std::string, std::map<std::uint32_t, TargetValues>, std::less<>>;
Played played_before(const PlaysFile& file) {
    Played played;
    for (const std::string& line : file.lines()) {
        std::string_view left = line;
        const std::string key(next_word(left));
        const auto number = static_cast<std::uint32_t>(whole_of(next_word(left)));
        if (number > 0) played[key].insert_or_assign(number, values_of(left));
    }
    return played;
}

/// Everything that one call makes forecasts from.
struct Hindcast {
    Targets targets;
    std::vector<std::size_t> asked;
    HindcastSettings settings;
    std::vector<CutOff> cuts;
};

std::string key_of(const Hindcast& hindcast, const CutOff& cut) {
    return hex(play_key(cut, hindcast.settings, ledger_priors(), hindcast.targets, hindcast.asked,
                        model_fingerprint()));
}

/// What a batch came to, point by point, into the file and the forecasts.
void keep(const Hindcast& hindcast, const CutsPlayedTogether& cuts, const TargetBook& book,
          PlaysFile& file) {
    for (std::uint32_t point = 0; point < cuts.size(); ++point) {
        const std::string key = key_of(hindcast, *cuts[point]);
        for (const auto& [number, values] : book.values(point)) {
            if (!cuts[point]->plays.insert_or_assign(number, values).second) continue;
            file.add(fmt::format("{} {}{}", key, number, words_of(values)));
        }
    }
    file.flush();
}

Summary play(const Hindcast& hindcast, const CutsPlayedTogether& cuts, PlaysFile& file,
             Session& session) {
    std::vector<std::uint32_t> left = to_play(cuts, hindcast.settings);
    const EnsembleOptions playing = playing_options(session.arguments());
    Summary all;
    while (!left.empty()) {
        const auto some = static_cast<std::ptrdiff_t>(std::min(left.size(), numbers_at_once));
        const std::vector<std::uint32_t> now(left.begin(), left.begin() + some);
        const Experiment experiment =
            value_or_stop(experiment_of(cuts, hindcast.settings, ledger_priors(), now));
        TargetBook book(hindcast.targets, hindcast.asked, experiment.points.front().scenario);
        add(all, session.play(experiment, {}, playing, book));
        keep(hindcast, cuts, book, file);
        if (all.interrupted) return all;
        if (all.failed > 0)
            stop(ExitCode::some_replicates_failed, trouble("a draw could not be played"));
        left.erase(left.begin(), left.begin() + some);
    }
    return all;
}

Summary play_all(Hindcast& hindcast, PlaysFile& file, Session& session) {
    const Played before = played_before(file);
    for (CutOff& cut : hindcast.cuts) {
        const auto found = before.find(key_of(hindcast, cut));
        if (found == before.end()) continue;
        for (const auto& [number, values] : found->second) {
            if (number <= hindcast.settings.draws && values.size() == hindcast.asked.size())
                cut.plays.emplace(number, values);
        }
    }
    const std::vector<CutsPlayedTogether> together = played_together(hindcast.cuts);
    std::size_t expected = 0;
    for (const CutsPlayedTogether& cuts : together)
        expected += to_play(cuts, hindcast.settings).size() * cuts.size();
    session.expect(expected);
    Summary all;
    for (const CutsPlayedTogether& cuts : together) {
        add(all, play(hindcast, cuts, file, session));
        if (all.interrupted) break;
    }
    all.left = expected - all.done - all.failed;
    session.ended(all);
    return all;
}

/// All forecasts, in a file before anything later is looked at.
std::vector<JudgedForecast> forecasts_of(Hindcast& hindcast, const std::string& path) {
    std::vector<JudgedForecast> made;
    std::string text =
        "# Forecasts by `tumen hindcast`, 5, 25, 50, 75 and 95 % of what will be told, with the "
        "errors of\n# reports. A hash is of its forecast's text without the line of the hash.\n";
    for (CutOff& cut : hindcast.cuts) {
        const SplitTargets split = split_at(hindcast.targets, hindcast.asked, cut.date);
        JudgedForecast& one = made.emplace_back();
        one.cut = &cut;
        one.as_was = value_or_stop(not_widened(cut, hindcast.settings, ledger_priors())).size();
        one.forecast = forecast_from(hindcast.targets, split, cut.date, cut.plays);
        one.text =
            write_forecast(hindcast.targets, one.forecast, std::string(name_of(cut.hindsight)));
        const std::size_t first = one.text.find('\n') + 1;
        text += "\n" + one.text.substr(0, first) + "hash = \"" + hex(forecast_hash(one.text)) +
                "\"\n" + one.text.substr(first);
    }
    write_file(path, text, Overwrite::replace);
    return made;
}

Hindcast hindcast_of(const Arguments& arguments) {
    const Scenario scenario = scenario_of(*arguments.text("SCENARIO"), arguments);
    Hindcast hindcast{targets_of(arguments), {}, settings_of(arguments), {}};
    hindcast.asked = value_or_stop(askable(hindcast.targets, scenario), ExitCode::usage);
    for (const Date date : cutoffs_of(arguments, scenario)) {
        for (const Hindsight hindsight : hindsights_of(arguments))
            hindcast.cuts.push_back(cut_off(scenario, date, hindsight, ledger_priors()));
    }
    if (hindcast.asked.empty()) {
        usage_error("no target lies in the days of " + scenario.name,
                    "play more days, or name other targets with --targets");
    }
    return hindcast;
}

ExitCode make_hindcast(Session& session) {
    const Arguments& arguments = session.arguments();
    Terminal& terminal = session.terminal();
    Hindcast hindcast = hindcast_of(arguments);
    const std::string path =
        arguments.text_or("--out", hindcast.cuts.front().known.scenario.name + ".forecast.toml");
    PlaysFile file(arguments.text_or("--plays", with_ending(path, ".plays")),
                   "tumen hindcast plays", "no plays of hindcasts");
    if (play_all(hindcast, file, session).interrupted) {
        terminal.say(fmt::format("{}; the same command goes on.", session.why_interrupted()));
        return ExitCode::interrupted;
    }
    std::vector<JudgedForecast> made = forecasts_of(hindcast, path);
    if (arguments.has("--score")) {
        for (JudgedForecast& one : made)
            one.judgement = judge(hindcast.targets, one.forecast);
    }
    const std::string page = arguments.text_or("--report", with_ending(path, ".html"));
    const auto told = [&](std::string_view text) { return terminal.told_cell(text); };
    write_file(page,
               hindcast_page(hindcast.targets, made,
                             {version_text(), plain_command(arguments), hindcast.settings},
                             {std::string(terminal.language_code()), told}),
               Overwrite::replace);
    if (arguments.has("--json")) {
        print_forecasts_json(hindcast.targets, made, terminal);
    } else {
        print_forecasts(hindcast.targets, made, terminal);
    }
    const std::size_t left_out = hindcast.targets.targets.size() - hindcast.asked.size();
    if (left_out > 0)
        terminal.say(fmt::format("{} targets lie outside the days that are played", left_out));
    terminal.say("Forecasts  " + path);
    terminal.say("Page       " + page);
    return ExitCode::done;
}

constexpr Positional hindcast_positionals[] = {{"SCENARIO", "The history that is played"}};
constexpr Option hindcast_options[] = {
    {"--cutoff", "DATE",
     "Forecast from what was told by then; a year is its last day; may be "
     "repeated",
     OptionKind::list},
    {"--score", "", "Score the forecasts by what was told later", OptionKind::flag},
    {"--hindsight", "WHAT",
     "What rests on later sources: seen (kept), widened (taken out), or both forecasts (both)",
     OptionKind::value},
    shared("--replicates", "How many draws of the prior to play (128)"),
    {"--size", "SHARE", "How large the cities are that are played, of their residents (0.25)",
     OptionKind::value},
    {"--targets", "FILE", "Other targets than those of the evidence", OptionKind::value},
    shared("--out", "Where the forecasts go (SCENARIO.forecast.toml)"),
    {"--report", "FILE", "Where the page goes that shows them (beside the forecasts)",
     OptionKind::value},
    {"--plays", "FILE", "Where what was measured is kept (beside the forecasts)",
     OptionKind::value},
    shared("--seed"),
    shared("--threads"),
    shared("--time-limit", "Stop after this time, as \"10 min\"; the same command goes on"),
    shared("--status"),
    shared("--set", "Another value for a parameter, held in all draws"),
    shared("--beyond-evidence"),
    shared("--json"),
};

}  // namespace

const Command hindcast_command = {
    "hindcast", "Foretell what was told after a date from what was told before, and score it",
    hindcast_positionals, hindcast_options, make_hindcast};

}  // namespace tumen::app
