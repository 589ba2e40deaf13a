#include "app/session/scenario_argument.hpp"

#include "app/cli/stop.hpp"
#include "experiment/design_points.hpp"
#include "experiment/files.hpp"

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

MakeScenario varied(const std::string& argument, const Arguments& arguments) {
    return [argument, options = read_options(arguments)](const std::vector<std::string>& more) {
        ReadOptions all = options;
        all.overrides.insert(all.overrides.end(), more.begin(), more.end());
        return load_scenario(argument, all);
    };
}

}  // namespace tumen::app
