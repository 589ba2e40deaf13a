#pragma once
#include <optional>
#include <utility>
#include <vector>

/// Values that count for more or less: draws of a belief, particles of a calibration.
namespace tumen {

/// The smallest value at or below which lies a share `p` of the weight, which sums to 1. At least
/// one value.
double weighted_quantile(std::vector<std::pair<double, double>> values_and_weights, double p);

/// 5, 50 and 95 % of weighted values, those without a value (NaN) left out; nothing where no value
/// has weight.
struct WeightedRange {
    double low = 0;
    double middle = 0;
    double high = 0;
};
std::optional<WeightedRange> weighted_range(const std::vector<double>& values,
                                            const std::vector<double>& weights);

}  // namespace tumen
