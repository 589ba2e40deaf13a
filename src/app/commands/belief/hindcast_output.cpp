#include "app/commands/belief/hindcast_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/terminal/table.hpp"

namespace tumen::app {

namespace {

std::string number(double value) {
    return fmt::format("{:.3g}", value);
}

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

std::string score_text(const std::optional<Scored>& score) {
    return score ? number(score->crps) : "";
}

std::string skill_text(const AgainstRival& against) {
    if (against.crps.targets == 0) return "";
    const std::string error =
        std::isfinite(against.crps.error) ? fmt::format(" +- {:.2f}", against.crps.error) : "";
    return fmt::format("{:.2f}{} of {}", against.crps.value, error, against.crps.targets);
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
    Table table({"TARGET", "VOICE", "5 %", "MIDDLE", "95 %", "PRIOR", "LAST", "TREND", "UNIT"});
    const auto middle = [&](const Mixture& mixture, ReportScale scale) {
        return mixture.empty() ? std::string() : number(quantiles_of(mixture, scale)[2]);
    };
    for (const TargetForecast& one : forecast.targets) {
        const ReportSeries& series = targets.series[one.question.series];
        const auto rival = [&](const std::optional<Component>& component) {
            return component ? middle({*component}, series.scale) : std::string();
        };
        const std::vector<double> quantiles = quantiles_of(one.forecast, series.scale);
        const auto at = [&](std::size_t place) {
            return quantiles.empty() ? std::string("none") : number(quantiles[place]);
        };
        table.add({one.question.id, one.question.voice, at(0), at(2), at(4),
                   middle(one.prior, series.scale), rival(one.persistence), rival(one.trend),
                   series.unit});
    }
    table.print(terminal);
}

void print_scores(const Judgement& judgement, Terminal& terminal) {
    Table table({"TARGET", "TOLD", "IN 50 %", "IN 90 %", "CRPS", "PRIOR", "LAST", "TREND", "LOG"});
    const auto answer = [](Covered covered) { return covered == Covered::yes ? "yes" : "no"; };
    for (const TargetScore& one : judgement.targets) {
        table.add({one.id, number(one.observed), answer(one.model.in_half),
                   answer(one.model.in_ninety), number(one.model.crps), number(one.prior.crps),
                   score_text(one.persistence), score_text(one.trend),
                   number(one.model.log_score)});
    }
    table.print(terminal);
    for (const std::string& id : judgement.unforeseen)
        terminal.data(id + ": no draw has a value.\n");
    Table all({"VOICE", "TARGETS", "IN 50 %", "IN 90 %", "CRPS", "LOG", "SKILL AGAINST PRIOR",
               "LAST", "TREND"});
    for (const ScoreSummary& one : judgement.summaries) {
        all.add({one.voice.empty() ? "all" : one.voice, std::to_string(one.targets),
                 std::to_string(one.in_half), std::to_string(one.in_ninety), number(one.crps),
                 number(one.log_score), skill_text(one.prior), skill_text(one.persistence),
                 skill_text(one.trend)});
    }
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
