#include "app/cli/command/command_list.hpp"
#include "app/cli/command/limits.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/evidence_columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/commands/scenario/info_results.hpp"
#include "base/text.hpp"
#include "model/observables.hpp"
#include "model/schedule.hpp"
#include "report/rows/row_json.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/evidence/statistic.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/quantity.hpp"
#include "store/sqlite/database.hpp"

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

struct LimitRow {
    std::string_view name;
    double value;
    std::string_view meaning;
};

std::vector<LimitRow> limit_rows() {
    constexpr const Limits& limits = scenario_limits;
    return {
        {"file_bytes", static_cast<double>(limits.file_bytes), "bytes of a scenario file"},
        {"problems", static_cast<double>(limits.problems), "problems shown at once"},
        {"extends_depth", static_cast<double>(limits.extends_depth),
         "scenarios that extend one another in a row"},
        {"extends_files", static_cast<double>(limits.extends_files),
         "scenarios that one is put together from"},
        {"cities", static_cast<double>(limits.cities), "cities of a scenario"},
        {"entries", static_cast<double>(limits.entries),
         "entries of one list, such as [[schedule]]"},
        {"ward_groups", static_cast<double>(limits.ward_groups), "ward groups of a scenario"},
        {"places", static_cast<double>(limits.places),
         "cities and their ward groups, taken together"},
        {"place_days", static_cast<double>(limits.place_days),
         "days of all places that have entries of their own"},
        {"residents", limits.residents, "residents of all cities together"},
        {"days", static_cast<double>(limits.days), "days reported"},
        {"warmup", static_cast<double>(limits.warmup), "days of warm-up"},
        {"name_length", static_cast<double>(limits.name_length), "characters of a name"},
        {"nesting", static_cast<double>(limits.nesting), "brackets within one another in a file"},
        {"replicates", static_cast<double>(most_replicates), "replicates of one command"},
        {"threads", static_cast<double>(most_threads), "threads of one command"},
        {"results_value", largest_value, "bytes of one value in a results file that is read"},
        {"results_memory", largest_memory, "bytes that SQLite takes to read a results file"},
    };
}

Json limits_json() {
    Json list = Json::array();
    for (const LimitRow& row : limit_rows()) {
        list.push_back({{"name", row.name}, {"at_most", row.value}, {"meaning", row.meaning}});
    }
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

/// How a step is played: ward by ward, or where all wards hear of each other.
std::string_view scope_of(const DayStep& step) {
    return step.is_barrier() ? "city" : "ward";
}

Json schedule_json() {
    Json list = Json::array();
    for (const DayStep& step : day_steps()) {
        list.push_back({{"step", step.number},
                        {"rule", step.rule},
                        {"what", step.what},
                        {"scope", scope_of(step)},
                        {"in_warmup", step.days == StepDays::all}});
    }
    return list;
}

void print_schedule(Terminal& terminal) {
    Table table({"STEP", "RULE", "OF A", "WHAT"});
    for (const DayStep& step : day_steps()) {
        table.add({std::to_string(step.number), std::string(step.rule), std::string(scope_of(step)),
                   std::string(step.what)});
    }
    table.print(terminal);
}

void print_limits(Terminal& terminal) {
    Table table({"LIMIT", "AT MOST", "OF WHAT"});
    for (const LimitRow& row : limit_rows()) {
        table.add(
            {std::string(row.name), quantity_text(row.value, Unit::one), std::string(row.meaning)});
    }
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
