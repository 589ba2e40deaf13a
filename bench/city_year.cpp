#include "bench/support/scenarios.hpp"
#include "bench/support/staged_run.hpp"
#include "bench/support/timings.hpp"

/// How long does one replicate of hyesan-handin take on one thread: building the city, 60 days of
/// warm-up, 200 reported days, the hashes?
namespace tumen::bench {

namespace {

/// What a vectorised NumPy implementation of the same model takes for the same [s].
constexpr double numpy_seconds = 1.55;

struct ReportsOnly {
    void begin() {}
    void built(const City&) {}
    void done(std::size_t, const DayStep&, const Today&, const City&) {}
    void reported(const DayReport& report) { reports.push_back(report); }
    std::vector<DayReport> reports;
};

const Simulation& simulation() {
    static const Simulation simulation(embedded_plan("hyesan-handin"));
    return simulation;
}

/// Before timing: the same replicate with wards in other parcels, and the days driven step by step.
void check_result() {
    SerialExecutor executor;
    const CityResult whole = simulation().play(seed, 1, 0, executor);
    PlayOptions one_by_one;
    one_by_one.wards_a_task = 1;
    if (simulation().play(seed, 1, 0, executor, one_by_one).state_hash != whole.state_hash) {
        stop("the state hash depends on how wards are parcelled");
    }
    ReportsOnly staged;
    play_staged(simulation(), random_key_of(simulation(), seed, 1, 0), 0, staged);
    for (std::size_t day = 0; day < whole.days.size(); ++day) {
        const DayReport& one = whole.days[day];
        const DayReport& other = staged.reports.at(day);
        if (one.counts != other.counts || one.quantities != other.quantities) {
            stop("days driven step by step report something else");
        }
    }
}

void city_year(::benchmark::State& state) {
    SerialExecutor executor;
    City city;  // in whose memory the next one is built, as where replicates are played
    PlayOptions options;
    options.city = &city;
    std::uint32_t replicate = 0;
    for (auto _ : state) {
        replicate = replicate % 8 + 1;
        ::benchmark::DoNotOptimize(
            simulation().play(seed, replicate, 0, executor, options).state_hash);
    }
}
BENCHMARK(city_year)->Unit(::benchmark::kMillisecond)->Repetitions(5);

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    check_result();
    Timings timings;
    run_all(argc, argv, timings);
    const double seconds = timings.seconds("city_year");
    const auto& plan = simulation().plan();
    const double days = plan.days + plan.parameters.population.warmup;
    print_finding("hyesan-handin, one replicate, one thread", seconds * 1e3, "ms");
    print_finding("residents x days a second", plan.cities[0].residents * days / seconds * 1e-6,
                  "M");
    print_at_least("ahead of vectorised NumPy, the same model (1.55 s)", numpy_seconds / seconds,
                   "times", 100);
    return 0;
}
