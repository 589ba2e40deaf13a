#include "app/commands/belief/hindcast_output.hpp"

#include <fmt/format.h>

#include "app/cli/tables/belief/forecast_columns.hpp"
#include "app/cli/terminal/table.hpp"

namespace tumen::app {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string_view words_of(Hindsight hindsight) {
    return hindsight == Hindsight::kept ? "Values and events are as they are believed today."
                                        : "What was told later is taken out or widened.";
}

void say_list(std::string_view words, const std::vector<std::string>& names, Terminal& terminal) {
    if (names.empty()) return;
    terminal.exact(
        fmt::format("{} ({}): {}.\n", terminal.told(words), names.size(), joined(names)));
}

void say_head(const JudgedForecast& one, Terminal& terminal) {
    const Forecast& forecast = one.forecast;
    const auto say = [&](const std::string& line) {
        terminal.exact(terminal.told_cell(line) + "\n");
    };
    const bool kept = one.cut->hindsight == Hindsight::kept;
    terminal.exact(terminal.strong(fmt::format("Known by {}, {}", iso(one.cut->date),
                                               name_of(one.cut->hindsight))) +
                   "\n");
    terminal.data(std::string(words_of(one.cut->hindsight)) + "\n");
    say(
        fmt::format("{} reports weigh {} draws; they are worth {:.0f} equal ones, the largest has "
                    "{:.0f} % of the weight.",
                    forecast.reports, forecast.draws, forecast.effective, 100 * forecast.largest));
    terminal.exact(terminal.told("The hash of the forecast as it was written down:") + " " +
                   hex(forecast_hash(one.text)) + "\n");
    if (forecast.effective < fewest_effective) {
        say(
            fmt::format("Too few to be relied on: under {:.0f}. More --replicates help, or wider "
                        "errors of reports as a statement.",
                        fewest_effective));
    }
    const KnownScenario& known = one.cut->known;
    say_list("Not yet known, and not played", known.dropped, terminal);
    say_list(kept ? "Seen beforehand, events told by later sources alone"
                  : "Taken out, events told by later sources alone",
             known.seen, terminal);
    terminal.exact(
        fmt::format("{}: {}\n",
                    terminal.told(kept ? "Seen beforehand, values that have a later source"
                                       : "Widened, values that have a later source"),
                    one.cut->told_later.size()));
    if (one.as_was > 0) {
        say(
            fmt::format("{} draws stay as they are believed: nothing wider that can be played was "
                        "found for them.",
                        one.as_was));
    }
}

void print_forecast(const Targets& targets, const Forecast& forecast, Terminal& terminal) {
    Table table(heads_of<ForetoldRow>());
    for (const TargetForecast& one : forecast.targets)
        table.add(cells_of(ForetoldRow{one, targets.series[one.question.series]}));
    table.print(terminal);
}

void print_scores(const Judgement& judgement, Terminal& terminal) {
    Table table(heads_of<TargetScore>());
    for (const TargetScore& one : judgement.targets)
        table.add(cells_of(one));
    table.print(terminal);
    for (const std::string& id : judgement.unforeseen)
        terminal.data(id + ": no draw has a value.\n");
    Table all(heads_of<ScoreSummary>());
    for (const ScoreSummary& one : judgement.summaries)
        all.add(cells_of(one));
    all.print(terminal);
}

}  // namespace

void print_forecasts(const Targets& targets, const std::vector<JudgedForecast>& made,
                     Terminal& terminal) {
    for (const JudgedForecast& one : made) {
        if (&one != made.data()) terminal.data("\n");
        say_head(one, terminal);
        print_forecast(targets, one.forecast, terminal);
        if (one.judgement) print_scores(*one.judgement, terminal);
    }
    if (made.empty() || !made.front().judgement) return;
    terminal.data(
        "\nSkill: 1 - CRPS over that of the rival; 0 is as good, below 0 worse. Scores "
        "are on the scale of the series (log-odds or logarithm).\n");
}

}  // namespace tumen::app
