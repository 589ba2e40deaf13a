#include "calibration/abc/abc_distance.hpp"

#include <cmath>
#include <limits>

#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

double spread_of(std::vector<double> values) {
    if (values.size() < 2) return 1;
    const double centre = median(values);
    std::vector<double> apart;
    apart.reserve(values.size());
    for (const double value : values)
        apart.push_back(std::abs(value - centre));
    if (const double typical = median(apart); typical > 0) return typical;
    const double spread = standard_deviation(values);
    return spread > 0 ? spread : 1;
}

}  // namespace

double deviation(const Interval& interval, double value) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::infinity();
    if (value < interval.low) return interval.low - value;
    return value > interval.high ? value - interval.high : 0;
}

std::vector<double> scales_of(std::span<const std::vector<double>> simulations,
                              std::size_t statistics) {
    std::vector<double> scales;
    for (std::size_t i = 0; i < statistics; ++i) {
        std::vector<double> values;
        for (const std::vector<double>& one : simulations) {
            if (std::isfinite(one[i])) values.push_back(one[i]);
        }
        scales.push_back(spread_of(std::move(values)));
    }
    return scales;
}

double distance(std::span<const Target> targets, std::span<const double> scales,
                std::span<const double> statistics) {
    double squares = 0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (targets[i].use != TargetUse::fitted) continue;
        const double apart = deviation(targets[i].interval, statistics[i]) / scales[i];
        squares += apart * apart;
    }
    return std::sqrt(squares);
}

}  // namespace tumen
