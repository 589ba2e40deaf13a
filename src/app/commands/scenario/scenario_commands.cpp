#include <filesystem>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/output/summary.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "base/text.hpp"
#include "experiment/disk_files.hpp"
#include "measures/headlines/remarks.hpp"
#include "scenario/explain/explain.hpp"
#include "scenario/explain/new_scenario.hpp"

namespace tumen::app {

namespace {

ExitCode write_new(const Arguments& arguments, Terminal& terminal) {
    const std::string asked = arguments.text_or("NAME", "");
    const std::string name = asked.ends_with(".toml") ? with_ending(asked, "") : asked;
    const std::string text = new_scenario_text(std::filesystem::path(name).filename().string());
    // What is written must read back: a bad name is found here and not by the next command.
    const ScenarioText draft{name, name + ".toml", text, Place::folder};
    if (const auto read = read_scenario(draft, EmbeddedFiles{}); !read) {
        throw Stop{ExitCode::usage, read.error()};
    }
    const std::string path = arguments.text_or("--out", name + ".toml");
    write_file(path, text, arguments.has("--force") ? Overwrite::replace : Overwrite::refuse);
    terminal.exact(path + "\n");
    terminal.say("Play it with: tumen run " + shell_quoted(path));
    return ExitCode::done;
}

ExitCode check(const Arguments& arguments, Terminal& terminal) {
    ExitCode code = ExitCode::done;
    Json list = Json::array();
    for (const std::string& argument : arguments.list("SCENARIO")) {
        const auto scenario = load_scenario(argument, read_options(arguments));
        Json problems = Json::array();
        if (!scenario) {
            code = ExitCode::invalid_scenario;
            for (const Diagnostic& diagnostic : scenario.error()) {
                complain(terminal, diagnostic);
                problems.push_back({{"file", diagnostic.file},
                                    {"line", diagnostic.line},
                                    {"column", diagnostic.column},
                                    {"problem", diagnostic.problem},
                                    {"reason", diagnostic.reason},
                                    {"suggestion", diagnostic.suggestion}});
            }
        } else if (!arguments.has("--json")) {
            terminal.data(fmt::format("{}: in order ({}, {} days from {}, {} {})\n", argument,
                                      scenario->name, scenario->plan.days, iso(scenario->start),
                                      scenario->plan.cities.size(),
                                      scenario->plan.cities.size() == 1 ? "city" : "cities"));
            for (const std::string& remark : remarks_on(*scenario))
                terminal.data(wrapped(fmt::format("  remark: {}", remark)) + "\n");
            if (const auto shadowed = shadowed_name(argument, *scenario); !shadowed.empty())
                terminal.data(wrapped(fmt::format("  remark: {}", shadowed)) + "\n");
        }
        list.push_back({{"scenario", argument},
                        {"problems", std::move(problems)},
                        {"remarks", scenario ? Json(remarks_on(*scenario)) : Json::array()}});
    }
    if (arguments.has("--json")) print_json(list, terminal);
    return code;
}

/// Where in `names` one stands that was asked for.
template <class Named>
std::uint32_t place_among(const std::vector<Named>& all, const std::string& name,
                          std::string_view what) {
    std::vector<std::string_view> names;
    for (const Named& one : all) {
        if (one.name == name) return static_cast<std::uint32_t>(&one - all.data());
        names.push_back(one.name);
    }
    const auto near = did_you_mean(name, names);
    stop(ExitCode::usage,
         trouble(fmt::format("there is no {} called \"{}\"", what, printable(name, 80)),
                 names.empty() ? "the scenario has none"
                               : fmt::format("it has {}", fmt::join(names, ", ")),
                 near ? fmt::format("did you mean {}?", *near) : ""));
}

/// All values, or those of the place that was asked for.
std::vector<ExplainRow> asked_rows(const Scenario& scenario, const Arguments& arguments) {
    const Plan& plan = scenario.plan;
    if (!arguments.has("--city") && !arguments.has("--wards")) return explain(scenario);
    CityPart place{0, no_group};
    if (arguments.has("--city"))
        place.city = place_among(plan.cities, arguments.text_or("--city", ""), "city");
    if (arguments.has("--wards"))
        place.group = place_among(plan.ward_groups, arguments.text_or("--wards", ""), "ward group");
    return explain(scenario, place);
}

ExitCode explain_values(const Arguments& arguments, Terminal& terminal) {
    const Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    if (arguments.has("--toml")) {
        terminal.exact(write_scenario(scenario));
        return ExitCode::done;
    }
    const std::vector<ExplainRow> rows = asked_rows(scenario, arguments);
    if (arguments.has("--json")) {
        Json list = Json::array();
        for (const ExplainRow& row : rows) {
            list.push_back({{"name", row.name},
                            {"value", row.value},
                            {"unit", row.unit},
                            {"origin", row.origin},
                            {"schedules", row.schedules}});
        }
        print_json(list, terminal);
        return ExitCode::done;
    }
    Table table({"NAME", "VALUE", "FROM"});
    for (const ExplainRow& row : rows) {
        table.add({row.name, row.value, row.origin});
        for (const std::string& schedule : row.schedules)
            table.add({"", "", schedule});
    }
    table.print(terminal);
    return ExitCode::done;
}

ExitCode show_differences(const Arguments& arguments, Terminal& terminal) {
    const Scenario one = scenario_of(arguments.text_or("ONE", ""), arguments);
    const Scenario other = scenario_of(arguments.text_or("OTHER", ""), arguments);
    const std::vector<DiffRow> rows = diff(one, other);
    if (arguments.has("--json")) {
        Json list = Json::array();
        for (const DiffRow& row : rows) {
            list.push_back({{"name", row.name}, {"one", row.one}, {"other", row.other}});
        }
        print_json(list, terminal);
        return ExitCode::done;
    }
    if (rows.empty()) {
        terminal.data("No difference in what is played.\n");
        return ExitCode::done;
    }
    Table table({"NAME", one.name, other.name});
    for (const DiffRow& row : rows)
        table.add({row.name, row.one, row.other});
    table.print(terminal);
    return ExitCode::done;
}

constexpr Option json_option = {"--json", "", "As JSON", OptionKind::flag};
constexpr Option set_option = {"--set", "NAME=VALUE",
                               "Another value for a parameter; may be repeated", OptionKind::list};
constexpr Option beyond_option = {
    "--beyond-evidence", "", "Allow values outside the range of the evidence", OptionKind::flag};

constexpr Positional new_positionals[] = {
    {"NAME", "Name of the scenario; the file is NAME.toml", Arity::one}};
constexpr Option new_options[] = {
    {"--out", "FILE", "Another path", OptionKind::value},
    {"--force", "", "Replace a file that is there", OptionKind::flag},
};
constexpr Positional check_positionals[] = {
    {"SCENARIO", "Names or paths of scenarios", Arity::some}};
constexpr Option check_options[] = {set_option, beyond_option, json_option};
constexpr Positional explain_positionals[] = {
    {"SCENARIO", "Name or path of a scenario", Arity::one}};
constexpr Option explain_options[] = {
    set_option,
    beyond_option,
    {"--city", "NAME", "Only the values of this city", OptionKind::value},
    {"--wards", "GROUP", "... in the wards of this group", OptionKind::value},
    {"--toml", "", "As one whole scenario file", OptionKind::flag},
    json_option};
constexpr Positional diff_positionals[] = {{"ONE", "Name or path of a scenario", Arity::one},
                                           {"OTHER", "Name or path of another", Arity::one}};
constexpr Option diff_options[] = {beyond_option, json_option};

}  // namespace

const Command scenario_new_command = {"scenario new", "Write a commented scenario to start from",
                                      new_positionals, new_options, write_new};
const Command scenario_check_command = {"scenario check",
                                        "Say what is wrong with scenarios, if anything",
                                        check_positionals, check_options, check};
const Command scenario_explain_command = {"scenario explain",
                                          "Show every value and where it comes from",
                                          explain_positionals, explain_options, explain_values};
const Command scenario_diff_command = {"scenario diff", "Show in what two scenarios differ",
                                       diff_positionals, diff_options, show_differences};

}  // namespace tumen::app
