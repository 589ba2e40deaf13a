#include "patterns/pattern_book.hpp"

#include <algorithm>
#include <utility>

namespace tumen {

namespace {

std::optional<std::uint32_t> point_of(const ScenarioPoints& points, std::string_view scenario) {
    const auto found = points.find(scenario);
    if (found == points.end()) return std::nullopt;
    return found->second;
}

}  // namespace

ScenarioPoints points_by_name(const Experiment& experiment) {
    ScenarioPoints points;
    for (std::uint32_t point = 0; point < experiment.points.size(); ++point) {
        points.try_emplace(experiment.points[point].name, point);
    }
    return points;
}

MeasurementBook::MeasurementBook(const Experiment& experiment, const ScenarioPoints& points,
                                 const std::vector<Measurement>& measurements)
    : plans_(experiment.points.size(), nullptr) {
    for (const Measurement& measurement : measurements) {
        Row& row = rows_.emplace_back();
        row.scenario = point_of(points, measurement.scenario);
        row.has_against = !measurement.against.empty();
        if (row.has_against) row.against = point_of(points, measurement.against);
        auto statistic = parse_statistic(measurement.statistic);
        if (!statistic) row.scenario = std::nullopt;
        if (!row.played()) continue;
        row.statistic = *std::move(statistic);
        plans_[*row.scenario] = &experiment.points[*row.scenario].scenario.plan;
        if (row.against) plans_[*row.against] = &experiment.points[*row.against].scenario.plan;
    }
    points_needed_ = static_cast<std::size_t>(std::count_if(
        plans_.begin(), plans_.end(), [](const Plan* plan) { return plan != nullptr; }));
}

void MeasurementBook::add(const ReplicateResult& result) {
    const Plan* plan = plans_[result.point];
    if (plan == nullptr) return;
    Pending& pending = pending_[result.replicate];
    ++pending.points_seen;
    if (result.outcome == Outcome::done) {
        pending.arrived.emplace(result.point, trajectory_of(*plan, result.cities));
        measure(result.replicate, result.point, pending);
    }
    if (pending.points_seen == points_needed_) pending_.erase(result.replicate);
}

/// Whatever can be measured now that the trajectory of `arrived` is there too.
void MeasurementBook::measure(std::uint32_t replicate, std::uint32_t arrived,
                              const Pending& pending) {
    for (Row& row : rows_) {
        if (!row.played()) continue;
        if (row.scenario != arrived && row.against != arrived) continue;
        const auto scenario = pending.arrived.find(*row.scenario);
        if (scenario == pending.arrived.end()) continue;
        const Trajectory* against = nullptr;
        if (row.against) {
            const auto other = pending.arrived.find(*row.against);
            if (other == pending.arrived.end()) continue;
            against = &other->second;
        }
        row.values[replicate] = evaluate(row.statistic, scenario->second, against);
    }
}

Answer MeasurementBook::is_played(std::size_t measurement) const {
    return rows_[measurement].played() ? Answer::yes : Answer::no;
}

std::vector<double> MeasurementBook::values(std::size_t measurement) const {
    std::vector<double> values;
    for (const auto& [replicate, value] : rows_[measurement].values) {
        if (value) values.push_back(*value);
    }
    return values;
}

std::size_t MeasurementBook::without_value(std::size_t measurement) const {
    const auto& values = rows_[measurement].values;
    return static_cast<std::size_t>(std::count_if(
        values.begin(), values.end(), [](const auto& entry) { return !entry.second.has_value(); }));
}

std::vector<const Pattern*> testable_patterns() {
    std::vector<const Pattern*> patterns;
    for (const Pattern& pattern : ledger_patterns()) {
        if (pattern.test.expectation != Expectation::none) patterns.push_back(&pattern);
    }
    return patterns;
}

std::vector<Measurement> measurements_of(const std::vector<const Pattern*>& patterns) {
    std::vector<Measurement> measurements;
    for (const Pattern* pattern : patterns) {
        const PatternTest& test = pattern->test;
        measurements.push_back({test.scenario, test.against, test.statistic});
    }
    return measurements;
}

PatternBook::PatternBook(const Experiment& experiment, const ScenarioPoints& points,
                         std::vector<const Pattern*> patterns)
    : patterns_(std::move(patterns)), book_(experiment, points, measurements_of(patterns_)) {}

std::vector<PatternResult> PatternBook::results() const {
    std::vector<PatternResult> results;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        if (book_.is_played(i) == Answer::no) continue;
        results.push_back(judge(*patterns_[i], book_.values(i), book_.without_value(i)));
    }
    return results;
}

}  // namespace tumen
