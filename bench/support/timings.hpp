#pragma once
#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <string_view>

/// What the benchmarks of one program measured, and the rows it adds to the table of findings.
namespace tumen::bench {

/// Prints as Google Benchmark does and keeps, by name, the shortest of the repetitions: what
/// disturbs a measurement on a shared machine only ever adds to it.
class Timings final : public ::benchmark::ConsoleReporter {
  public:
    void ReportRuns(const std::vector<Run>& runs) override;
    /// Seconds an iteration; ends the program where the benchmark has not been run.
    double seconds(const std::string& name) const;
    /// A counter of the benchmark, likewise the smallest.
    double counter(const std::string& name, const std::string& counter) const;
    bool has(const std::string& name) const { return seconds_.contains(name); }

  private:
    std::map<std::string, double> seconds_;
    std::map<std::string, double> counters_;
};

/// Runs all registered benchmarks. Times are the process's CPU time, or what a benchmark measures
/// itself.
void run_all(int argc, char** argv, Timings& timings);

/// One row of the table of findings.
void print_finding(std::string_view question, double figure, std::string_view unit);
/// ... with a limit from above, from below.
void print_at_most(std::string_view question, double figure, std::string_view unit, double limit);
void print_at_least(std::string_view question, double figure, std::string_view unit, double limit);

/// CPU time of this thread so far [s].
double thread_seconds();

}  // namespace tumen::bench
