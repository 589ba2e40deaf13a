#include "bench/support/timings.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "bench/support/scenarios.hpp"
#include "experiment/memory.hpp"

namespace tumen::bench {

namespace {

void keep_least(std::map<std::string, double>& kept, const std::string& name, double value) {
    const auto [entry, is_new] = kept.try_emplace(name, value);
    if (!is_new) entry->second = std::min(entry->second, value);
}

void print_row(std::string_view question, double figure, std::string_view unit,
               const std::string& limit) {
    std::printf("| %.*s | %.4g %.*s | %s |\n", static_cast<int>(question.size()), question.data(),
                figure, static_cast<int>(unit.size()), unit.data(), limit.c_str());
}

std::string limit_text(const char* direction, double limit, const char* verdict) {
    char text[64];
    std::snprintf(text, sizeof text, "%s %.4g: %s", direction, limit, verdict);
    return text;
}

}  // namespace

void Timings::ReportRuns(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
        if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
        // The name without repetitions, iterations and kind of time: the function and its argument.
        std::string name = run.run_name.function_name;
        if (!run.run_name.args.empty()) name += "/" + run.run_name.args;
        const bool manual = !run.run_name.time_type.empty();
        const double time = manual ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
        keep_least(seconds_, name, time / ::benchmark::GetTimeUnitMultiplier(run.time_unit));
        for (const auto& [counter, value] : run.counters) {
            keep_least(counters_, name + " " + counter, value);
        }
    }
    ConsoleReporter::ReportRuns(runs);
}

double Timings::seconds(const std::string& name) const {
    const auto found = seconds_.find(name);
    if (found == seconds_.end()) stop("a benchmark was left out: " + name);
    return found->second;
}

double Timings::counter(const std::string& name, const std::string& counter) const {
    const auto found = counters_.find(name + " " + counter);
    if (found == counters_.end()) stop("a counter was left out: " + name);
    return found->second;
}

void run_all(int argc, char** argv, Timings& timings) {
    keep_freed_memory();  // as the program does
    ::benchmark::Initialize(&argc, argv);
    if (::benchmark::ReportUnrecognizedArguments(argc, argv)) stop("an unknown option");
    ::benchmark::RunSpecifiedBenchmarks(&timings);
    std::printf("\n");
}

void print_finding(std::string_view question, double figure, std::string_view unit) {
    print_row(question, figure, unit, "");
}

void print_at_most(std::string_view question, double figure, std::string_view unit, double limit) {
    print_row(question, figure, unit,
              limit_text("at most", limit, figure <= limit ? "met" : "missed"));
}

void print_at_least(std::string_view question, double figure, std::string_view unit, double limit) {
    print_row(question, figure, unit,
              limit_text("at least", limit, figure >= limit ? "met" : "missed"));
}

double thread_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace tumen::bench
