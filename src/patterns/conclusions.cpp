#include "patterns/conclusions.hpp"

#include <algorithm>

#include "measures/numbers/confidence.hpp"

namespace tumen {

std::span<const Conclusion> conclusions() {
    return conclusion_rows();
}

std::string_view name_of(Direction direction) {
    switch (direction) {
        case Direction::higher:
            return "higher";
        case Direction::lower:
            return "lower";
        case Direction::cannot_be_told:
            return "cannot be told";
        case Direction::no_value:
            return "no value";
    }
    return "";
}

ConclusionResult conclude(std::span<const double> differences) {
    ConclusionResult result;
    result.replicates = differences.size();
    if (differences.empty()) return result;
    result.mean = mean(differences);
    result.mean_interval = mean_interval(differences, confidence_level);
    if (!result.mean_interval) return result;
    const Interval& interval = *result.mean_interval;
    result.direction = interval.low > 0    ? Direction::higher
                       : interval.high < 0 ? Direction::lower
                                           : Direction::cannot_be_told;
    return result;
}

bool survives(std::span<const Direction> directions) {
    const bool same = std::all_of(directions.begin(), directions.end(), [&](Direction direction) {
        return direction == directions.front() &&
               (direction == Direction::higher || direction == Direction::lower);
    });
    return same && !directions.empty();
}

Measurement measurement_of(const Conclusion& conclusion) {
    Measurement measurement{{conclusion.scenario, {}}, {}, conclusion.statistic};
    if (!conclusion.against.empty()) measurement.against.push_back({conclusion.against, {}});
    return measurement;
}

std::vector<Measurement> measurements_of(std::span<const Conclusion> conclusions) {
    std::vector<Measurement> measurements;
    for (const Conclusion& one : conclusions)
        measurements.push_back(measurement_of(one));
    return measurements;
}

}  // namespace tumen
