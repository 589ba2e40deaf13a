#include "base/distributions.hpp"

#include <algorithm>
#include <cmath>

#include "base/math.hpp"

namespace tumen {

namespace {

// The outermost region of Wichura's algorithm; the inner ones stand in the header.
constexpr std::array<double, 8> tail_over = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                             1.78482653991729133580e0,  2.96560571828504891230e-1,
                                             2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                             2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array<double, 8> tail_under = {1.0,
                                              5.99832206555887937690e-1,
                                              1.36929880922735805310e-1,
                                              1.48753612908506148525e-2,
                                              7.86869131145613259100e-4,
                                              1.84631831751005468180e-5,
                                              1.42151175831644588870e-7,
                                              2.04426310338993978564e-15};

/// Lentz's method for the continued fraction of the incomplete beta function.
double beta_fraction(double alpha, double beta, double x) {
    constexpr double tiny = 1e-300;
    const auto away_from_zero = [](double v) { return (v < tiny && v > -tiny) ? tiny : v; };
    double c = 1;
    double d = 1 / away_from_zero(1 - (alpha + beta) * x / (alpha + 1));
    double fraction = d;
    for (int m = 1; m <= 400; ++m) {
        const double even = m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        fraction *= d * c;
        const double odd =
            -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1));
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        const double step = d * c;
        fraction *= step;
        if (step > 1 - 1e-15 && step < 1 + 1e-15) break;
    }
    return fraction;
}

}  // namespace

double normal_quantile(double u) {
    const double q = u - 0.5;
    if (q >= -normal_centre && q <= normal_centre) return central_normal_quantile(q);
    const double tail = q < 0 ? u : 1 - u;
    const double distance = tail_distance(tail);
    const double size = distance <= 5 ? shoulder_normal_quantile(distance)
                                      : detail::polynomial(tail_over, distance - 5) /
                                            detail::polynomial(tail_under, distance - 5);
    return q < 0 ? -size : size;
}

namespace detail {

std::int32_t summed_poisson_quantile(double mean, double u) {
    if (!(mean > 0)) return 0;
    if (mean > 600) {
        const double k = mean + normal_quantile(u) * std::sqrt(mean) - 0.5;
        return k > 0 ? static_cast<std::int32_t>(k) + 1 : 0;
    }
    double probability = math::exp(-mean);
    double cumulative = probability;
    std::int32_t k = 0;
    while (cumulative < u && k < 2000) {
        ++k;
        probability *= mean / k;
        cumulative += probability;
    }
    return k;
}

}  // namespace detail

double log_gamma(double x) {
    double shift = 0;  // Stirling's series is exact enough from 12 on
    while (x < 12) {
        shift += math::log(x);
        x += 1;
    }
    constexpr double half_log_two_pi = 0.91893853320467274178;
    const double inverse = 1 / x;
    const double square = inverse * inverse;
    const double series =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
    return (x - 0.5) * math::log(x) - x + half_log_two_pi + series - shift;
}

namespace {

/// log of 1 / B(alpha, beta), the density's constant factor.
double log_beta_factor(double alpha, double beta) {
    return log_gamma(alpha + beta) - log_gamma(alpha) - log_gamma(beta);
}

/// A place between 0 and 1 and the logarithms of its distances from both.
struct BetaPlace {
    double x;
    double log_x;
    double log_rest;

    explicit BetaPlace(double at) : x(at), log_x(math::log(at)), log_rest(math::log1p(-at)) {}
};

double beta_probability_with(double alpha, double beta, const BetaPlace& place, double log_factor) {
    const double x = place.x;
    const double front = math::exp(log_factor + alpha * place.log_x + beta * place.log_rest);
    if (x < (alpha + 1) / (alpha + beta + 2)) return front * beta_fraction(alpha, beta, x) / alpha;
    return 1 - front * beta_fraction(beta, alpha, 1 - x) / beta;
}

}  // namespace

double beta_probability(double alpha, double beta, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    return beta_probability_with(alpha, beta, BetaPlace(x), log_beta_factor(alpha, beta));
}

BinomialTable::BinomialTable(int trials, double probability) {
    double cumulative = 0;
    for (int k = 0; k <= 7; ++k) {
        if (k <= trials) {
            double term = 1;
            for (int i = 0; i < k; ++i)
                term *= probability * (trials - i) / (i + 1);
            for (int i = k; i < trials; ++i)
                term *= 1 - probability;
            cumulative += term;
        }
        cumulative_[static_cast<std::size_t>(k)] = k < trials ? cumulative : 1;
    }
    for (std::size_t k = 0; k < thresholds_.size(); ++k) {
        // word w lies above the k-th step exactly if uniform(w) > cumulative_[k]
        thresholds_[k] =
            static_cast<int>(k) < trials
                ? static_cast<std::uint64_t>(std::min(cumulative_[k], 1.0) * 0x1p32 + 0.5)
                : std::uint64_t{1} << 33;
    }
}

int BinomialTable::quantile(double u) const {
    int k = 0;
    while (k < 7 && cumulative_[static_cast<std::size_t>(k)] < u)
        ++k;
    return k;
}

BetaTable::BetaTable(double alpha, double beta) : quantiles_{} {
    const std::size_t last = quantiles_.size() - 1;
    const double log_factor = log_beta_factor(alpha, beta);
    quantiles_[last] = 1;
    double low = 0;
    for (std::size_t i = 1; i < last; ++i) {
        // Newton's method inside a bracket, from the quantile before: the density is the slope.
        const double u = static_cast<double>(i) / static_cast<double>(last);
        double high = 1;
        double x = low > 0 ? low : 0.5;
        for (int step = 0; step < 100; ++step) {
            const BetaPlace place(x);
            const double miss = beta_probability_with(alpha, beta, place, log_factor) - u;
            (miss < 0 ? low : high) = x;
            const double density =
                math::exp(log_factor + (alpha - 1) * place.log_x + (beta - 1) * place.log_rest);
            double next = x - miss / density;
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            const double moved = next > x ? next - x : x - next;
            x = next;
            if (moved < 1e-14 || high - low < 1e-15) break;
        }
        low = x;
        quantiles_[i] = x;
    }
}

}  // namespace tumen
