#include "app/session/belief/print_belief.hpp"

#include <fmt/format.h>

#include "app/cli/tables/belief/belief_columns.hpp"
#include "app/cli/tables/belief/rules_table.hpp"
#include "app/cli/terminal/table.hpp"

namespace tumen::app {

namespace {

template <class Row>
void print_rows(const std::vector<Row>& rows, Terminal& terminal) {
    Table table(heads_of<Row>());
    for (const Row& one : rows)
        table.add(cells_of(one));
    table.print(terminal);
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
           (worse.empty() ? "None is shown by fewer beyond two errors."
                          : "Fewer draws show " + worse + " than before.");
}

void print_moved(const Belief& belief, Terminal& terminal) {
    const auto moved = moved_values(belief);
    if (!moved) return;
    Table table(heads_of<MovedRow>());
    for (const MovedValue& one : moved->values)
        table.add(cells_of(MovedRow{one, true}));
    if (!moved->values.empty()) table.print(terminal);
    terminal.say(fmt::format(
        "{} of {} values moved or narrowed by more than three errors ({:.2f} and {:.2f} spreads of "
        "the prior); the others came back as they went in.",
        moved->values.size(), moved->all, 3 * moved->shift_error, 3 * moved->spread_error));
}

/// Quantities that no report is about, in truths that are known: how many of them are found again.
void print_coverage(const CoverageTable& coverage, Terminal& terminal) {
    if (coverage.truths == 0) return;
    print_rows(coverage.quantities, terminal);
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
    print_rules(
        belief.rules, [](const RuleBelief& row) { return row.prior; }, "AFTER",
        [](const RuleBelief& row) { return row.belief; }, terminal);
    if (!belief.patterns.empty()) print_rows(belief.patterns, terminal);
    print_moved(belief, terminal);
    print_coverage(belief.coverage, terminal);
}

}  // namespace tumen::app
