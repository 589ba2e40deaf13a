#include <fmt/format.h>

#include <algorithm>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/commands/belief/belief_text.hpp"
#include "belief/moved_values.hpp"
#include "belief/severity.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

/// tumen belief: what ships, whether it still holds, and what patterns and rules came to.
namespace tumen::app {

namespace {

std::string percent(double share) {
    return fmt::format("{:.0f} %", 100 * share);
}

Json rules_json(const Belief& belief) {
    Json rules = Json::array();
    for (const RuleBelief& one : belief.rules) {
        rules.push_back({{"rule", one.rule},
                         {"choice", one.choice},
                         {"prior", one.prior},
                         {"belief", one.belief},
                         {"error", one.error}});
    }
    return rules;
}

Json patterns_json(const Belief& belief) {
    Json patterns = Json::array();
    for (const PatternBelief& one : belief.patterns) {
        patterns.push_back({{"id", one.id},
                            {"prior", one.prior},
                            {"played", one.played},
                            {"severity", name_of(severity_of(one))},
                            {"belief", one.belief ? Json(*one.belief) : Json()},
                            {"error", one.error},
                            {"worse", got_worse(one)}});
    }
    return patterns;
}

ExitCode show(const Arguments& arguments, Terminal& terminal) {
    const Belief& belief = ledger_belief();
    const std::string why = outdated(belief, model_fingerprint());
    if (arguments.has("--json")) {
        print_json({{"holds", why.empty()},
                    {"why_not", why},
                    {"draws", belief.draws.size()},
                    {"effective", belief.effective},
                    {"pareto", belief.pareto},
                    {"largest", belief.largest},
                    {"candidates", belief.candidates},
                    {"plays", belief.plays},
                    {"residents", belief.residents},
                    {"rules", rules_json(belief)},
                    {"patterns", patterns_json(belief)}},
                   terminal);
        return ExitCode::done;
    }
    if (!why.empty()) terminal.say("Prior only: " + why + "; `tumen belief make` renews it.");
    if (!belief.draws.empty()) print_belief(belief, terminal);
    return ExitCode::done;
}

/// The same draws as when it was made? Where renewal is due, the evidence has to say so.
ExitCode check(const Arguments&, Terminal& terminal) {
    const Belief& belief = ledger_belief();
    const std::string why = outdated(belief, model_fingerprint());
    if (!belief.renewal_due.empty()) {
        terminal.say("Renewal of the belief is due: " + why + ".");
        return ExitCode::done;
    }
    if (!why.empty()) {
        stop(ExitCode::difference,
             trouble("the belief does not hold", why,
                     "renew it with `tumen belief make`, or say in evidence/belief.toml "
                     "under renewal_due why it is to be renewed"));
    }
    if (value_or_stop(replays_of(belief)) != belief.replays) {
        stop(ExitCode::difference,
             trouble("draws of the belief play otherwise than when it was made", "",
                     "renew it with `tumen belief make`"));
    }
    terminal.say(
        fmt::format("{} draws of the belief play as when it was made.", belief.replays.size()));
    return ExitCode::done;
}

constexpr Option show_options[] = {shared("--json")};

}  // namespace

namespace {

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

}  // namespace

void print_belief(const Belief& belief, Terminal& terminal) {
    if (!belief.patterns.empty()) terminal.say(fit_text(belief));
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
    table.print(terminal);
    print_moved(belief, terminal);
}

const Command belief_show_command = {
    "belief show", "What is believed once the patterns were looked at", {}, show_options, show};
const Command belief_check_command = {
    "belief check", "Whether the belief holds, and plays as when it was made", {}, {}, check};

}  // namespace tumen::app
