#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "model/day.hpp"
#include "model/schedule.hpp"

/// A day taken apart: the model's own table of steps, with a meter told after each of them. All
/// wards finish a step before the next begins, which changes no result, since between barriers
/// wards do not hear of each other. Every user compares what the days report with Simulation::play.
namespace tumen::bench {

/// What is told apart: building the city, then each step's number and rule.
inline const std::vector<std::string>& stage_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all = {"building the city"};
        for (const DayStep& step : day_steps()) {
            const std::string name = std::to_string(step.number) + " " + std::string(step.rule);
            if (name != all.back()) all.push_back(name);
        }
        return all;
    }();
    return names;
}

inline constexpr std::size_t building = 0;

template <class Meter>
void play_staged_day(City& city, const DayConditions& day, Executor& executor, Meter& meter) {
    const Today now = today_in(city, day);
    const auto steps = steps_on(day.day);
    std::size_t stage = building;
    for (std::size_t s = 0; s < steps.size(); ++s) {
        const DayStep& step = steps[s];
        const bool same =
            s > 0 && steps[s - 1].number == step.number && steps[s - 1].rule == step.rule;
        if (!same) ++stage;
        if (step.is_barrier()) {
            step.city(now, city, executor);
        } else {
            play_steps(now, {&step, 1}, city.wards);
        }
        meter.done(stage, step, now, city);
    }
}

inline RandomKey random_key_of(const Simulation& simulation, std::uint64_t under_seed,
                               std::uint32_t replicate, std::size_t city) {
    return {under_seed, replicate, name_hash(simulation.plan().cities[city].name)};
}

/// Plays the whole of one city; `meter.built` hears of the building, `meter.done` of every step,
/// `meter.reported` of every reported day.
template <class Meter>
void play_staged(const Simulation& simulation, const RandomKey& random_key, std::size_t which,
                 Meter& meter) {
    SerialExecutor executor;
    meter.begin();
    City city = build_city(simulation, which, random_key, executor);
    meter.built(city);
    for (std::int32_t day = simulation.calendar().first_day();
         day <= simulation.calendar().last_day(); ++day) {
        const DayConditions& conditions = simulation.calendar().on(day);
        play_staged_day(city, conditions, executor, meter);
        if (day >= 0) meter.reported(report_of(today_in(city, conditions), city));
    }
}

}  // namespace tumen::bench
