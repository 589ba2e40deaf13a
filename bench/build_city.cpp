#include "bench/support/scenarios.hpp"
#include "bench/support/timings.hpp"
#include "model/state/world.hpp"

/// What does building a city cost, in days of it; and making a plan ready to be played?
namespace tumen::bench {

namespace {

const Simulation& simulation() {
    static const Simulation simulation(embedded_plan("hyesan-handin"));
    return simulation;
}

RandomKey random_key(std::uint32_t replicate) {
    return {seed, replicate, name_hash(simulation().plan().cities[0].name)};
}

/// Before timing: everybody lives in exactly one unit, and the shares of roles are those asked for.
void check_result() {
    SerialExecutor executor;
    const City city = build_city(simulation(), 0, random_key(1), executor);
    std::uint64_t adults = 0;
    double kin = 0;
    for (const Ward& ward : city.wards) {
        for (const WatchUnit& unit : ward.units)
            adults += unit.adults;
        kin += ward.kin_homes;
    }
    if (adults != city.adults) stop("the units hold another number of adults than the city");
    const double share = simulation().plan().parameters.population.kin_abroad;
    const double miss = kin - share * city.households;
    if (miss * miss > 25 * share * (1 - share) * city.households) {  // five standard deviations
        stop("the share of households with kin abroad is wrong");
    }
}

void building(::benchmark::State& state) {
    SerialExecutor executor;
    City city;  // in whose memory the next one is built, as where replicates are played
    std::uint32_t replicate = 0;
    for (auto _ : state) {
        replicate = replicate % 8 + 1;
        build_city(simulation(), 0, random_key(replicate), executor, city);
        ::benchmark::DoNotOptimize(city.adults);
    }
}
BENCHMARK(building)->Unit(::benchmark::kMillisecond)->Repetitions(5);

void replicate(::benchmark::State& state) {
    SerialExecutor executor;
    City city;
    PlayOptions options;
    options.city = &city;
    std::uint32_t replicate = 0;
    for (auto _ : state) {
        replicate = replicate % 8 + 1;
        ::benchmark::DoNotOptimize(
            simulation().play(seed, replicate, 0, executor, options).state_hash);
    }
}
BENCHMARK(replicate)->Unit(::benchmark::kMillisecond)->Repetitions(5);

void preparing_a_plan(::benchmark::State& state) {
    const Plan plan = embedded_plan("hyesan-handin");
    for (auto _ : state)
        ::benchmark::DoNotOptimize(Simulation(plan).calendar().last_day());
}
BENCHMARK(preparing_a_plan)->Unit(::benchmark::kMillisecond)->Repetitions(3);

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    check_result();
    Timings timings;
    run_all(argc, argv, timings);
    const double built = timings.seconds("building");
    const double days =
        simulation().calendar().last_day() - simulation().calendar().first_day() + 1;
    const double day = (timings.seconds("replicate") - built) / days;
    print_finding("building a city of 192,680", built * 1e3, "ms");
    print_finding("a day of it", day * 1e6, "us");
    print_finding("building, in days", built / day, "days");
    print_finding("making a plan ready, once for all its replicates",
                  timings.seconds("preparing_a_plan") * 1e3, "ms");
    return 0;
}
