#include <algorithm>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "experiment/draws.hpp"
#include "report/page.hpp"
#include "scenario/text/files.hpp"

namespace tumen::app {

namespace {

constexpr std::string_view first_scenario = "hyesan-handin";

/// A page plays cities in a browser's memory, and nobody waits for minutes beside a slider.
constexpr double most_residents = 4e6;

bool is_embedded(std::string_view name) {
    return std::ranges::any_of(embedded_scenarios(), [&](const EmbeddedScenario& scenario) {
        return scenario.name == name;
    });
}

void refuse_too_big(const Scenario& scenario) {
    double residents = 0;
    for (const CityPlan& city : scenario.plan.cities)
        residents += city.residents;
    if (residents <= most_residents) return;
    usage_error(scenario.name + " is too big for a page in a browser",
                "tumen run plays it; a report of its results opens in the browser");
}

/// What the page begins with: a scenario that its model carries, or the whole text of another,
/// which names everything, and what that one names: the page draws the rest.
Json beginning(const std::string& argument, const Arguments& arguments) {
    const Scenario scenario = scenario_of(argument, arguments);
    refuse_too_big(scenario);
    const bool as_carried = is_embedded(argument) && !arguments.has("--set");
    if (as_carried) return {{"scenario", argument}, {"toml", nullptr}};
    return {{"scenario", scenario.name},
            {"toml", write_scenario(scenario)},
            {"named", named_by(scenario)}};
}

ExitCode carry_out_explore(const Arguments& arguments, Terminal& terminal) {
    const std::string path = arguments.text_or("--out", "tumen-explorer.html");
    const Json data = {
        {"format", 1},
        {"explore", beginning(arguments.text_or("SCENARIO", first_scenario), arguments)}};
    const std::string json = data.dump(-1, ' ', false, Json::error_handler_t::replace);
    write_file(path, render_page(json),
               arguments.has("--force") ? Overwrite::replace : Overwrite::refuse);
    terminal.exact(path + "\n");
    if (arguments.has("--open") && open_in_browser(path) == Opened::no) {
        terminal.say("No browser could be opened; the explorer is " + path);
    }
    return ExitCode::done;
}

constexpr Positional explore_positionals[] = {
    {"SCENARIO", "Name or path of the scenario it begins with (hyesan-handin)", Arity::optional}};
constexpr Option explore_options[] = {
    shared("--out", "Where the page goes (tumen-explorer.html)"),
    shared("--set", "Another value for a parameter; may be repeated"),
    shared("--beyond-evidence", "Allow values outside the range of the evidence"),
    shared("--force", "Replace a page that is there"),
    shared("--open", "Open the page in a browser"),
};

}  // namespace

const Command explore_command = {"explore",
                                 "Make a page that plays the model in a browser, by hand",
                                 explore_positionals, explore_options, carry_out_explore};

}  // namespace tumen::app
