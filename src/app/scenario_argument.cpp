#include "app/scenario_argument.hpp"

#include "app/stop.hpp"
#include "study/files.hpp"

namespace tumen::app {

ReadOptions read_options(const Arguments& arguments) {
    ReadOptions options;
    options.overrides = arguments.list("--set");
    if (arguments.has("--beyond-evidence")) options.beyond_evidence = BeyondEvidence::listed;
    return options;
}

Scenario scenario_of(const std::string& argument, const Arguments& arguments) {
    auto scenario = load_scenario(argument, read_options(arguments));
    if (!scenario) throw Stop{ExitCode::invalid_scenario, scenario.error()};
    return *std::move(scenario);
}

}  // namespace tumen::app
