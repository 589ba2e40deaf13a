#include "patterns/pattern_book.hpp"

#include <algorithm>
#include <utility>

#include "scenario/assembly/settings.hpp"

namespace tumen {

namespace {

MeasuredRun run_of(std::string_view scenario, std::span<const std::string_view> settings) {
    return {scenario, {settings.begin(), settings.end()}};
}

/// `settings` laid over those that the run has.
MeasuredRun with(MeasuredRun run, std::span<const std::string_view> settings) {
    std::erase_if(run.settings, [&](std::string_view one) {
        return std::any_of(settings.begin(), settings.end(), [&](std::string_view other) {
            return name_of_setting(other) == name_of_setting(one);
        });
    });
    run.settings.insert(run.settings.end(), settings.begin(), settings.end());
    return run;
}

/// The statistics that patterns had before they were restated; no scenario where there was none.
std::vector<Measurement> old_measurements(const std::vector<const Pattern*>& patterns) {
    std::vector<Measurement> measurements = measurements_of(patterns);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        measurements[i].statistic = patterns[i]->test.old_statistic;
        if (measurements[i].statistic.empty()) measurements[i] = {};
    }
    return measurements;
}

}  // namespace

std::string name_of(const MeasuredRun& run) {
    std::string name(run.scenario);
    for (std::size_t i = 0; i < run.settings.size(); ++i)
        name += (i == 0 ? " with " : " and ") + std::string(run.settings[i]);
    return name;
}

ScenarioPoints points_by_name(const Experiment& experiment) {
    ScenarioPoints points;
    for (std::uint32_t point = 0; point < experiment.points.size(); ++point) {
        points.try_emplace(experiment.points.name(point), point);
    }
    return points;
}

MeasurementBook::MeasurementBook(const Experiment& experiment, const ScenarioPoints& points,
                                 const std::vector<Measurement>& measurements)
    : plans_(experiment.points.size(), nullptr) {
    for (const Measurement& measurement : measurements) {
        const Row& row = rows_.emplace_back(row_of(measurement, points));
        for (const std::uint32_t point : row.points)
            plans_[point] = &experiment.points[point].scenario.plan;
    }
    points_needed_ = static_cast<std::size_t>(std::count_if(
        plans_.begin(), plans_.end(), [](const Plan* plan) { return plan != nullptr; }));
}

/// Without points where one of its runs is not played, or its statistic cannot be read.
MeasurementBook::Row MeasurementBook::row_of(const Measurement& measurement,
                                             const ScenarioPoints& points) const {
    auto statistic = parse_statistic(measurement.statistic);
    if (!statistic || bases_read(*statistic) > measurement.against.size()) return {};
    Row row{{}, *std::move(statistic), {}};
    std::vector<MeasuredRun> runs = measurement.against;
    runs.insert(runs.begin(), measurement.run);
    for (const MeasuredRun& run : runs) {
        const auto found = points.find(name_of(run));
        if (found == points.end()) return {};
        row.points.push_back(found->second);
    }
    return row;
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
        if (std::find(row.points.begin(), row.points.end(), arrived) == row.points.end()) continue;
        std::vector<const Trajectory*> runs;
        for (const std::uint32_t point : row.points) {
            const auto found = pending.arrived.find(point);
            if (found != pending.arrived.end()) runs.push_back(&found->second);
        }
        if (runs.size() < row.points.size()) continue;
        row.values[replicate] = evaluate(row.statistic, *runs.front(), std::span(runs).subspan(1));
    }
}

bool MeasurementBook::is_played(std::size_t measurement) const {
    return !rows_[measurement].points.empty();
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

Measurement measurement_of(const Pattern& pattern) {
    const PatternTest& test = pattern.test;
    Measurement measurement{run_of(test.scenario, test.settings), {}, test.statistic};
    if (!test.against.empty())
        measurement.against.push_back(run_of(test.against, test.against_settings));
    for (const TestRun& run : test.more)
        measurement.against.push_back(run_of(run.scenario, run.settings));
    return measurement;
}

Measurement switched_off(const Pattern& pattern) {
    Measurement measurement = measurement_of(pattern);
    measurement.run = with(std::move(measurement.run), pattern.switch_off);
    for (MeasuredRun& run : measurement.against)
        run = with(std::move(run), pattern.switch_off);
    return measurement;
}

std::vector<Measurement> measurements_of(const std::vector<const Pattern*>& patterns) {
    std::vector<Measurement> measurements;
    measurements.reserve(patterns.size());
    for (const Pattern* pattern : patterns)
        measurements.push_back(measurement_of(*pattern));
    return measurements;
}

PatternBook::PatternBook(const Experiment& experiment, const ScenarioPoints& points,
                         std::vector<const Pattern*> patterns)
    : patterns_(std::move(patterns)),
      book_(experiment, points, measurements_of(patterns_)),
      old_(experiment, points, old_measurements(patterns_)) {}

void PatternBook::add(const ReplicateResult& result) {
    book_.add(result);
    old_.add(result);
}

std::vector<PatternResult> PatternBook::results() const {
    std::vector<PatternResult> results;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        if (!book_.is_played(i)) continue;
        results.push_back(judge(*patterns_[i], book_.values(i), book_.without_value(i)));
        const std::vector<double> old = old_.values(i);
        if (!old.empty()) results.back().old_mean = mean(old);
    }
    return results;
}

}  // namespace tumen
