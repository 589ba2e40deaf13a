#include <sys/mman.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/machine.hpp"
#include "bench/support/scenarios.hpp"
#include "bench/support/timings.hpp"
#include "model/day.hpp"

/// Does a day cost what happens in it, whatever the number of residents? Cost of a resident-day
/// from 10^4 to 2.4 * 10^7 residents, in one city each and for the largest also in the nation's
/// cities of at most 500,000; and of a day when only the people without a role are doubled.
namespace tumen::bench {

namespace {

struct Cost {
    double building;  // [s]
    double days;      // [s] of CPU time, for all days
};

/// One replicate, building and days apart.
Cost play_once(const Simulation& simulation, std::uint32_t replicate, std::size_t which = 0) {
    SerialExecutor executor;
    const RandomKey random_key{seed, replicate, name_hash(simulation.plan().cities[which].name)};
    const double start = thread_seconds();
    City city = build_city(simulation, which, random_key, executor);
    const double built = thread_seconds();
    const Calendar& calendar = simulation.calendar();
    for (std::int32_t day = calendar.first_day(); day <= calendar.last_day(); ++day) {
        play_day(city, calendar.on(day), executor, PlayOptions{}.wards_a_task);
    }
    return {built - start, thread_seconds() - built};
}

double days_of(const Simulation& simulation) {
    return simulation.calendar().last_day() - simulation.calendar().first_day() + 1;
}

void resident_day(::benchmark::State& state) {
    const auto residents = static_cast<double>(state.range(0));
    const Simulation simulation(hand_in_plan(residents));
    std::uint32_t replicate = 0;
    double building = 0;
    for (auto _ : state) {
        const Cost cost = play_once(simulation, ++replicate);
        state.SetIterationTime(cost.days);
        building += cost.building;
    }
    const double repeated = static_cast<double>(state.iterations());
    state.counters["build_ns_a_resident"] = building / repeated / residents * 1e9;
}

/// The days of all cities of the nation, one after the other.
void nation(::benchmark::State& state) {
    const Simulation simulation(embedded_plan("nation"));
    double residents = 0;
    for (const CityPlan& city : simulation.plan().cities)
        residents += city.residents;
    for (auto _ : state) {
        double seconds = 0;
        for (std::size_t city = 0; city < simulation.plan().cities.size(); ++city) {
            seconds += play_once(simulation, 1, city).days;
        }
        state.SetIterationTime(seconds);
    }
    state.counters["resident_days"] = residents * days_of(simulation);
}
BENCHMARK(nation)->Iterations(1)->Repetitions(2)->UseManualTime()->Unit(::benchmark::kSecond);

constexpr std::array<std::int64_t, 8> sizes = {10'000,  30'000,    100'000,   192'680,
                                               500'000, 2'000'000, 8'000'000, 24'052'231};

void register_sizes() {
    for (const std::int64_t size : sizes) {
        const std::int64_t repeated = size < 1'000'000 ? 4'000'000 / size : 1;
        ::benchmark::RegisterBenchmark("resident_day", resident_day)
            ->Arg(size)
            ->Iterations(repeated)
            ->Repetitions(size > 10'000'000 ? 2 : 3)
            ->UseManualTime()
            ->Unit(::benchmark::kMillisecond);
    }
}

/// What the state of the largest city takes (bench_memory), read once from its beginning to its
/// end, in large pages as the city lies.
constexpr std::size_t bytes_of_the_largest = 188'000'000;

void pass(::benchmark::State& state) {
    constexpr int collapse = 25;  // MADV_COLLAPSE
    std::vector<double> memory(bytes_of_the_largest / sizeof(double), 1.0);
    constexpr std::uintptr_t large_page = std::uintptr_t{2} << 20;
    const std::uintptr_t first =
        (reinterpret_cast<std::uintptr_t>(memory.data()) / large_page + 1) * large_page;
    auto* const start = reinterpret_cast<void*>(first);
    const std::size_t whole = bytes_of_the_largest / large_page * large_page - large_page;
    madvise(start, whole, MADV_HUGEPAGE);
    madvise(start, whole, collapse);
    for (auto _ : state)
        ::benchmark::DoNotOptimize(read_in_order(memory));
}
BENCHMARK(pass)->Repetitions(5)->Unit(::benchmark::kMillisecond);

/// Twice the residents, as many with a role as before: half the shares. In as many wards, each with
/// twice the watch units, nothing else changes; in twice as many wards there are also twice as many
/// officers, who follow more people.
enum class Dilution : std::uint8_t { none, same_wards, more_wards };

Plan diluted_plan(Dilution dilution) {
    Plan plan = embedded_plan("hyesan-handin");
    if (dilution == Dilution::none) return plan;
    plan.cities.front().residents *= 2;
    PopulationParameters& p = plan.parameters.population;
    p.kin_abroad /= 2;
    p.smuggler_households /= 2;
    p.broker_households /= 2;
    if (dilution == Dilution::same_wards) p.ward_units *= 2;
    return plan;
}

constexpr std::int64_t dilution_replicates = 12;

void days_of_plan(::benchmark::State& state, const Plan& plan) {
    const Simulation simulation(plan);
    std::uint32_t replicate = 0;
    for (auto _ : state) {
        double seconds = 0;
        for (std::int64_t n = 0; n < dilution_replicates; ++n) {
            seconds += play_once(simulation, ++replicate).days;
        }
        state.SetIterationTime(seconds);
    }
}

void register_dilution() {
    for (const auto& [name, plan] : {std::pair{"as_it_is", diluted_plan(Dilution::none)},
                                     std::pair{"same_wards", diluted_plan(Dilution::same_wards)},
                                     std::pair{"more_wards", diluted_plan(Dilution::more_wards)}}) {
        ::benchmark::RegisterBenchmark(
            name, [plan = plan](::benchmark::State& state) { days_of_plan(state, plan); })
            ->Iterations(1)
            ->Repetitions(7)
            ->UseManualTime()
            ->Unit(::benchmark::kMillisecond);
    }
}

double people_with_role(const Plan& plan) {
    SerialExecutor executor;
    const Simulation simulation(plan);
    double people = 0;
    for (const Ward& ward : build_city(simulation, 0, {seed, 1, 1}, executor).wards)
        people += ward.people_with_role;
    return people;
}

/// Before timing: the diluted cities have as many people with a role, give or take five standard
/// deviations.
void check_dilution() {
    const double people = people_with_role(diluted_plan(Dilution::none));
    for (const Dilution dilution : {Dilution::same_wards, Dilution::more_wards}) {
        const double diluted = people_with_role(diluted_plan(dilution));
        if (std::abs(people - diluted) > 5 * std::sqrt(people + diluted)) {
            stop("a diluted city has another number of people with a role");
        }
    }
}

/// Before timing: calls grow with the city, so that the large one is no empty one.
void check_growth() {
    SerialExecutor executor;
    double calls[2] = {0, 0};
    const double residents[2] = {100'000, 400'000};
    for (int which = 0; which < 2; ++which) {
        const Simulation simulation(hand_in_plan(residents[which]));
        for (const DayReport& day : simulation.play(seed, 1, 0, executor).days) {
            calls[which] += static_cast<double>(day[Count::calls]);
        }
    }
    const double grown = calls[1] / calls[0];
    if (grown < 3.4 || grown > 4.6) stop("calls do not grow with the city");
}

void print_sizes(const Timings& timings) {
    const double days = days_of(Simulation(hand_in_plan(sizes[0])));
    const auto cost = [&](std::int64_t size) {
        const std::string name = "resident_day/" + std::to_string(size);
        return timings.seconds(name) / days / static_cast<double>(size) * 1e9;
    };
    for (const std::int64_t size : sizes) {
        print_finding("a resident-day of " + std::to_string(size) + " residents", cost(size), "ns");
    }
    const double of_nation =
        timings.seconds("nation") / timings.counter("nation", "resident_days") * 1e9;
    print_finding("a resident-day of the nation, 24,052,231 residents in cities", of_nation, "ns");
    print_at_most("a resident-day of the nation over one of 192,680", of_nation / cost(192'680),
                  "times", 1.3);
    const std::int64_t largest = sizes.back();
    print_at_most("... and were the nation one single city, over one of its cities",
                  cost(largest) / of_nation, "times", 2);
    print_finding("a day of that city, in passes over its state",
                  cost(largest) * static_cast<double>(largest) / timings.seconds("pass") / 1e9,
                  "times");
    print_finding("building, a resident of 24 million",
                  timings.counter("resident_day/" + std::to_string(largest), "build_ns_a_resident"),
                  "ns");
}

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    check_dilution();
    check_growth();
    register_sizes();
    register_dilution();
    Timings timings;
    run_all(argc, argv, timings);
    print_sizes(timings);
    const double day = timings.seconds("as_it_is");
    print_at_most("a day with twice the residents without a role",
                  timings.seconds("same_wards") / day, "times", 1.1);
    print_at_most("... in twice as many wards, with twice as many officers",
                  timings.seconds("more_wards") / day, "times", 1.1);
    return 0;
}
