#include "app/session/belief/print_belief.hpp"

#include <fmt/format.h>

#include "app/cli/terminal/table.hpp"
#include "belief/moved_values.hpp"
#include "belief/severity.hpp"

namespace tumen::app {

namespace {

std::string percent(double share) {
    return fmt::format("{:.0f} %", 100 * share);
}

/// Ids of patterns, with commas.
template <typename Test>
std::string patterns_where(const Belief& belief, Test test) {
    std::string ids;
    for (const PatternBelief& one : belief.patterns) {
        if (one.belief && test(one)) ids += (ids.empty() ? "" : ", ") + one.id;
    }
    return ids;
}

/// Whether anything fits, and what fitting has cost, before any number.
std::string fit_text(const Belief& belief) {
    const std::string never =
        patterns_where(belief, [](const PatternBelief& one) { return !(*one.belief > 0); });
    const std::string worse = patterns_where(belief, got_worse);
    return (never.empty() ? "Each fitted pattern is shown by some draw. "
                          : "No draw shows " + never + ": the model cannot be fitted to it. ") +
           (worse.empty() ? "None got worse." : "Fewer draws show " + worse + " than before.");
}

void print_moved(const Belief& belief, Terminal& terminal) {
    const auto moved = moved_values(belief);
    if (!moved) return;
    Table table({"VALUE", "BEFORE, 90 %", "AFTER, 90 %", "MOVED BY", "SPREAD LEFT"});
    for (const MovedValue& one : moved->values) {
        table.add({one.name, fmt::format("{:.3g} to {:.3g}", one.before.low, one.before.high),
                   fmt::format("{:.3g} to {:.3g}", one.after.low, one.after.high),
                   fmt::format("{:+.2f}", one.shift), fmt::format("{:.2f}", one.spread)});
    }
    if (!moved->values.empty()) table.print(terminal);
    terminal.say(fmt::format(
        "{} of {} values moved or narrowed by more than three errors ({:.2f} and {:.2f} spreads of "
        "the prior); the others came back as they went in.",
        moved->values.size(), moved->all, 3 * moved->shift_error, 3 * moved->spread_error));
}

/// Quantities that no report is about, in truths that are known: how many of them are found again.
void print_coverage(const CoverageTable& coverage, Terminal& terminal) {
    if (coverage.truths == 0) return;
    Table table({"QUANTITY", "TRUTHS", "HELD", "ERROR", "BELOW", "ABOVE", "OF FIRST 100",
                 "BY ALL UNWEIGHED", "HUNDREDS 84 TO 96"});
    for (const Coverage& one : coverage.quantities) {
        const auto truths = static_cast<double>(one.all.truths);
        const auto of_truths = [&](std::size_t count) {
            return one.all.truths == 0
                       ? std::string()
                       : fmt::format("{:.1f} %", 100 * static_cast<double>(count) / truths);
        };
        table.add({one.quantity, std::to_string(one.all.truths), of_truths(one.all.held),
                   one.all.truths == 0 ? "" : fmt::format("{:.1f}", 100 * error_of(one.all)),
                   of_truths(one.below), of_truths(one.above), std::to_string(one.first.held),
                   std::to_string(one.unweighed.held),
                   fmt::format("{} of {}", one.hundreds.held, one.hundreds.truths)});
    }
    table.print(terminal);
    for (const std::string& sentence : coverage_told(coverage))
        terminal.say(sentence);
}

}  // namespace

void print_belief(const Belief& belief, Terminal& terminal) {
    if (!belief.patterns.empty()) terminal.say(fit_text(belief));
    if (!belief.without.empty())
        terminal.say(fmt::format("As had {} reported nothing.", belief.without));
    if (belief.second)
        terminal.say("By the second reading of the reports, of evidence/likelihood.toml.");
    terminal.say(fmt::format(
        "{} draws of {} of the prior, of which {} were played through; they are worth {:.0f} of "
        "equal weight (largest weight {:.1f} %, Pareto shape {:.2f}).",
        belief.draws.size(), belief.candidates, belief.plays, belief.effective,
        100 * belief.largest, belief.pareto));
    Table rules({"RULE", "CHOICE", "BEFORE", "AFTER", "ERROR"});
    for (const RuleBelief& one : belief.rules) {
        rules.add({one.rule, one.choice, percent(one.prior), percent(one.belief),
                   fmt::format("{:.0f}", 100 * one.error)});
    }
    rules.print(terminal);
    Table table({"PATTERN", "PRIOR", "BELIEF", "ERROR", "A TEST", ""});
    for (const PatternBelief& one : belief.patterns) {
        table.add({one.id, one.played > 0 ? percent(one.prior) : "not played",
                   one.belief ? percent(*one.belief) : "",
                   one.belief ? fmt::format("{:.0f}", 100 * one.error) : "",
                   std::string(name_of(severity_of(one))), got_worse(one) ? "got worse" : ""});
    }
    if (!belief.patterns.empty()) table.print(terminal);
    print_moved(belief, terminal);
    print_coverage(belief.coverage, terminal);
}

}  // namespace tumen::app
