#pragma once
#include <array>
#include <cstdint>
#include <vector>

/// Inverse distribution functions: one uniform number in, one value out, monotone in the uniform,
/// so that luck stays paired between two runs when a parameter changes.
namespace tumen {

/// Quantile of the standard normal distribution; 0 < u < 1. Wichura's algorithm AS 241, relative
/// error about 1e-15.
double normal_quantile(double u);

/// Smallest k with P(Poisson(mean) <= k) >= u; mean >= 0, 0 < u < 1. Above a mean of 600, where the
/// exact sum underflows, the normal approximation with continuity correction, off by at most one or
/// two.
std::int32_t poisson_quantile(double mean, double u);

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
    double quantile(double u) const;

  private:
    std::vector<double> quantiles_;
};

}  // namespace tumen
