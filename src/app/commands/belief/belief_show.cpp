#include <fmt/format.h>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/belief/print_belief.hpp"
#include "belief/belief_fields.hpp"
#include "belief/second_weights.hpp"
#include "belief/without_voice.hpp"
#include "experiment/disk_files.hpp"
#include "report/rows/row_json.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

/// tumen belief: what ships, whether it still holds, and what patterns and rules came to.
namespace tumen::app {

namespace {

/// Nothing where nobody looked for truths.
Json coverage_json(const CoverageTable& table) {
    if (table.truths == 0) return nullptr;
    Json json = row_json<Face::command_line>(table);
    json["quantities"] = value_json<Face::command_line>(table.quantities);
    return json;
}

Json values_json(const MovedValues& moved) {
    Json values = Json::array();
    for (const auto* some : {&moved.values, &moved.others}) {
        for (const MovedValue& one : *some)
            values.push_back(row_json<Face::command_line>(MovedRow{one, some == &moved.values}));
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
        Json json = row_json<Face::command_line>(BeliefRow{belief, why});
        json["rules"] = value_json<Face::command_line>(belief.rules);
        json["patterns"] = value_json<Face::command_line>(belief.patterns);
        json["coverage"] = coverage_json(belief.coverage);
        json["values"] = values_json(value_or_stop(moved_values(belief)));
        print_json(json, terminal);
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
