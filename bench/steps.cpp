#include <chrono>
#include <string>
#include <vector>

#include "bench/support/scenarios.hpp"
#include "bench/support/staged_run.hpp"
#include "bench/support/timings.hpp"

/// On which step of the day does the time go?
namespace tumen::bench {

namespace {

using Clock = std::chrono::steady_clock;

class TimingMeter {
  public:
    void begin() { last_ = Clock::now(); }
    void built(const City&) { add(building); }
    void done(std::size_t stage, const DayStep&, const Today&, const City&) { add(stage); }
    void reported(const DayReport& report) {
        reports.push_back(report);
        last_ = Clock::now();
    }

    std::vector<double> seconds = std::vector<double>(stage_names().size());
    std::vector<DayReport> reports;

  private:
    void add(std::size_t stage) {
        const Clock::time_point now = Clock::now();
        seconds[stage] += std::chrono::duration<double>(now - last_).count();
        last_ = now;
    }

    Clock::time_point last_;
};

using StageSeconds = std::vector<double>;

const Simulation& simulation() {
    static const Simulation simulation(embedded_plan("hyesan-handin"));
    return simulation;
}

TimingMeter metered(const Simulation& played) {
    TimingMeter meter;
    play_staged(played, random_key_of(played, seed, 1, 0), 0, meter);
    return meter;
}

void check_result() {
    SerialExecutor executor;
    const CityResult whole = simulation().play(seed, 1, 0, executor);
    const TimingMeter staged = metered(simulation());
    for (std::size_t day = 0; day < whole.days.size(); ++day) {
        if (whole.days[day].counts != staged.reports.at(day).counts ||
            whole.days[day].quantities != staged.reports.at(day).quantities) {
            stop("days driven step by step report something else");
        }
    }
}

/// Of each step the shortest of all repetitions.
void keep_least(StageSeconds& kept, const StageSeconds& seconds) {
    for (std::size_t s = 0; s < stage_names().size(); ++s) {
        if (kept[s] == 0 || seconds[s] < kept[s]) kept[s] = seconds[s];
    }
}

StageSeconds least_seconds(stage_names().size());

void replicate_by_steps(::benchmark::State& state) {
    for (auto _ : state)
        keep_least(least_seconds, metered(simulation()).seconds);
}
BENCHMARK(replicate_by_steps)->Unit(::benchmark::kMillisecond)->Iterations(100);

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    check_result();
    Timings timings;
    run_all(argc, argv, timings);
    double sum = 0;
    for (const double seconds : least_seconds)
        sum += seconds;
    for (std::size_t s = 0; s < stage_names().size(); ++s) {
        print_finding("share of time: " + stage_names()[s], least_seconds[s] / sum * 100, "%");
    }
    print_finding("all steps of a replicate, hashes left out", sum * 1e3, "ms");
    return 0;
}
