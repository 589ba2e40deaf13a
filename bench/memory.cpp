#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <string>

#include "bench/support/scenarios.hpp"
#include "bench/support/timings.hpp"
#include "experiment/ensemble/pool.hpp"
#include "model/day.hpp"

/// How many bytes does an adult take, and how much does the nation need at its peak?
namespace tumen::bench {

namespace {

/// Bytes that the program holds at the moment, small and large pieces.
double bytes_held() {
    const auto held = mallinfo2();
    return static_cast<double>(held.uordblks) + static_cast<double>(held.hblkhd);
}

void city_of(::benchmark::State& state) {
    const Simulation simulation(hand_in_plan(static_cast<double>(state.range(0))));
    SerialExecutor executor;
    for (auto _ : state) {
        const double before = bytes_held();
        City city = build_city(simulation, 0, {seed, 1, name_hash("hyesan")}, executor);
        const double built = bytes_held();
        const Calendar& calendar = simulation.calendar();
        for (std::int32_t day = calendar.first_day(); day <= calendar.last_day(); ++day) {
            play_day(city, calendar.on(day), executor, 8);
        }
        const double adults = static_cast<double>(city.adults);
        double people = 0;
        for (const Ward& ward : city.wards)
            people += static_cast<double>(ward.persons.size());
        state.counters["built"] = (built - before) / adults;
        state.counters["played"] = (bytes_held() - before) / adults;
        state.counters["of_interest"] = (bytes_held() - before) / people;
    }
}
BENCHMARK(city_of)->Arg(192'680)->Arg(500'000)->Iterations(1)->Unit(::benchmark::kMillisecond);

/// All cities of the nation as independent tasks of two threads, as an experiment plays them.
void nation_on_two_threads(::benchmark::State& state) {
    const Simulation simulation(embedded_plan("nation"));
    Pool pool(2);
    for (auto _ : state) {
        const std::size_t cities = simulation.plan().cities.size();
        std::vector<CityResult> results(cities);
        pool.run(cities, [&](std::size_t city) {
            SerialExecutor alone;
            results[city] = simulation.play(seed, 1, city, alone);
        });
        double adults = 0;
        for (const CityResult& result : results)
            adults += static_cast<double>(result.adults);
        // Before anything is said of it: each adult of the nation is somewhere.
        for (const CityResult& result : results) {
            const DayReport& last = result.days.back();
            const std::int64_t somewhere = last[Count::free_adults] + last[Count::in_detention] +
                                           last[Count::in_prison] + last[Count::in_exile];
            if (somewhere != static_cast<std::int64_t>(result.adults)) stop("adults are missing");
        }
        state.counters["adults"] = adults;
    }
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["peak_mib"] = static_cast<double>(used.ru_maxrss) / 1024;
}
BENCHMARK(nation_on_two_threads)->Iterations(1)->UseRealTime()->Unit(::benchmark::kSecond);

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    Timings timings;
    run_all(argc, argv, timings);
    for (const std::string name : {"city_of/192680", "city_of/500000"}) {
        print_finding("bytes an adult, " + name + ", built", timings.counter(name, "built"), "B");
        print_finding("bytes an adult, " + name + ", played", timings.counter(name, "played"), "B");
    }
    print_finding("bytes a person of interest, city_of/192680",
                  timings.counter("city_of/192680", "of_interest"), "B");
    print_finding("nation, 365 days, two threads", timings.seconds("nation_on_two_threads"), "s");
    print_at_most("nation, peak memory", timings.counter("nation_on_two_threads", "peak_mib"),
                  "MiB", 1024);
    return 0;
}
