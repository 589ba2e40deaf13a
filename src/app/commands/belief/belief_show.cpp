#include <fmt/format.h>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/belief/print_belief.hpp"
#include "belief/belief.hpp"
#include "belief/severity.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

/// tumen belief: what ships, whether it still holds, and what patterns and rules came to.
namespace tumen::app {

namespace {

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

const Command belief_show_command = {
    "belief show", "What is believed once the patterns were looked at", {}, show_options, show};
const Command belief_check_command = {
    "belief check", "Whether the belief holds, and plays as when it was made", {}, {}, check};

}  // namespace tumen::app
