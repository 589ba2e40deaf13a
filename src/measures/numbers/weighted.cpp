#include "measures/numbers/weighted.hpp"
#include "measures/numbers/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tumen {

namespace {

using Weighted = std::vector<std::pair<double, double>>;

double reached_in(const Weighted& sorted, double weight) {
    double sum = 0;
    for (const auto& [value, own] : sorted) {
        sum += own;
        if (sum >= weight) return value;
    }
    return sorted.back().first;
}

}  // namespace

double weighted_quantile(Weighted values_and_weights, double p) {
    std::sort(values_and_weights.begin(), values_and_weights.end());
    return reached_in(values_and_weights, p);
}

std::optional<WeightedRange> weighted_range(const std::vector<double>& values,
                                            const std::vector<double>& weights) {
    Weighted weighted;
    double all = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]) || !(weights[i] > 0)) continue;
        weighted.emplace_back(values[i], weights[i]);
        all += weights[i];
    }
    if (weighted.empty()) return std::nullopt;
    std::sort(weighted.begin(), weighted.end());
    return WeightedRange{reached_in(weighted, (1 - range_level) / 2 * all),
                         reached_in(weighted, 0.5 * all),
                         reached_in(weighted, (1 + range_level) / 2 * all)};
}

}  // namespace tumen
