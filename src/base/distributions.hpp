#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "base/math.hpp"

/// Inverse distribution functions: one uniform number in, one value out, monotone in the uniform,
/// so that random numbers stay paired between two runs when a parameter changes.
namespace tumen {

/// Quantile of the standard normal distribution; 0 < u < 1. Wichura, "Algorithm AS 241: the
/// percentage points of the normal distribution", Applied Statistics 37 (1988), routine PPND16: a
/// rational function in each of three regions. Relative error about 1e-15.
double normal_quantile(double u);

namespace detail {

constexpr double polynomial(const std::array<double, 8>& coefficients, double x) {
    const auto& c = coefficients;
    return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x +
           c[0];
}

inline constexpr std::array<double, 8> centre_over = {
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3};
inline constexpr std::array<double, 8> centre_under = {1.0,
                                                       4.2313330701600911252e1,
                                                       6.8718700749205790830e2,
                                                       5.3941960214247511077e3,
                                                       2.1213794301586595867e4,
                                                       3.9307895800092710610e4,
                                                       2.8729085735721942674e4,
                                                       5.2264952788528545610e3};
inline constexpr std::array<double, 8> shoulder_over = {
    1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4};
inline constexpr std::array<double, 8> shoulder_under = {1.0,
                                                         2.05319162663775882187e0,
                                                         1.67638483018380384940e0,
                                                         6.89767334985100004550e-1,
                                                         1.48103976427480074590e-1,
                                                         1.51986665636164571966e-2,
                                                         5.47593808499534494600e-4,
                                                         1.05075007164441684324e-9};

}  // namespace detail

/// Where the first of the three regions ends, as a distance of u from 1/2: seventeen in twenty lie
/// in it.
inline constexpr double normal_centre = 0.425;

/// normal_quantile(0.5 + q) for q from -normal_centre to normal_centre; loops over it vectorise.
constexpr double central_normal_quantile(double q) {
    const double r = 0.180625 - q * q;
    return q * detail::polynomial(detail::centre_over, r) /
           detail::polynomial(detail::centre_under, r);
}

/// Where the other two regions are told apart: the second goes up to 5. `tail` is the probability
/// beyond the quantile, on its side.
inline double tail_distance(double tail) {
    return std::sqrt(-math::log(tail));
}

/// Size of the quantile in the second region.
constexpr double shoulder_normal_quantile(double distance) {
    return detail::polynomial(detail::shoulder_over, distance - 1.6) /
           detail::polynomial(detail::shoulder_under, distance - 1.6);
}

namespace detail {
std::int32_t summed_poisson_quantile(double mean, double u);
}

/// Smallest k with P(Poisson(mean) <= k) >= u; mean >= 0, 0 < u < 1. Above a mean of 600, where the
/// exact sum underflows, the normal approximation with continuity correction, off by at most one or
/// two.
inline std::int32_t poisson_quantile(double mean, double u) {
    // P(0) = exp(-mean) is at least 1 - mean: mostly it is nothing, and that is seen without it.
    constexpr double more_than_rounding = 1e-12;
    return u < 1 - mean - more_than_rounding ? 0 : detail::summed_poisson_quantile(mean, u);
}

/// Logarithm of the gamma function, x > 0.
double log_gamma(double x);

/// The regularised incomplete beta function: P(Beta(alpha, beta) <= x); alpha, beta > 0, 0 <= x
/// <= 1.
double beta_probability(double alpha, double beta, double x);

/// Binomial(trials, probability) for at most 7 trials, by its distribution function.
class BinomialTable {
  public:
    BinomialTable(int trials, double probability);
    /// Smallest k with P(X <= k) >= u.
    int quantile(double u) const;
    /// 32-bit thresholds: the value for a random word is the number of thresholds at or below it.
    /// Unused ones are out of reach.
    const std::array<std::uint64_t, 7>& thresholds() const { return thresholds_; }

  private:
    std::array<double, 8> cumulative_{};
    std::array<std::uint64_t, 7> thresholds_{};
};

/// Beta(alpha, beta) by linear interpolation between 1025 exact quantiles at equal steps of u.
class BetaTable {
  public:
    BetaTable(double alpha, double beta);
    double quantile(double u) const {
        const double place = u * static_cast<double>(knots - 1);
        const auto cell = std::min<std::size_t>(static_cast<std::uint32_t>(place), knots - 2);
        const double fraction = place - static_cast<double>(cell);
        return quantiles_[cell] + fraction * (quantiles_[cell + 1] - quantiles_[cell]);
    }

  private:
    static constexpr std::size_t knots = 1025;
    std::array<double, knots> quantiles_;
};

}  // namespace tumen
