#include <string>
#include <vector>

#include "base/philox.hpp"
#include "bench/support/scenarios.hpp"
#include "bench/support/timings.hpp"
#include "experiment/ensemble/pool.hpp"
#include "model/state/world.hpp"

/// What does a second thread gain, inside one big run and over replicates? Wall-clock time, so
/// other work on the machine shows: run it on an idle one.
namespace tumen::bench {

namespace {

constexpr double big_city = 4'000'000;
constexpr std::size_t replicates = 16;

const Simulation& big_simulation() {
    static const Simulation simulation(hand_in_plan(big_city));
    return simulation;
}

const Simulation& simulation() {
    static const Simulation simulation(embedded_plan("hyesan-handin"));
    return simulation;
}

std::vector<Hash> play_replicates(Pool& pool) {
    std::vector<Hash> hashes(replicates);
    pool.run(replicates, [&](std::size_t n) {
        SerialExecutor alone;
        hashes[n] = simulation().play(seed, static_cast<std::uint32_t>(n) + 1, 0, alone).state_hash;
    });
    return hashes;
}

/// Before timing: the same bits whatever the number of threads.
void check_hashes() {
    const Simulation city(hand_in_plan(100'000));
    SerialExecutor alone;
    const Hash expected = city.play(seed, 1, 0, alone).state_hash;
    Pool one(1);
    const std::vector<Hash> expected_replicates = play_replicates(one);
    for (const std::size_t threads : {1u, 2u, 3u, 8u}) {
        Pool pool(threads);
        PlayOptions options;
        options.wards_a_task = 2;
        if (city.play(seed, 1, 0, pool, options).state_hash != expected) {
            stop("a state hash depends on the number of threads");
        }
        if (play_replicates(pool) != expected_replicates) {
            stop("replicates depend on the number of threads");
        }
    }
}

/// What the machine itself has to give: its processors may be two halves of one core, and a
/// neighbour may come and go.
void arithmetic(::benchmark::State& state) {
    Pool pool(static_cast<std::size_t>(state.range(0)));
    std::vector<std::uint32_t> sums(replicates);
    for (auto _ : state) {
        pool.run(replicates, [&](std::size_t n) {
            RandomBlock block{};
            for (std::uint32_t i = 0; i < 200'000; ++i) {
                const RandomBlock drawn = philox({i, block.word[0], 0, 0}, n);
                block.word[0] ^= drawn.word[3];
            }
            sums[n] = block.word[0];
        });
        ::benchmark::DoNotOptimize(sums.data());
    }
}
BENCHMARK(arithmetic)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(::benchmark::kMillisecond)
    ->Iterations(1)
    ->Repetitions(9);

/// Built in the memory of the one before, as where replicates are played.
void one_big_run(::benchmark::State& state) {
    static City city;
    Pool pool(static_cast<std::size_t>(state.range(0)));
    PlayOptions options;
    options.city = &city;
    for (auto _ : state)
        ::benchmark::DoNotOptimize(big_simulation().play(seed, 1, 0, pool, options).state_hash);
}
BENCHMARK(one_big_run)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(::benchmark::kMillisecond)
    ->Iterations(1)
    ->Repetitions(9);

void over_replicates(::benchmark::State& state) {
    Pool pool(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        ::benchmark::DoNotOptimize(play_replicates(pool).data());
}
BENCHMARK(over_replicates)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(::benchmark::kMillisecond)
    ->Iterations(1)
    ->Repetitions(9);

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    check_hashes();
    Timings timings;
    // In turn, so that what disturbs for a while disturbs all alike.
    std::vector<char*> arguments(argv, argv + argc);
    std::string in_turn = "--benchmark_enable_random_interleaving=true";
    arguments.push_back(in_turn.data());
    run_all(argc + 1, arguments.data(), timings);
    print_finding("two threads over one, arithmetic alone: what the machine gives",
                  timings.seconds("arithmetic/1") / timings.seconds("arithmetic/2"), "times");
    print_at_least("two threads over one, inside one run of 4 million residents",
                   timings.seconds("one_big_run/1") / timings.seconds("one_big_run/2"), "times",
                   1.8);
    print_at_least("two threads over one, 16 replicates of hyesan-handin",
                   timings.seconds("over_replicates/1") / timings.seconds("over_replicates/2"),
                   "times", 1.8);
    return 0;
}
