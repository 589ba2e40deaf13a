#include <algorithm>
#include <chrono>
#include <cstdio>

#include "support/scenarios.hpp"
#include "support/staged_run.hpp"
#include "support/timings.hpp"

/// On which step of the day does the time go?
namespace tumen::bench {

namespace {

using Clock = std::chrono::steady_clock;

class TimingMeter {
  public:
    void begin() { last_ = Clock::now(); }
    void done(Step step, const Today&, const City&) {
        const Clock::time_point now = Clock::now();
        seconds[static_cast<std::size_t>(step)] += std::chrono::duration<double>(now - last_).count();
        last_ = now;
    }
    void reported(const DayReport& report) {
        reports.push_back(report);
        last_ = Clock::now();
    }

    std::array<double, step_count> seconds{};
    std::vector<DayReport> reports;

  private:
    Clock::time_point last_;
};

const Game& game() {
    static const Game game(embedded_plan("hyesan-handin"));
    return game;
}

TimingMeter metered() {
    TimingMeter meter;
    play_staged(game(), luck_of(game(), seed, 1, 0), 0, meter);
    return meter;
}

void check_result() {
    SerialExecutor executor;
    const CityResult whole = game().play(seed, 1, 0, executor);
    const TimingMeter staged = metered();
    for (std::size_t day = 0; day < whole.days.size(); ++day) {
        if (whole.days[day].counts != staged.reports.at(day).counts ||
            whole.days[day].quantities != staged.reports.at(day).quantities) {
            stop("days driven step by step report something else");
        }
    }
}

/// Of each step the shortest of all repetitions.
std::array<double, step_count> least_seconds{};

void replicate_by_steps(::benchmark::State& state) {
    for (auto _ : state) {
        const TimingMeter meter = metered();
        for (std::size_t s = 0; s < step_count; ++s) {
            double& least = least_seconds[s];
            if (least == 0 || meter.seconds[s] < least) least = meter.seconds[s];
        }
    }
}
BENCHMARK(replicate_by_steps)->Unit(::benchmark::kMillisecond)->Iterations(60);

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    check_result();
    Timings timings;
    run_all(argc, argv, timings);
    double sum = 0;
    for (const double seconds : least_seconds) sum += seconds;
    for (std::size_t s = 0; s < step_count; ++s) {
        char text[64];
        std::snprintf(text, sizeof text, "share of time: %.*s", static_cast<int>(step_names[s].size()),
                      step_names[s].data());
        print_finding(text, least_seconds[s] / sum * 100, "%");
    }
    return 0;
}
