#include "experiment/memory.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "experiment/source.hpp"
#include "model/event_kinds.hpp"
#include "model/zones.hpp"

#if defined(__GLIBC__)
#include <malloc.h>

#include <climits>
#endif
#if defined(__unix__)
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tumen {

namespace {

// Measured with draws of the belief and with values of the scenario, and rounded up (the command
// stands in docs/performance.md).
constexpr double program_bytes = 24e6;
constexpr double bytes_a_resident = 24;
constexpr double bytes_a_city = 0.5e6;
constexpr double segment_bytes = 5e3;  // tables of one set of parameters
constexpr double most_simulations = 64;
constexpr double most_simulation_bytes = 128e6;
constexpr double most_pasts = 4;  // that one thread keeps beside the city that it plays
constexpr double long_name = 48;  // a name on the heap

template <class Event>
double event_bytes(const std::vector<Event>& events) {
    double bytes = 0;
    for (const Event& event : events) {
        bytes += sizeof event + sizeof(Origin) + long_name;
        bytes += 4.0 * static_cast<double>(event.scope.cities.size() + event.scope.groups.size());
    }
    return bytes;
}

double own_bytes(const std::vector<OwnValue>& values) {
    return static_cast<double>(values.size()) * (sizeof(OwnValue) + sizeof(Origin));
}

double points_bytes(const Experiment& experiment) {
    double bytes = experiment.points.bytes();
    for (const ReplicateDraw& draw : experiment.draws) {
        bytes += sizeof draw;
        bytes += static_cast<double>(draw.values.size()) * (sizeof draw.values.front() + long_name);
    }
    const auto replicates = static_cast<double>(experiment.replicates.size());
    constexpr double task = 64;  // [bytes] of what is still to be played, and is done
    return bytes + static_cast<double>(experiment.points.size()) * replicates * task;
}

double largest_city(const Plan& plan) {
    double residents = 0;
    for (const CityPlan& city : plan.cities)
        residents = std::max(residents, city.residents);
    return residents;
}

}  // namespace

void keep_freed_memory() {
#if defined(__GLIBC__)
    constexpr int largest_kept = 32 * 1024 * 1024;  // the most that glibc accepts
    mallopt(M_MMAP_THRESHOLD, largest_kept);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}

double bytes_of(const std::vector<Origin>& origins) {
    double bytes = 0;
    for (const Origin& origin : origins) {
        bytes += sizeof origin;
        if (!origin.file.empty()) bytes += long_name;
        if (!origin.flag.empty()) bytes += long_name;
    }
    return bytes;
}

double bytes_of(const Scenario& scenario) {
    const Plan& plan = scenario.plan;
    double bytes = sizeof scenario + bytes_of(scenario.origins);
    bytes += static_cast<double>(scenario.title.size() + scenario.question.size());
    for (const CityPlan& city : plan.cities)
        bytes += sizeof city + 2 * long_name + sizeof(Origin) + own_bytes(city.values);
    for (const WardGroup& group : plan.ward_groups)
        bytes += sizeof group + long_name + own_bytes(group.values);
    each_list(plan, [&](EventKind, const auto& events) { bytes += event_bytes(events); });
    for (const OwnHeadline& headline : scenario.headlines)
        bytes += sizeof headline + static_cast<double>(headline.statistic.size()) + long_name;
    return bytes;
}

double bytes_of(const Point& point) {
    double bytes = sizeof point + long_name + bytes_of(point.scenario) - sizeof point.scenario;
    bytes += static_cast<double>(point.values.size()) * (sizeof point.values.front() + long_name);
    return bytes + static_cast<double>(point.held.size()) * (sizeof(std::string) + long_name);
}

double simulation_bytes(const Plan& plan) {
    const ZonesToMake size = zones_to_make(plan, scenario_limits.places);
    const double days = plan.days + std::max(plan.parameters.population.warmup, 0.0);
    const double zones = std::max<double>(static_cast<double>(size.places), 1);
    const double cuts = 1 + 2 * static_cast<double>(plan.schedules.size());
    return zones * days * sizeof(DayConditions) + zones * cuts * segment_bytes;
}

std::size_t simulations_to_keep(const Plan& plan) {
    return static_cast<std::size_t>(
        std::clamp(most_simulation_bytes / simulation_bytes(plan), 1.0, most_simulations));
}

MemoryNeed memory_needed(const Experiment& experiment) {
    MemoryNeed need;
    need.program = program_bytes;
    need.points = 2 * points_bytes(experiment);
    if (experiment.points.empty()) return need;
    const Plan& plan = experiment.points.front().scenario.plan;
    const auto cities = static_cast<double>(plan.cities.size());
    const auto points = static_cast<double>(experiment.points.size());
    need.days = cities * plan.days * sizeof(DayReport);
    const double city = bytes_a_resident * largest_city(plan) + bytes_a_city;
    need.play = city * (1 + std::min(points - 1, most_pasts));
    const double simulations = experiment.draws.empty()
                                   ? points
                                   : points * static_cast<double>(experiment.replicates.size());
    need.simulation = simulation_bytes(plan);
    need.simulations = std::min(simulations, static_cast<double>(simulations_to_keep(plan)));
    // A replicate of several cities is whole when all of them are, for every point that is open.
    need.waiting = 2 + (cities > 1 ? std::min(points, most_simulations / cities + 2) : 0);
    return need;
}

double total(const MemoryNeed& need, std::size_t threads) {
    const auto count = static_cast<double>(threads);
    return need.program + need.points + std::max(need.simulations, count) * need.simulation +
           count * need.play + (2 * count + need.waiting) * need.days;
}

std::size_t threads_within(const MemoryNeed& need, double budget, std::size_t asked) {
    std::size_t threads = asked;
    while (threads > 0 && total(need, threads) > budget)
        --threads;
    return threads;
}

double peak_memory() {
#if defined(__unix__)
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
    return 1024.0 * static_cast<double>(usage.ru_maxrss);
#else
    return 0;
#endif
}

double machine_memory() {
#if defined(__unix__)
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long bytes = sysconf(_SC_PAGESIZE);
    if (pages > 0 && bytes > 0) return static_cast<double>(pages) * static_cast<double>(bytes);
#endif
    return 0;
}

}  // namespace tumen
