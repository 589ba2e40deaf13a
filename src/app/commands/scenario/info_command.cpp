#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/evidence_columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/commands/scenario/info_results.hpp"
#include "app/commands/scenario/limit_rows.hpp"
#include "base/text.hpp"
#include "model/observables.hpp"
#include "model/schedule.hpp"
#include "report/rows/row_json.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/evidence/statistic.hpp"

namespace tumen::app {

namespace {

Json parameters_json() {
    Json list = Json::array();
    for (const ParameterRef ref : parameter_refs())
        list.push_back(row_json<Face::command_line>(ToldParameter{ref}));
    return list;
}

Json observables_json() {
    Json list = Json::array();
    for (const ObservableRow& row : observable_rows())
        list.push_back(row_json<Face::command_line>(row));
    for (const DerivedObservable& row : derived_observables())
        list.push_back(row_json<Face::command_line>(row));
    return list;
}

Json rules_json() {
    Json list = Json::array();
    for (const RuleRow& row : rule_rows())
        list.push_back(row_json<Face::command_line>(row));
    return list;
}

Json limits_json() {
    Json list = Json::array();
    for (const LimitRow& row : limit_rows())
        list.push_back(row_json<Face::command_line>(row));
    return list;
}

void print_parameters(Terminal& terminal) {
    Table table(heads_of<ToldParameter>());
    for (const ParameterRef ref : parameter_refs())
        table.add(cells_of(ToldParameter{ref}));
    table.print(terminal);
}

void print_observables(Terminal& terminal) {
    Table table(heads_of<ObservableRow>());
    for (const ObservableRow& row : observable_rows())
        table.add(cells_of(row));
    for (const DerivedObservable& row : derived_observables())
        table.add(cells_of(row));
    table.print(terminal);
}

void print_rules(Terminal& terminal) {
    Table table(heads_of<RuleRow>());
    for (const RuleRow& row : rule_rows())
        table.add(cells_of(row));
    table.print(terminal);
}

Json schedule_json() {
    Json list = Json::array();
    for (const DayStep& step : day_steps())
        list.push_back(row_json<Face::command_line>(step));
    return list;
}

void print_schedule(Terminal& terminal) {
    Table table(heads_of<DayStep>());
    for (const DayStep& step : day_steps())
        table.add(cells_of(step));
    table.print(terminal);
}

void print_limits(Terminal& terminal) {
    Table table(heads_of<LimitRow>());
    for (const LimitRow& row : limit_rows())
        table.add(cells_of(row));
    table.print(terminal);
    terminal.data(
        "Within these the time and the disk of a run grow with residents, days and replicates:\n"
        "`tumen run SCENARIO --dry-run` measures and says how much. Nothing is fetched or sent.\n");
}

struct Topic {
    std::string_view name;
    Json (*json)();
    void (*print)(Terminal&);
};
constexpr Topic topics[] = {
    {"parameters", parameters_json, print_parameters},
    {"observables", observables_json, print_observables},
    {"rules", rules_json, print_rules},
    {"schedule", schedule_json, print_schedule},
    {"limits", limits_json, print_limits},
    {"results", results_json, print_results},
};

std::vector<Topic> chosen_topics(const Arguments& arguments) {
    std::vector<Topic> chosen;
    const std::string name = arguments.has("--limits") ? "limits" : arguments.text_or("TOPIC", "");
    for (const Topic& topic : topics) {
        if (name.empty() || topic.name == name) chosen.push_back(topic);
    }
    if (chosen.empty())
        usage_error("info " + printable(name, 60),
                    "expected parameters, observables, rules, schedule, limits or results");
    return chosen;
}

ExitCode carry_out_info(const Arguments& arguments, Terminal& terminal) {
    const std::vector<Topic> chosen = chosen_topics(arguments);
    if (arguments.has("--json")) {
        Json all = Json::object();
        for (const Topic& topic : chosen)
            all[std::string(topic.name)] = topic.json();
        print_json(all, terminal);
        return ExitCode::done;
    }
    for (const Topic& topic : chosen) {
        if (&topic != &chosen.front()) terminal.data("\n");
        topic.print(terminal);
    }
    return ExitCode::done;
}

constexpr Positional info_positionals[] = {
    {"TOPIC", "parameters, observables, rules, schedule, limits or results (all of them)",
     Arity::optional}};
constexpr Option info_options[] = {
    {"--limits", "", "What a scenario, a command and a results file may hold at most",
     OptionKind::flag},
    shared("--json"),
};

}  // namespace

const Command info_command = {
    "info", "List parameters, observables, rules, steps of a day, limits, fields of results",
    info_positionals, info_options, carry_out_info};

}  // namespace tumen::app
