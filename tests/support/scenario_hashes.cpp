#include "support/scenario_hashes.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/executor.hpp"
#include "model/play.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

namespace tumen::testing {

namespace {

Scenario read(std::string_view name) {
    auto scenario = read_scenario(name, EmbeddedFiles());
    if (scenario) return *std::move(scenario);
    std::fputs(describe(scenario.error().front()).c_str(), stderr);
    std::exit(1);
}

std::string hashes_of(const Scenario& scenario, std::size_t most_cities) {
    Plan plan = scenario.plan;
    plan.cities.resize(std::min(plan.cities.size(), most_cities));
    const Simulation simulation(plan);
    SerialExecutor executor;
    std::string text;
    for (std::size_t city = 0; city < plan.cities.size(); ++city) {
        text += scenario.name + " " + plan.cities[city].name + " " +
                hex(simulation.play(1, 1, city, executor).state_hash) + "\n";
    }
    return text;
}

}  // namespace

std::string scenario_hashes(std::size_t most_cities) {
    std::string text;
    for (const EmbeddedScenario& scenario : embedded_scenarios())
        text += hashes_of(read(scenario.name), most_cities);
    return text;
}

}  // namespace tumen::testing
