#include <fmt/format.h>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/belief/print_belief.hpp"
#include "belief/belief.hpp"
#include "belief/moved_values.hpp"
#include "belief/second_weights.hpp"
#include "belief/severity.hpp"
#include "belief/without_voice.hpp"
#include "experiment/disk_files.hpp"
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

/// Nothing where nobody looked for truths.
Json coverage_json(const CoverageTable& table) {
    if (table.truths == 0) return nullptr;
    Json quantities = Json::array();
    const auto of = [](const TruthsHeld& held) {
        return Json{{"truths", held.truths}, {"held", held.held}};
    };
    for (const Coverage& one : table.quantities) {
        quantities.push_back({{"id", one.quantity},
                              {"all", of(one.all)},
                              {"below", one.below},
                              {"above", one.above},
                              {"first", of(one.first)},
                              {"first_unweighed", of(one.unweighed)},
                              {"hundreds", of(one.hundreds)}});
    }
    return {{"truths", table.truths},
            {"effective", table.effective},
            {"quantities", std::move(quantities)},
            {"told", coverage_told(table)}};
}

Json values_json(const MovedValues& moved) {
    Json values = Json::array();
    for (const auto* some : {&moved.values, &moved.others}) {
        for (const MovedValue& one : *some) {
            values.push_back({{"name", one.name},
                              {"before", {{"low", one.before.low}, {"high", one.before.high}}},
                              {"after", {{"low", one.after.low}, {"high", one.after.high}}},
                              {"shift", one.shift},
                              {"spread", one.spread},
                              {"moved", some == &moved.values}});
        }
    }
    return values;
}

/// The one that ships, or that of a file.
Belief belief_kept(const Arguments& arguments) {
    const auto path = arguments.text("FILE");
    if (!path) return ledger_belief();
    const ScenarioText text = value_or_stop(read_scenario_file(*path), ExitCode::usage);
    return value_or_stop(Belief::read(text), ExitCode::usage);
}

/// Weighed again where that is asked for.
Belief read_as_asked(Belief belief, const Arguments& arguments) {
    if (const auto voice = arguments.text("--without-voice"))
        belief = value_or_stop(without_voice(belief, *voice), ExitCode::usage);
    if (arguments.has("--second-reading"))
        belief = value_or_stop(by_second_reading(belief), ExitCode::usage);
    return belief;
}

ExitCode show(const Arguments& arguments, Terminal& terminal) {
    const Belief kept = belief_kept(arguments);
    const std::string why = outdated(kept, model_fingerprint());
    const Belief belief = read_as_asked(kept, arguments);
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
                    {"without", belief.without.empty() ? Json() : Json(belief.without)},
                    {"reading", belief.second ? "second" : "first"},
                    {"rules", rules_json(belief)},
                    {"patterns", patterns_json(belief)},
                    {"coverage", coverage_json(belief.coverage)},
                    {"values", values_json(value_or_stop(moved_values(belief)))}},
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

constexpr Positional show_positionals[] = {
    {"FILE", "What `tumen belief make` wrote (the belief that ships)", Arity::optional}};
constexpr Option show_options[] = {
    shared("--without-voice"),
    {"--second-reading", "",
     "What would be believed by the second reading of the reports (evidence/likelihood.toml)",
     OptionKind::flag},
    shared("--json")};

}  // namespace

const Command belief_show_command = {"belief show",
                                     "What is believed once the patterns were looked at",
                                     show_positionals, show_options, show};
const Command belief_check_command = {
    "belief check", "Whether the belief holds, and plays as when it was made", {}, {}, check};

}  // namespace tumen::app
