#include "base/math.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/draw.hpp"

/// Compared with the C library's long double functions, whose 64-bit mantissa leaves its own error
/// far below the bounds stated here.
namespace tumen {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The i-th of a fixed series of numbers between low and high.
double number(std::uint32_t i, double low, double high) {
    return low + (high - low) * uniform(draw({42, 1, 1}, {i, 0, Purpose{1}}).word[0]);
}

double relative_error(double ours, long double exact) {
    return static_cast<double>(std::fabs((static_cast<long double>(ours) - exact) / exact));
}

TEST(Exp, RelativeErrorIsBelowTwoToTheMinus51) {
    for (std::uint32_t i = 0; i < 200000; ++i) {
        const double x = number(i, -707.9, 708.9);
        ASSERT_LT(relative_error(math::exp(x), std::exp(static_cast<long double>(x))), 0x1p-51)
            << x;
        const double small = number(i, -1, 1);
        ASSERT_LT(relative_error(math::exp(small), std::exp(static_cast<long double>(small))),
                  0x1p-51)
            << small;
    }
}

TEST(Exp, IsExactAtZeroAndBoundedAtTheEnds) {
    EXPECT_EQ(math::exp(0), 1);
    EXPECT_EQ(math::exp(-0.0), 1);
    EXPECT_EQ(math::exp(-708.1), 0);
    EXPECT_EQ(math::exp(-infinity), 0);
    EXPECT_EQ(math::exp(709.1), infinity);
    EXPECT_EQ(math::exp(infinity), infinity);
    EXPECT_GT(math::exp(-708), 0);
    EXPECT_LT(math::exp(709), infinity);
}

TEST(Exp, OfANegativeNumberHasTheSameBits) {
    for (std::uint32_t i = 0; i < 200000; ++i) {
        const double x = number(i, -720, 0);
        ASSERT_EQ(math::exp_of_negative(x), math::exp(x)) << x;
    }
    for (const double x : {0.0, -0.0, -1e-300, -708.0, -708.1, -infinity}) {
        EXPECT_EQ(math::exp_of_negative(x), math::exp(x)) << x;
    }
}

TEST(Exp2, RelativeErrorIsBelowTwoToTheMinus51) {
    for (std::uint32_t i = 0; i < 200000; ++i) {
        const double x = number(i, -1021, 1022);
        ASSERT_LT(relative_error(math::exp2(x), std::exp2(static_cast<long double>(x))), 0x1p-51)
            << x;
        const double small = number(i, -2, 2);
        ASSERT_LT(relative_error(math::exp2(small), std::exp2(static_cast<long double>(small))),
                  0x1p-51)
            << small;
    }
}

TEST(Exp2, IsExactForWholeNumbers) {
    for (int k = -1021; k <= 1022; ++k)
        ASSERT_EQ(math::exp2(k), std::ldexp(1.0, k)) << k;
    EXPECT_EQ(math::exp2(-1021.5), 0);
    EXPECT_EQ(math::exp2(1022.5), infinity);
    EXPECT_EQ(math::exp2(-infinity), 0);
}

TEST(Log, RelativeErrorIsBelowTwoToTheMinus50) {
    for (std::uint32_t i = 0; i < 200000; ++i) {
        const double x = std::ldexp(number(i, 1, 2), static_cast<int>(i % 2040) - 1020);
        ASSERT_LT(relative_error(math::log(x), std::log(static_cast<long double>(x))), 0x1p-50)
            << x;
        const double near_one = number(i, 0.5, 2);
        ASSERT_LT(relative_error(math::log(near_one), std::log(static_cast<long double>(near_one))),
                  0x1p-50)
            << near_one;
    }
}

TEST(Log, IsZeroAtOneAndMinusInfinityAtZero) {
    EXPECT_EQ(math::log(1), 0);
    EXPECT_EQ(math::log(0), -infinity);
    EXPECT_EQ(math::log(-1), -infinity);
    EXPECT_EQ(math::log(2), math::ln_2);
}

TEST(Log1p, RelativeErrorIsBelowTwoToTheMinus49AlsoNearZero) {
    for (std::uint32_t i = 0; i < 200000; ++i) {
        const double x = std::ldexp(number(i, -1, 1), -static_cast<int>(i % 60));
        if (x <= -0.999 || x == 0) continue;
        ASSERT_LT(relative_error(math::log1p(x), std::log1p(static_cast<long double>(x))), 0x1p-49)
            << x;
    }
    EXPECT_EQ(math::log1p(0), 0);
    EXPECT_EQ(math::log1p(1e-20), 1e-20);
    EXPECT_EQ(math::log1p(-1), -infinity);
}

TEST(Pow, HasItsEdgesAndAnErrorThatGrowsWithTheLogarithm) {
    EXPECT_EQ(math::pow(0, 3), 0);
    EXPECT_EQ(math::pow(0, 0), 1);
    EXPECT_EQ(math::pow(5, 0), 1);
    EXPECT_EQ(math::pow(-2, 3), 0);
    for (std::uint32_t i = 0; i < 20000; ++i) {
        const double base = number(i, 0.01, 1);
        const double exponent = number(i + 100000, 0, 20);
        ASSERT_LT(relative_error(math::pow(base, exponent),
                                 std::pow(static_cast<long double>(base), exponent)),
                  1e-13);
    }
}

TEST(Logistic, IsTheProbabilityOfItsLogOdds) {
    EXPECT_EQ(math::logistic(0), 0.5);
    EXPECT_NEAR(math::logistic(std::log(3.0)), 0.75, 1e-15);
    EXPECT_NEAR(math::logistic(-std::log(3.0)), 0.25, 1e-15);
    EXPECT_EQ(math::logistic(1000), 1);
    EXPECT_EQ(math::logistic(-1000), 0);
}

TEST(Mathematics, IsTheSameAtCompileTimeAndAtRunTime) {
    constexpr double early = math::exp(1.25) + math::log(7.5) + math::exp2(-0.3) + math::log1p(0.1);
    volatile double one = 1;
    EXPECT_EQ(early, math::exp(1.25 * one) + math::log(7.5 * one) + math::exp2(-0.3 * one) +
                         math::log1p(0.1 * one));
}

TEST(Mathematics, IsMonotoneWhereItIsUsed) {
    double last_exp = 0;
    double last_log = -infinity;
    for (int i = 1; i < 100000; ++i) {
        const double e = math::exp(-10 + 20e-5 * i);
        const double l = math::log(1e-4 * i);
        ASSERT_GT(e, last_exp);
        ASSERT_GT(l, last_log);
        last_exp = e;
        last_log = l;
    }
}

}  // namespace
}  // namespace tumen
