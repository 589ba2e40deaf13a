#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/output/summary.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"

/// `tumen scenario list`: what the program carries, with the question that each scenario asks.
namespace tumen::app {

namespace {

/// A scenario that the program carries, read as somebody would read it who names it.
Scenario carried(const EmbeddedScenario& one) {
    const ScenarioText text{std::string(one.name), std::string(one.name), std::string(one.text),
                            Place::embedded};
    auto scenario = read_scenario(text, EmbeddedFiles{});
    if (!scenario) throw Stop{ExitCode::failed, scenario.error()};
    return *std::move(scenario);
}

/// The name, the title, and under them the question, set in.
std::string entry_text(const Scenario& scenario, const Terminal& terminal) {
    constexpr std::size_t indent = 4;
    const std::string question =
        hanging(terminal.told(scenario.question), line_width() - indent, indent);
    return fmt::format("{}  {}\n    {}\n", terminal.strong(scenario.name),
                       terminal.told(scenario.title), question);
}

ExitCode list_scenarios(const Arguments& arguments, Terminal& terminal) {
    Json list = Json::array();
    for (const EmbeddedScenario& one : embedded_scenarios()) {
        const Scenario scenario = carried(one);
        list.push_back(
            {{"name", scenario.name}, {"title", scenario.title}, {"question", scenario.question}});
        if (!arguments.has("--json")) terminal.data(entry_text(scenario, terminal));
    }
    if (arguments.has("--json")) print_json(list, terminal);
    return ExitCode::done;
}

constexpr Option list_options[] = {shared("--json", "Names, titles and questions as JSON")};

}  // namespace

const Command scenario_list_command = {
    "scenario list",
    "The scenarios that the program carries, with their questions",
    {},
    list_options,
    list_scenarios};

}  // namespace tumen::app
