#include <cstdio>
#include <numeric>
#include <vector>

#include "base/math.hpp"
#include "base/philox.hpp"
#include "bench/count/counted_run.hpp"
#include "bench/machine.hpp"
#include "bench/support/scenarios.hpp"
#include "bench/support/timings.hpp"
#include "model/state/world.hpp"

/// How near is a replicate to what its operations cost on this machine at the least? A counting
/// build of the model says how many there are; the loops of machine.cpp what one costs; a replicate
/// is timed beside them.
namespace tumen::bench {

namespace {

constexpr std::size_t many = 4096;
constexpr std::size_t city_doubles =
    96 * 1024;  // 768 KiB: about the state of the people of interest

std::vector<double> spread_over(double low, double high, std::size_t count) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t word = philox({static_cast<std::uint32_t>(i), 0, 0, 0}, seed).word[0];
        values[i] = low + (high - low) * (static_cast<double>(word) + 0.5) * 0x1p-32;
    }
    return values;
}

void philox_block_alone(::benchmark::State& state) {
    for (auto _ : state)
        ::benchmark::DoNotOptimize(philox_alone(7, many));
}
BENCHMARK(philox_block_alone)->Repetitions(5);

/// The numbers from `first` on, `many` of them.
std::vector<WordColumn> numbers(std::uint32_t first) {
    std::vector<WordColumn> columns(many / columns_length);
    for (WordColumn& column : columns) {
        for (std::uint32_t& number : column)
            number = first++;
    }
    return columns;
}

void philox_block_wide(::benchmark::State& state) {
    const std::vector<WordColumn> first = numbers(7);
    std::array<WordColumn, 4> last;
    for (auto _ : state) {
        philox_wide(first, last);
        ::benchmark::DoNotOptimize(last.data());
        ::benchmark::ClobberMemory();
    }
}
BENCHMARK(philox_block_wide)->Repetitions(5);

void exponential_alone(::benchmark::State& state) {
    const auto x = spread_over(-4, 0, many);
    for (auto _ : state)
        ::benchmark::DoNotOptimize(exp_alone(x));
}
BENCHMARK(exponential_alone)->Repetitions(5);

void exponential_wide(::benchmark::State& state) {
    const auto x = spread_over(-4, 0, many);
    std::vector<double> y(many);
    for (auto _ : state) {
        exp_wide(x, y);
        ::benchmark::DoNotOptimize(y.data());
        ::benchmark::ClobberMemory();
    }
}
BENCHMARK(exponential_wide)->Repetitions(5);

void logarithm_alone(::benchmark::State& state) {
    const auto x = spread_over(0, 8, many);
    for (auto _ : state)
        ::benchmark::DoNotOptimize(log_alone(x));
}
BENCHMARK(logarithm_alone)->Repetitions(5);

void inverse_normal(::benchmark::State& state) {
    const auto x = spread_over(0, 1, many);
    for (auto _ : state)
        ::benchmark::DoNotOptimize(inverse_normal_alone(x));
}
BENCHMARK(inverse_normal)->Repetitions(5);

void line_of_memory(::benchmark::State& state) {
    const std::vector<double> memory(city_doubles, 1.0);
    std::vector<std::uint32_t> lines(many);
    for (std::size_t i = 0; i < many; ++i) {
        lines[i] =
            philox({static_cast<std::uint32_t>(i), 1, 0, 0}, seed).word[0] % (city_doubles / 8);
    }
    for (auto _ : state)
        ::benchmark::DoNotOptimize(read_lines(memory, lines));
}
BENCHMARK(line_of_memory)->Repetitions(5);

void memory_in_order(::benchmark::State& state) {
    const std::vector<double> memory(city_doubles, 1.0);
    for (auto _ : state)
        ::benchmark::DoNotOptimize(read_in_order(memory));
}
BENCHMARK(memory_in_order)->Repetitions(5);

const Simulation& simulation() {
    static const Simulation simulation(embedded_plan("hyesan-handin"));
    return simulation;
}

void replicate(::benchmark::State& state) {
    SerialExecutor executor;
    City city;  // in whose memory the next one is built, as where replicates are played
    PlayOptions options;
    options.city = &city;
    for (auto _ : state) {
        ::benchmark::DoNotOptimize(simulation().play(seed, 1, 0, executor, options).state_hash);
    }
}
BENCHMARK(replicate)->Unit(::benchmark::kMillisecond)->Repetitions(7);

