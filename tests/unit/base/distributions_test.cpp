#include "base/distributions.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "base/draw.hpp"

namespace tumen {
namespace {

double number(std::uint32_t i) {
    return uniform(draw({7, 1, 1}, {i, 0, Purpose{1}}).word[0]);
}

double exact_normal_quantile(double u) {
    const long double q =
        -boost::math::erfc_inv(2.0L * static_cast<long double>(u)) * std::sqrt(2.0L);
    return static_cast<double>(q);
}

TEST(NormalQuantile, RelativeErrorIsBelow1e14) {
    for (std::uint32_t i = 0; i < 20000; ++i) {
        const double u = number(i);
        const double exact = exact_normal_quantile(u);
        ASSERT_NEAR(normal_quantile(u), exact, 1e-14 * std::fabs(exact) + 1e-16) << u;
    }
}

TEST(NormalQuantile, HoldsInBothTailsAndAtTheSeams) {
    // the ends of what a draw can give, and either side of 0.075, 0.925 and of r = 5
    for (const double u : {0x1p-33, 1e-8, 1e-11, 0.074999, 0.075001, 0.5 - 1e-9, 0.924999, 0.925001,
                           1 - 1e-8, 1 - 0x1p-33}) {
        const double exact = exact_normal_quantile(u);
        EXPECT_NEAR(normal_quantile(u), exact, 2e-14 * std::fabs(exact)) << u;
    }
    for (const double u : {1e-12, 1e-30, 1e-200}) {  // beyond r = 5
        const double exact = exact_normal_quantile(u);
        EXPECT_NEAR(normal_quantile(u), exact, 1e-13 * std::fabs(exact)) << u;
    }
    EXPECT_EQ(normal_quantile(0.5), 0);
    EXPECT_EQ(normal_quantile(0.25), -normal_quantile(0.75));
}

TEST(PoissonQuantile, IsTheSmallestNumberWhoseDistributionReachesU) {
    for (const double mean : {0.001, 0.5, 1.0, 1.1, 7.3, 30.0, 90.0, 400.0}) {
        const boost::math::poisson_distribution<double> exact(mean);
        for (std::uint32_t i = 0; i < 1000; ++i) {
            const double u = number(i);
            const std::int32_t k = poisson_quantile(mean, u);
            // one part in 1e12 either way is rounding
            ASSERT_GE(boost::math::cdf(exact, k) + 1e-12, u) << mean << " " << u;
            if (k > 0) {
                ASSERT_LT(boost::math::cdf(exact, k - 1) - 1e-12, u) << mean << " " << u;
            }
        }
    }
}

TEST(PoissonQuantile, IsNoneWithoutAMeanAndHandComputedForASmallOne) {
    EXPECT_EQ(poisson_quantile(0, 0.999), 0);
    EXPECT_EQ(poisson_quantile(-1, 0.999), 0);
    // mean 1: P(0) = 0.3679, P(<=1) = 0.7358, P(<=2) = 0.9197
    EXPECT_EQ(poisson_quantile(1, 0.3678), 0);
    EXPECT_EQ(poisson_quantile(1, 0.3679), 1);
    EXPECT_EQ(poisson_quantile(1, 0.7358), 2);
    EXPECT_EQ(poisson_quantile(1, 0.9196), 2);
    EXPECT_EQ(poisson_quantile(1, 0.9198), 3);
}

TEST(PoissonQuantile, IsOffByTwoAtMostWhereItIsApproximate) {
    for (const double mean : {601.0, 1000.0, 5000.0}) {
        const boost::math::poisson_distribution<double> exact(mean);
        for (std::uint32_t i = 0; i < 500; ++i) {
            const double u = 0.001 + 0.998 * number(i);
            const std::int32_t k = poisson_quantile(mean, u);
            ASSERT_GE(boost::math::cdf(exact, k + 2), u);
            ASSERT_LT(boost::math::cdf(exact, k - 3), u);
        }
    }
    EXPECT_EQ(poisson_quantile(601, 1e-300), 0);
}

/// The short way for "nothing happens" says so only where the sum does.
TEST(PoissonQuantile, IsTheSameWithoutTheShortWay) {
    for (const double mean : {1e-9, 0.0004, 0.013, 0.2, 0.9, 1.5}) {
        for (std::uint32_t i = 0; i < 2000; ++i) {
            const double u = number(i);
            ASSERT_EQ(poisson_quantile(mean, u), detail::summed_poisson_quantile(mean, u));
        }
        for (const double off : {-1e-12, -1e-15, 0.0, 1e-15, 1e-12}) {
            const double u = 1 - mean + off;
            if (u <= 0 || u >= 1) continue;
            ASSERT_EQ(poisson_quantile(mean, u), detail::summed_poisson_quantile(mean, u));
        }
    }
}

TEST(PoissonQuantile, GrowsWithItsNumber) {
    for (const double mean : {0.3, 5.0, 599.0, 700.0}) {
        std::int32_t last = 0;
        for (int i = 1; i < 1000; ++i) {
            const std::int32_t k = poisson_quantile(mean, i / 1000.0);
            ASSERT_GE(k, last);
            last = k;
        }
    }
}

TEST(LogGamma, AgreesWithBoostTo1e12) {
    for (const double x : {0.01, 0.5, 1.0, 1.5, 2.0, 3.0, 7.7, 11.99, 12.0, 50.0, 1234.5}) {
        const double exact = boost::math::lgamma(x);
        EXPECT_NEAR(log_gamma(x), exact, 1e-12 * (1 + std::fabs(exact))) << x;
    }
}

TEST(BetaProbability, AgreesWithBoostTo1e12) {
    for (const double alpha : {0.5, 1.0, 2.0, 3.0, 20.0}) {
        for (const double beta : {0.5, 1.0, 3.0, 7.0, 40.0}) {
            for (int i = 1; i < 100; ++i) {
                const double x = i / 100.0;
                ASSERT_NEAR(beta_probability(alpha, beta, x), boost::math::ibeta(alpha, beta, x),
                            1e-12)
                    << alpha << " " << beta << " " << x;
            }
        }
    }
}

TEST(BetaProbability, IsBoundedAndHandComputedForTwoAndThree) {
    EXPECT_EQ(beta_probability(2, 3, 0), 0);
    EXPECT_EQ(beta_probability(2, 3, -1), 0);
    EXPECT_EQ(beta_probability(2, 3, 1), 1);
    EXPECT_EQ(beta_probability(2, 3, 2), 1);
    // 6 x^2 - 8 x^3 + 3 x^4 at one half: 1.5 - 1 + 0.1875
    EXPECT_NEAR(beta_probability(2, 3, 0.5), 0.6875, 1e-13);
    EXPECT_NEAR(beta_probability(1, 1, 0.3), 0.3, 1e-13);
}

TEST(BinomialTable, IsTheDistributionForEveryNumberOfTrials) {
    for (int trials = 0; trials <= 7; ++trials) {
        for (const double p : {0.0, 0.1, 0.38, 0.5, 0.97, 1.0}) {
            const BinomialTable table(trials, p);
            const boost::math::binomial_distribution<double> exact(trials, p);
            for (std::uint32_t i = 0; i < 200; ++i) {
                const double u = number(i);
                const int k = table.quantile(u);
                ASSERT_LE(k, trials);
                ASSERT_GE(boost::math::cdf(exact, k) + 1e-14, u);
                if (k > 0) {
                    ASSERT_LT(boost::math::cdf(exact, k - 1) - 1e-14, u);
                }
            }
        }
    }
}

TEST(BinomialTable, ItsThresholdsDecideExactlyLikeItsQuantile) {
    for (const double p : {0.0, 0.2, 0.38, 1.0}) {
        const BinomialTable table(5, p);
        const auto by_threshold = [&](std::uint32_t word) {
            int k = 0;
            for (const std::uint64_t threshold : table.thresholds())
                k += word >= threshold ? 1 : 0;
            return k;
        };
        for (std::uint32_t i = 0; i < 5000; ++i) {
            const std::uint32_t word = draw({7, 1, 1}, {i, 0, Purpose{2}}).word[0];
            ASSERT_EQ(by_threshold(word), table.quantile(uniform(word)));
        }
        // and on both sides of each threshold, where a step too many would show
        for (const std::uint64_t threshold : table.thresholds()) {
            if (threshold == 0 || threshold > 0xffffffff) continue;
            for (const std::uint64_t word : {threshold - 1, threshold}) {
                const auto narrow = static_cast<std::uint32_t>(word);
                ASSERT_EQ(by_threshold(narrow), table.quantile(uniform(narrow)));
            }
        }
    }
}

TEST(BinomialTable, WithNoneAndWithAllIsCertain) {
    EXPECT_EQ(BinomialTable(5, 0).quantile(0.999999), 0);
    EXPECT_EQ(BinomialTable(5, 1).quantile(0.000001), 5);
    // two coins: 1/4, 1/2, 1/4
    EXPECT_EQ(BinomialTable(2, 0.5).quantile(0.2499), 0);
    EXPECT_EQ(BinomialTable(2, 0.5).quantile(0.2501), 1);
    EXPECT_EQ(BinomialTable(2, 0.5).quantile(0.7499), 1);
    EXPECT_EQ(BinomialTable(2, 0.5).quantile(0.7501), 2);
}

TEST(BetaTable, IsExactAtItsNodesAndCloseBetweenThem) {
    for (const auto& [alpha, beta] : {std::pair(2.0, 3.0), {1.0, 1.0}, {0.5, 0.7}, {8.0, 2.0}}) {
        const BetaTable table(alpha, beta);
        for (int i = 1; i < 1024; i += 13) {
            const double u = i / 1024.0;
            ASSERT_NEAR(table.quantile(u), boost::math::ibeta_inv(alpha, beta, u), 1e-10)
                << alpha << " " << beta << " " << u;
        }
        for (std::uint32_t i = 0; i < 2000; ++i) {
            const double u = 0.01 + 0.98 * number(i);
            ASSERT_NEAR(table.quantile(u), boost::math::ibeta_inv(alpha, beta, u), 1e-4)
                << alpha << " " << beta << " " << u;
        }
    }
}

TEST(BetaTable, StaysWithinZeroAndOneAndGrows) {
    const BetaTable table(2, 3);
    EXPECT_GE(table.quantile(0x1p-33), 0);
    EXPECT_LE(table.quantile(1 - 0x1p-33), 1);
    EXPECT_GT(table.quantile(1 - 0x1p-33), 0.99);
    double last = -1;
    for (std::uint32_t i = 0; i <= 10000; ++i) {
        const double x = table.quantile(i / 10000.0);
        ASSERT_GT(x, last);
        last = x;
    }
}

TEST(BetaTable, HasTheMeanAndVarianceOfItsDistribution) {
    const BetaTable table(2, 3);  // mean 2/5, variance 1/25
    double sum = 0;
    double squares = 0;
    constexpr int steps = 100000;
    for (int i = 0; i < steps; ++i) {
        const double x = table.quantile((i + 0.5) / steps);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / steps;
    EXPECT_NEAR(mean, 0.4, 3e-5);
    EXPECT_NEAR(squares / steps - mean * mean, 0.04, 3e-5);
}

}  // namespace
}  // namespace tumen
