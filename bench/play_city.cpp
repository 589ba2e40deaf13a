#include <cstdio>
#include <string>

#include "bench/support/scenarios.hpp"
#include "experiment/memory.hpp"
#if __has_include("model/state/world.hpp")
#include "model/state/world.hpp"
#else  // version 1 of the model
#include "model/world.hpp"
#endif

/// Cities in the memory of those before them, where the version of the model has a place for that.
template <class Options>
Options in_memory_of(tumen::City& city) {
    Options options;
    if constexpr (requires { options.city = &city; }) options.city = &city;
    return options;
}

/// A warm-up of so many days, where the version of the model lets one choose.
template <class Plan>
void set_warmup(Plan& plan, double days) {
    if constexpr (requires { plan.parameters.population.warmup; }) {
        plan.parameters.population.warmup = days;
    }
}

/// play_city [replicates [residents [warm-up days]]]: plays hyesan-handin, one replicate if not
/// told otherwise, and prints the last state hash: what bench/compare counts and times. It asks for
/// nothing but the model's own entry, so that it builds beside older versions of the model too.
/// Residents of 0 are those of the scenario.
int main(int argc, char** argv) {
    using namespace tumen;
    keep_freed_memory();
    Plan plan = bench::embedded_plan("hyesan-handin");
    if (argc > 2 && std::stod(argv[2]) > 0) plan.cities.front().residents = std::stod(argv[2]);
    if (argc > 3) set_warmup(plan, std::stod(argv[3]));
    const Simulation simulation(plan);
    SerialExecutor executor;
    const std::uint32_t replicates = argc > 1 ? static_cast<std::uint32_t>(std::stoul(argv[1])) : 1;
    City city;
    const auto options = in_memory_of<PlayOptions>(city);
    Hash hash;
    for (std::uint32_t replicate = 1; replicate <= replicates; ++replicate) {
        hash = simulation.play(bench::seed, replicate, 0, executor, options).state_hash;
    }
    std::printf("%s\n", hex(hash).c_str());
    return 0;
}
