#pragma once
#include <string>

#include "app/cli/command/arguments.hpp"
#include "experiment/design_points.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"

namespace tumen::app {

/// The scenario that `argument` names, with the flags --set and --beyond-evidence of the command,
/// and the statistics of --headline and --until among its headlines. Problems, all of them, end the
/// command with exit code 3.
Scenario scenario_of(const std::string& argument, const Arguments& arguments);

/// The id of the first --headline, which the command's summary is about; empty where there is none.
std::string first_headline(const Scenario& scenario, const Arguments& arguments);

ReadOptions read_options(const Arguments& arguments);

/// The same with more values beside those of --set.
MakeScenario varied(const std::string& argument, const Arguments& arguments);

}  // namespace tumen::app
