#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/interval.hpp"

/// Statistics over replicates, which are independent draws from one distribution.
namespace tumen {

std::vector<double> sorted(std::span<const double> values);

/// Quantile `p` in [0, 1] of sorted values, interpolated between them (type 7 of Hyndman and Fan,
/// the usual one of R and NumPy). At least one value.
double quantile(std::span<const double> sorted_values, double p);
double median(std::span<const double> values);
/// The middle `level` of the values: 0.9 = from the 5 % to the 95 % quantile.
Interval middle(std::span<const double> values, double level);

double mean(std::span<const double> values);
/// With n - 1; at least two values.
double standard_deviation(std::span<const double> values);

/// Confidence interval of the mean from Student's t; nothing for fewer than two values.
std::optional<Interval> mean_interval(std::span<const double> values, double level);

/// Wilson's score interval of a proportion; trials > 0.
Interval proportion_interval(std::size_t successes, std::size_t trials, double level);

/// How the half-width of the mean's interval shrinks as replicates are added.
struct HalfWidth {
    std::size_t n = 0;
    double mean = 0;
    double half_width = 0;
};
/// At n = 8, 16, 32, ... and at all values, in the order given; empty for fewer than two values.
std::vector<HalfWidth> half_width_curve(std::span<const double> values, double level);

/// How many replicates would bring the half-width down to `target`, judged from the spread of
/// `values`; nothing for fewer than two.
std::optional<std::size_t> replicates_needed(std::span<const double> values, double target,
                                             double level);

/// A number with its interval, where there are enough values for one.
struct Estimated {
    double value = 0;
    std::optional<Interval> interval;
};

/// Percentile bootstrap of a statistic of `n` replicates: it gets the indices drawn, with
/// repetition. The resamples are keyed draws: the same call gives the same interval. Resamples in
/// which the statistic is not finite are left out; nothing if fewer than half remain or n < 2.
std::optional<Interval> bootstrap_interval(
    std::size_t n, const std::function<double(std::span<const std::uint32_t>)>& statistic,
    double level, std::uint32_t resamples = 2000);

/// The same for several statistics of one resample each, always as many; empty for n < 2.
std::vector<std::optional<Interval>> bootstrap_intervals(
    std::size_t n,
    const std::function<std::vector<double>(std::span<const std::uint32_t>)>& statistics,
    double level, std::uint32_t resamples = 2000);

}  // namespace tumen
