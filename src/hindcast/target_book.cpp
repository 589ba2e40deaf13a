#include "hindcast/target_book.hpp"

#include <algorithm>
#include <numeric>

#include "measures/headlines/evaluate.hpp"
#include "measures/headlines/trajectory.hpp"

namespace tumen {

namespace {

std::vector<std::size_t> places_of(const std::vector<std::string>& cities, const Plan& plan) {
    std::vector<std::size_t> places;
    if (cities.empty()) {
        places.resize(plan.cities.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
    }
    for (const std::string& city : cities) {
        const auto found = std::find_if(plan.cities.begin(), plan.cities.end(),
                                        [&](const CityPlan& one) { return one.name == city; });
        places.push_back(static_cast<std::size_t>(found - plan.cities.begin()));
    }
    return places;
}

bool is_played(const TargetQuestion& question, const Scenario& scenario) {
    const Date last = plus_days(scenario.start, scenario.plan.days - 1);
    const auto within = [&](const DateSpan& span) {
        return scenario.start <= span.first && span.last <= last;
    };
    return within(question.window) && (!question.earlier || within(*question.earlier));
}

/// The days of some of the cities.
Trajectory part_of(const Plan& plan, const std::vector<std::vector<DayReport>>& cities,
                   const std::vector<std::size_t>& places) {
    Plan part = plan;
    part.cities.clear();
    std::vector<std::vector<DayReport>> days;
    for (const std::size_t place : places) {
        part.cities.push_back(plan.cities[place]);
        days.push_back(cities[place]);
    }
    return trajectory_of(part, days);
}

}  // namespace

Expected<std::vector<std::size_t>, Diagnostic> askable(const Targets& targets,
                                                       const Scenario& scenario) {
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < targets.targets.size(); ++i) {
        const TargetQuestion& question = targets.targets[i].question;
        const std::vector<std::size_t> places = places_of(question.cities, scenario.plan);
        for (std::size_t city = 0; city < question.cities.size(); ++city) {
            if (places[city] < scenario.plan.cities.size()) continue;
            Diagnostic problem =
                diagnostic(question.id + " is about " + question.cities[city] +
                               ", which is no city of " + scenario.name,
                           "a target is measured in the cities of the scenario",
                           "name other cities, or another file with --targets", targets.file);
            problem.line = question.line;
            problem.column = question.column;
            return problem;
        }
        if (is_played(question, scenario)) asked.push_back(i);
    }
    return asked;
}

TargetBook::TargetBook(const Targets& targets, const std::vector<std::size_t>& asked,
                       const Scenario& scenario)
    : plan_(scenario.plan) {
    for (const std::size_t place : asked) {
        const TargetQuestion& question = targets.targets[place].question;
        const auto statistic = parse_statistic(
            statistic_of(targets.series[question.series], question, scenario.start));
        asked_.push_back({*statistic, places_of(question.cities, plan_)});
    }
}

void TargetBook::accept(ReplicateResult result) {
    if (result.outcome == Outcome::failed) return;
    std::map<std::vector<std::size_t>, Trajectory> parts;
    TargetValues values;
    for (const Asked& one : asked_) {
        auto part = parts.find(one.cities);
        if (part == parts.end())
            part = parts.emplace(one.cities, part_of(plan_, result.cities, one.cities)).first;
        values.push_back(evaluate(one.statistic, part->second));
    }
    values_[result.point].insert_or_assign(result.replicate, std::move(values));
}

const std::map<std::uint32_t, TargetValues>& TargetBook::values(std::uint32_t point) const {
    static const std::map<std::uint32_t, TargetValues> none;
    const auto found = values_.find(point);
    return found == values_.end() ? none : found->second;
}

}  // namespace tumen
