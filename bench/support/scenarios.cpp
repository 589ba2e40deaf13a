#include "bench/support/scenarios.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "scenario/scenario.hpp"
#if __has_include("scenario/assembly/read_scenario.hpp")
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"
#endif  // else an older version, beside which bench/compare builds this

namespace tumen::bench {

Plan embedded_plan(std::string_view name) {
    const EmbeddedFiles files;
    auto scenario = read_scenario(name, files);
    if (!scenario) stop("an embedded scenario cannot be read");
    return std::move(scenario->plan);
}

Plan hand_in_plan(double residents) {
    Plan plan = embedded_plan("hyesan-handin");
    plan.cities.front().residents = residents;
    return plan;
}

void stop(std::string_view why) {
    std::fprintf(stderr, "stopped before timing: %.*s\n", static_cast<int>(why.size()), why.data());
    std::exit(1);
}

}  // namespace tumen::bench
