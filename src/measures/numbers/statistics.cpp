#include "measures/numbers/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>

#include "base/philox.hpp"

namespace tumen {

std::vector<double> sorted(std::span<const double> values) {
    std::vector<double> result(values.begin(), values.end());
    std::sort(result.begin(), result.end());
    return result;
}

double quantile(std::span<const double> sorted_values, double p) {
    assert(!sorted_values.empty());
    const double place = p * static_cast<double>(sorted_values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted_values.size()) return sorted_values.back();
    const double part = place - static_cast<double>(below);
    const double low = sorted_values[below];
    return low + part * (sorted_values[below + 1] - low);
}

double median(std::span<const double> values) {
    return quantile(sorted(values), 0.5);
}

Interval middle(std::span<const double> values, double level) {
    const std::vector<double> in_order = sorted(values);
    return {quantile(in_order, (1 - level) / 2), quantile(in_order, (1 + level) / 2)};
}

double mean(std::span<const double> values) {
    assert(!values.empty());
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

double standard_deviation(std::span<const double> values) {
    assert(values.size() >= 2);
    const double centre = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

namespace {

/// Standard deviations on either side of the mean of n values that hold `level`. A study asks for
/// the same one at every point.
double t_factor(std::size_t n, double level) {
    thread_local std::size_t last_n = 0;
    thread_local double last_level = 0;
    thread_local double last = 0;
    if (n == last_n && level == last_level) return last;
    const boost::math::students_t student(static_cast<double>(n - 1));
    last = boost::math::quantile(student, (1 + level) / 2) / std::sqrt(static_cast<double>(n));
    last_n = n;
    last_level = level;
    return last;
}

}  // namespace

std::optional<Interval> mean_interval(std::span<const double> values, double level) {
    if (values.size() < 2) return std::nullopt;
    const double centre = mean(values);
    const double half = t_factor(values.size(), level) * standard_deviation(values);
    return Interval{centre - half, centre + half};
}

Interval proportion_interval(std::size_t successes, std::size_t trials, double level) {
    assert(trials > 0 && successes <= trials);
    const double z = boost::math::quantile(boost::math::normal(), (1 + level) / 2);
    const auto n = static_cast<double>(trials);
    const double share = static_cast<double>(successes) / n;
    const double centre = share + z * z / (2 * n);
    const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    // The ends are exact at 0 and n; rounding must not leave them beside.
    return {successes == 0 ? 0 : (centre - half) / scale,
            successes == trials ? 1 : (centre + half) / scale};
}

std::vector<HalfWidth> half_width_curve(std::span<const double> values, double level) {
    std::vector<HalfWidth> curve;
    const auto add = [&](std::size_t n) {
        const auto part = values.first(n);
        curve.push_back({n, mean(part), t_factor(n, level) * standard_deviation(part)});
    };
    for (std::size_t n = 8; n < values.size(); n *= 2)
        add(n);
    if (values.size() >= 2) add(values.size());
    return curve;
}

std::optional<std::size_t> replicates_needed(std::span<const double> values, double target,
                                             double level) {
    if (values.size() < 2 || !(target > 0)) return std::nullopt;
    constexpr std::size_t most = 1000000;  // beyond it the answer is "very many"
    const double spread = standard_deviation(values);
    const auto enough = [&](std::size_t n) { return t_factor(n, level) * spread <= target; };
    std::size_t high = 2;
    while (high < most && !enough(high))
        high *= 2;
    std::size_t low = high == 2 ? 1 : high / 2;
    while (low + 1 < high) {
        const std::size_t half = low + (high - low) / 2;
        (enough(half) ? high : low) = half;
    }
    return high;
}

std::optional<Interval> bootstrap_interval(
    std::size_t n, const std::function<double(std::span<const std::uint32_t>)>& statistic,
    double level, std::uint32_t resamples) {
    if (n < 2) return std::nullopt;
    return bootstrap_intervals(
               n,
               [&](std::span<const std::uint32_t> drawn) {
                   return std::vector<double>{statistic(drawn)};
               },
               level, resamples)
        .front();
}

std::vector<std::optional<Interval>> bootstrap_intervals(
    std::size_t n,
    const std::function<std::vector<double>(std::span<const std::uint32_t>)>& statistics,
    double level, std::uint32_t resamples) {
    if (n < 2) return {};
    constexpr std::uint64_t key = 0x626F6F7473747261u;  // any fixed one
    std::vector<std::uint32_t> drawn(n);
    std::vector<std::vector<double>> values;  // by statistic
    for (std::uint32_t resample = 0; resample < resamples; ++resample) {
        for (std::size_t i = 0; i < n; ++i) {
            const auto block = philox({static_cast<std::uint32_t>(i / 4), resample, 0, 0}, key);
            const std::uint64_t word = block.word[i % 4];
            drawn[i] = static_cast<std::uint32_t>(word * n >> 32);
        }
        const std::vector<double> found = statistics(drawn);
        values.resize(found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (std::isfinite(found[i])) values[i].push_back(found[i]);
        }
    }
    std::vector<std::optional<Interval>> intervals;
    for (const std::vector<double>& one : values) {
        const bool enough = one.size() * 2 >= resamples && !one.empty();
        intervals.push_back(enough ? std::optional(middle(one, level)) : std::nullopt);
    }
    return intervals;
}

}  // namespace tumen