/// Before timing: the counting model plays the same days, and wide loops compute what single steps
/// do.
void check_results(const counted::Run& counted) {
    SerialExecutor executor;
    const CityResult played = simulation().play(seed, 1, 0, executor);
    for (std::size_t day = 0; day < played.days.size(); ++day) {
        for (std::size_t i = 0; i < count_total + quantity_total; ++i) {
            if (played.days[day].value(i) != counted.reports.at(day).at(i)) {
                stop("the counting model plays something else");
            }
        }
    }
    std::array<WordColumn, 4> last;
    philox_wide(numbers(7), last);
    const std::uint64_t sum = std::accumulate(last[0].begin(), last[0].end(), std::uint64_t{0});
    if (philox_alone(7 + many - columns_length, columns_length) != sum) {
        stop("wide Philox differs");
    }
    const auto x = spread_over(-4, 0, many);
    std::vector<double> y(many);
    exp_wide(x, y);
    for (std::size_t i = 0; i < many; ++i) {
        if (y[i] != math::exp(x[i])) stop("the wide exponential differs");
    }
}

/// Seconds for one operation of each kind.
struct Costs {
    double philox;
    double exponential;
    double logarithm;
    double inverse_normal;
    double line;
    double byte;
};

double cost_of(const counted::Operations& step, const Costs& costs) {
    const auto times = [](std::uint64_t count, double cost) {
        return static_cast<double>(count) * cost;
    };
    return times(step.philox_blocks, costs.philox) + times(step.exponentials, costs.exponential) +
           times(step.logarithms, costs.logarithm) +
           times(step.inverse_normals, costs.inverse_normal) + times(step.lines, costs.line) +
           times(step.bytes, costs.byte);
}

/// Steps that know beforehand all that they draw or evaluate.
bool known_ahead(std::string_view step) {
    return step.starts_with("building") || step.starts_with("chances") || step.starts_with("13");
}

void print_counts(const counted::Run& counted, const Costs& alone, const Costs& wide) {
    std::printf(
        "Operations of replicate 1 (%.0f people and %.0f homes of interest, %llu days):\n\n",
        counted.people, counted.homes, static_cast<unsigned long long>(counted.days));
    std::printf("%-24s %9s %9s %9s %9s %9s %10s %9s\n", "step", "philox", "exp", "log", "normal^-1",
                "lines", "bytes", "bound/us");
    for (std::size_t s = 0; s < counted.steps.size(); ++s) {
        const counted::Operations& step = counted.steps[s];
        const Costs& costs = known_ahead(counted.names[s]) ? wide : alone;
        const auto shown = [](std::uint64_t n) { return static_cast<unsigned long long>(n); };
        std::printf("%-24.*s %9llu %9llu %9llu %9llu %9llu %10llu %9.1f\n",
                    static_cast<int>(counted.names[s].size()), counted.names[s].data(),
                    shown(step.philox_blocks), shown(step.exponentials), shown(step.logarithms),
                    shown(step.inverse_normals), shown(step.lines), shown(step.bytes),
                    cost_of(step, costs) * 1e6);
    }
    std::printf("\n");
}

double nanoseconds(double seconds) {
    return seconds * 1e9;
}

void print_costs(const Costs& alone, const Costs& wide) {
    print_finding("a Philox block, alone", nanoseconds(alone.philox), "ns");
    print_finding("a Philox block, wide", nanoseconds(wide.philox), "ns");
    print_finding("an exponential, alone", nanoseconds(alone.exponential), "ns");
    print_finding("an exponential, wide", nanoseconds(wide.exponential), "ns");
    print_finding("a logarithm", nanoseconds(alone.logarithm), "ns");
    print_finding("an inverse normal", nanoseconds(alone.inverse_normal), "ns");
    print_finding("a cache line of the city's state", nanoseconds(alone.line), "ns");
    print_finding("a kilobyte of it in order", nanoseconds(alone.byte * 1024), "ns");
}

void print_bound(const Timings& timings, const counted::Run& counted) {
    const auto each = [&](const char* name) { return timings.seconds(name) / many; };
    Costs alone{
        each("philox_block_alone"), each("exponential_alone"),
        each("logarithm_alone"),    each("inverse_normal"),
        each("line_of_memory"),     timings.seconds("memory_in_order") / (8.0 * city_doubles)};
    Costs wide = alone;
    wide.philox = each("philox_block_wide");
    wide.exponential = each("exponential_wide");
    double bound = 0;
    double all_wide = 0;
    for (std::size_t s = 0; s < counted.steps.size(); ++s) {
        bound += cost_of(counted.steps[s], known_ahead(counted.names[s]) ? wide : alone);
        all_wide += cost_of(counted.steps[s], wide);
    }
    print_counts(counted, alone, wide);
    print_costs(alone, wide);
    const double measured = timings.seconds("replicate");
    print_finding("hyesan-handin, replicate 1, measured", measured * 1e3, "ms");
    print_finding("... its bound", bound * 1e3, "ms");
    print_at_most("measured over bound", measured / bound, "times", 2.5);
    print_finding("measured over a bound with every operation on the widest vectors",
                  measured / all_wide, "times");
}

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    const counted::Run counted = counted::run_hand_in(1);
    check_results(counted);
    Timings timings;
    run_all(argc, argv, timings);
    print_bound(timings, counted);
    return 0;
}
