#include <algorithm>
#include <cstdio>
#include <string>

#include "base/executor.hpp"
#include "model/play.hpp"
#include "scenario/scenario.hpp"

/// Prints one line for each city of each scenario that the program carries: scenario, city, state
/// hash of replicate 1. Of a scenario with many cities the first three are played.
namespace {

using namespace tumen;

constexpr std::size_t most_cities = 3;

int print_hashes(std::string_view name) {
    const auto scenario = read_scenario(name, EmbeddedFiles());
    if (!scenario) {
        std::fputs(describe(scenario.error().front()).c_str(), stderr);
        return 1;
    }
    Plan plan = scenario->plan;
    plan.cities.resize(std::min(plan.cities.size(), most_cities));
    const Game game(plan);
    SerialExecutor executor;
    for (std::size_t city = 0; city < plan.cities.size(); ++city) {
        const CityResult result = game.play(1, 1, city, executor);
        std::printf("%s %s %s\n", scenario->name.c_str(), plan.cities[city].name.c_str(),
                    hex(result.state_hash).c_str());
    }
    return 0;
}

}  // namespace

int main() {
    int failed = 0;
    for (const EmbeddedScenario& scenario : embedded_scenarios())
        failed += print_hashes(scenario.name);
    return failed;
}
