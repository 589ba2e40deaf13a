#include "support/plans.hpp"

#include <cstdlib>

#include "support/starting.hpp"

namespace tumen::testing {

namespace {

ParameterRef ref(std::string_view name) {
    const auto found = find_parameter(name);
    if (!found) std::abort();  // a typing error in a test
    return *found;
}

}  // namespace

Plan calm_plan(double residents, std::int32_t days) {
    Plan plan;
    plan.parameters = starting_parameters();
    plan.parameters.population.residents = residents;
    plan.parameters.population.ward_units = 10;
    plan.days = days;
    plan.cities = {{"hyesan", "Hyesan", residents}};
    return plan;
}

Plan hand_in_plan(double residents, std::int32_t days) {
    Plan plan = calm_plan(residents, days);
    plan.hand_in_drives = {{20, 69, Forgiveness::promised}};
    return plan;
}

Plan oath_plan(double residents, std::int32_t days) {
    Plan plan = calm_plan(residents, days);
    plan.oath_drives = {{20, 49}};
    plan.meetings = {{24}};
    return plan;
}

Plan sweep_plan(double residents, std::int32_t days) {
    Plan plan = calm_plan(residents, days);
    plan.sweeps = {{20, 59}};
    set_parameters(plan, {{"central_caseload", 2}, {"central_detection_factor", 12}});
    return plan;
}

Plan crowded_plan(double residents, std::int32_t days) {
    Plan plan = calm_plan(residents, days);
    set_parameters(plan, {{"detection", 0.03},
                          {"notice", 0.005},
                          {"false_report_rate", 1e-4},
                          {"reward", 1},
                          {"promise_breach", 0.5},
                          {"promise_breach_delay", 8},
                          {"detention", 10},
                          {"custody", 4},
                          {"naming", 0.6},
                          {"broker_entry", 0.005},
                          {"source_share", 0.02},
                          {"news_city_reach", 0.1},
                          {"oath_refusal", 0.05},
                          {"deadline_salience", 0.1},
                          {"phone_share.resident", 0.01},
                          {"contact_benefit.resident", 0.7},
                          {"call_rate.resident", 0.05},
                          {"central_caseload", 2},
                          {"central_detection_factor", 3}});
    plan.hand_in_drives = {{15, 45, Forgiveness::promised}, {100, 120, Forgiveness::none}};
    plan.oath_drives = {{40, 60}, {90, 110}};
    plan.sweeps = {{70, 85}};
    plan.meetings = {{15, 1}, {40, 0.5}, {100}};
    plan.peaks = {{65, 75, 0.6}};
    plan.schedules = {
        scheduled("risk_baseline", 50, 80, 0.004), scheduled("suspicion_half_life", 60, 64, 1),
        scheduled("need_shock", 30, 50, 0.5),      scheduled("review_rate", 55, 70, 0.6),
        scheduled("movement", 30, 50, 0.4),        scheduled("savings_recovery", 95, 130, 5)};
    return plan;
}

void set_parameter(Plan& plan, std::string_view name, double value) {
    set(plan.parameters, ref(name), value);
}

void set_parameters(Plan& plan, std::initializer_list<Setting> settings) {
    for (const Setting& setting : settings)
        set_parameter(plan, setting.name, setting.value);
}

void stop_enforcement(Plan& plan) {
    set_parameters(plan, {{"officers_per_ward", 0},
                          {"central_caseload", 0},
                          {"detection", 0},
                          {"notice", 0},
                          {"false_report_rate", 0},
                          {"search", 0}});
}

Schedule scheduled(std::string_view name, std::int32_t first, std::int32_t last, double value) {
    return {ref(name), first, last, value};
}

CityResult play(const Plan& plan, std::uint32_t replicate, std::size_t city,
                const PlayOptions& options) {
    SerialExecutor executor;
    return Simulation(plan).play(seed, replicate, city, executor, options);
}

std::int64_t total(const CityResult& result, Count count) {
    std::int64_t sum = 0;
    for (const DayReport& day : result.days)
        sum += day[count];
    return sum;
}

double total(const CityResult& result, Quantity quantity) {
    double sum = 0;
    for (const DayReport& day : result.days)
        sum += day[quantity];
    return sum;
}

std::int64_t calling(const DayReport& report) {
    return report[Count::calling_residents] + report[Count::calling_families] +
           report[Count::calling_smugglers] + report[Count::calling_brokers];
}

std::int64_t handed_in(const DayReport& report) {
    return report[Count::decoys_professional] + report[Count::decoys_family] +
           report[Count::real_professional] + report[Count::real_family];
}

std::int64_t handed_in(const CityResult& result) {
    std::int64_t sum = 0;
    for (const DayReport& day : result.days)
        sum += handed_in(day);
    return sum;
}

}  // namespace tumen::testing
