#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <limits>

#ifdef TUMEN_COUNT
#include "bench/count/operations.hpp"
#endif

/// The few transcendental functions that results depend on. C libraries choose variants by
/// processor and differ among themselves in the last bit; these are one implementation for every
/// platform, of plain IEEE operations in a fixed order, and loops over them vectorise without a
/// change of bits.
namespace tumen::math {

inline constexpr double ln_2 = 0x1.62e42fefa39efp-1;
inline constexpr double log2_e = 0x1.71547652b82fep+0;

namespace detail {

inline constexpr double ln_2_high = 0x1.62e42feep-1;  // ends in zeros: k * ln_2_high is exact
inline constexpr double ln_2_low = 0x1.a39ef35793c76p-33;
inline constexpr double to_integer = 0x1.8p52;  // adding it rounds to the nearest integer

/// e^r for |r| <= ln(2)/2 by its Taylor polynomial of degree 13 (relative error below 1e-17 before
/// rounding).
constexpr double exp_near_zero(double r) {
#ifdef TUMEN_COUNT
    count_operation(&Operations::exponentials);
#endif
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double p01 = 1.0 + r;
    const double p23 = 1.0 / 2 + r * (1.0 / 6);
    const double p45 = 1.0 / 24 + r * (1.0 / 120);
    const double p67 = 1.0 / 720 + r * (1.0 / 5040);
    const double p89 = 1.0 / 40320 + r * (1.0 / 362880);
    const double pab = 1.0 / 3628800 + r * (1.0 / 39916800);
    const double pcd = 1.0 / 479001600 + r * (1.0 / 6227020800);
    const double low = p01 + r2 * p23;
    const double mid = p45 + r2 * p67;
    const double high = p89 + r2 * pab;
    return low + r4 * (mid + r4 * (high + r4 * pcd));
}

/// value * 2^k, where `shifted` is k + to_integer; -1022 <= k <= 1023.
constexpr double scaled(double value, double shifted) {
    const std::uint64_t exponent = (std::bit_cast<std::uint64_t>(shifted) + 1023u) << 52;
    return value * std::bit_cast<double>(exponent);
}

/// What the series of log is made of; written out, since a division a term would be most of it.
inline constexpr std::array<double, 10> inverse_odd = {
    1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3};

constexpr double clamp(double x, double low, double high) {
    const double raised = x < low ? low : x;
    return raised > high ? high : raised;
}

}  // namespace detail

/// e^x. Relative error below 2^-51; 0 below -708 (no subnormal results), infinity above 709.
constexpr double exp(double x) {
    const double bounded = detail::clamp(x, -708.0, 709.0);
    const double shifted = bounded * log2_e + detail::to_integer;
    const double k = shifted - detail::to_integer;
    const double r = (bounded - k * detail::ln_2_high) - k * detail::ln_2_low;
    const double value = detail::scaled(detail::exp_near_zero(r), shifted);
    const double bottomed = x < -708.0 ? 0.0 : value;
    return x > 709.0 ? std::numeric_limits<double>::infinity() : bottomed;
}

/// e^x for x <= 0: the bits of exp(x), with less to look out for.
constexpr double exp_of_negative(double x) {
    const double bounded = x < -708.0 ? -708.0 : x;
    const double shifted = bounded * log2_e + detail::to_integer;
    const double k = shifted - detail::to_integer;
    const double r = (bounded - k * detail::ln_2_high) - k * detail::ln_2_low;
    const double value = detail::scaled(detail::exp_near_zero(r), shifted);
    return x < -708.0 ? 0.0 : value;
}

/// 2^x, with the same bounds in x * ln 2.
constexpr double exp2(double x) {
    const double bounded = detail::clamp(x, -1021.0, 1022.0);
    const double shifted = bounded + detail::to_integer;
    const double k = shifted - detail::to_integer;
    const double value = detail::scaled(detail::exp_near_zero((bounded - k) * ln_2), shifted);
    const double bottomed = x < -1021.0 ? 0.0 : value;
    return x > 1022.0 ? std::numeric_limits<double>::infinity() : bottomed;
}

/// Natural logarithm of x > 0 (not subnormal); minus infinity at 0. Relative error below 2^-50.
constexpr double log(double x) {
#ifdef TUMEN_COUNT
    count_operation(&Operations::logarithms);
#endif
    constexpr std::uint64_t half_root = 0x3fe6a09e667f3bcdu;  // bits of sqrt(1/2)
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const auto k = static_cast<std::int64_t>(bits - half_root) >> 52;  // (needs 12 bits)
    const double m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(k) << 52));
    const double f = m - 1.0;
    const double s = f / (2.0 + f);  // log(m) = 2 artanh(s)
    const double z = s * s;
    double series = 1.0 / 23;
    for (const double inverse : detail::inverse_odd)
        series = inverse + z * series;
    const double exponent = static_cast<std::int32_t>(k);
    const double tail = 2.0 * s * (z * series) + exponent * detail::ln_2_low;
    const double value = exponent * detail::ln_2_high + (2.0 * s + tail);
    return x <= 0 ? -std::numeric_limits<double>::infinity() : value;
}

/// log(1 + x) for x > -1, accurate for small x too.
constexpr double log1p(double x) {
    const double one_more = 1.0 + x;
    if (one_more == 1.0) return x;
    return log(one_more) * (x / (one_more - 1.0));
}

/// base^exponent for base > 0 (0 for base 0 and a positive exponent).
constexpr double pow(double base, double exponent) {
    if (exponent == 0) return 1;
    if (base <= 0) return 0;
    return exp(exponent * log(base));
}

/// 1 / (1 + e^-x): the probability whose log-odds are x.
constexpr double logistic(double x) {
    return 1.0 / (1.0 + exp(-x));
}

}  // namespace tumen::math
