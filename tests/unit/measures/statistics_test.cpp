#include "measures/numbers/statistics.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "base/draw.hpp"
#include "measures/numbers/confidence.hpp"

namespace tumen {
namespace {

std::vector<double> one_to(int n) {
    std::vector<double> values(static_cast<std::size_t>(n));
    std::iota(values.begin(), values.end(), 1.0);
    return values;
}

/// Normal draws, the same in each run of the test.
std::vector<double> normal_draws(std::uint32_t sample, std::size_t n) {
    std::vector<double> values;
    for (std::uint32_t i = 0; i < n; ++i) {
        values.push_back(boost::math::quantile(boost::math::normal(),
                                               uniform(philox({i, sample, 0, 0}, 12345).word[0])));
    }
    return values;
}

TEST(Quantile, interpolates_as_R_and_NumPy_do) {
    const std::vector<double> values = {1, 2, 4, 8};  // numpy.quantile of the same
    EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
    EXPECT_DOUBLE_EQ(quantile(values, 0.25), 1.75);
    EXPECT_DOUBLE_EQ(quantile(values, 0.5), 3);
    EXPECT_DOUBLE_EQ(quantile(values, 0.9), 6.8);
    EXPECT_DOUBLE_EQ(quantile(values, 1), 8);
    EXPECT_DOUBLE_EQ(quantile(std::vector<double>{5}, 0.3), 5);
    EXPECT_DOUBLE_EQ(median(std::vector<double>{9, 1, 5}), 5);
    EXPECT_DOUBLE_EQ(middle(one_to(21), 0.9).low, 2);
    EXPECT_DOUBLE_EQ(middle(one_to(21), 0.9).high, 20);
}

TEST(Mean, has_the_interval_of_Students_t) {
    // Mean 5.5, standard deviation 3.02765, t(0.975; 9) = 2.262157.
    const auto interval = mean_interval(one_to(10), 0.95);
    ASSERT_TRUE(interval);
    EXPECT_DOUBLE_EQ(mean(one_to(10)), 5.5);
    EXPECT_NEAR(standard_deviation(one_to(10)), 3.0276503541, 1e-9);
    EXPECT_NEAR(interval->low, 5.5 - 2.1658506, 1e-6);
    EXPECT_NEAR(interval->high, 5.5 + 2.1658506, 1e-6);
    EXPECT_FALSE(mean_interval(one_to(1), 0.95));
}

TEST(Mean, is_covered_by_its_interval_as_often_as_it_says) {
    // 4000 samples of 12 normal draws: coverage 0.9 with standard error 0.0047; four of them are
    // allowed.
    int covered = 0;
    for (std::uint32_t sample = 0; sample < 4000; ++sample) {
        const auto interval = mean_interval(normal_draws(sample, 12), 0.9);
        if (interval->low <= 0 && 0 <= interval->high) ++covered;
    }
    EXPECT_NEAR(covered / 4000.0, 0.9, 0.019);
}

TEST(Proportion, has_Wilsons_interval) {
    const Interval some = proportion_interval(8, 10, 0.95);
    EXPECT_NEAR(some.low, 0.4901625, 1e-6);
    EXPECT_NEAR(some.high, 0.9433178, 1e-6);
    const Interval none = proportion_interval(0, 10, 0.95);
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, 0.2775328, 1e-6);
    EXPECT_EQ(proportion_interval(10, 10, 0.95).high, 1);
}

TEST(HalfWidth, is_told_at_doubling_numbers_and_at_all) {
    const auto curve = half_width_curve(normal_draws(1, 100), confidence_level);
    ASSERT_EQ(curve.size(), 5u);
    const std::size_t expected[] = {8, 16, 32, 64, 100};
    for (std::size_t i = 0; i < curve.size(); ++i)
        EXPECT_EQ(curve[i].n, expected[i]);
    EXPECT_NEAR(curve.back().half_width, 1.984 / 10, 0.04);  // t(0.975; 99) = 1.984, spread 1
    EXPECT_EQ(half_width_curve(one_to(8), confidence_level).size(), 1u);
    EXPECT_EQ(half_width_curve(one_to(3), confidence_level).size(), 1u);
    EXPECT_TRUE(half_width_curve(one_to(1), confidence_level).empty());
}

TEST(HalfWidth, says_how_many_replicates_would_be_enough) {
    const std::vector<double> values = normal_draws(2, 50);
    const double spread = standard_deviation(values);
    const auto needed = replicates_needed(values, 0.1 * spread, confidence_level);
    ASSERT_TRUE(needed);
    EXPECT_EQ(*needed, 387u);  // the least n with t(0.975; n - 1) / sqrt(n) <= 0.1
    EXPECT_EQ(replicates_needed(values, 100 * spread, confidence_level), 2u);
    EXPECT_FALSE(replicates_needed(one_to(1), 1, confidence_level));
    EXPECT_FALSE(replicates_needed(values, 0, confidence_level));
}

TEST(Bootstrap, agrees_with_t_for_a_mean_and_gives_the_same_again) {
    const std::vector<double> values = normal_draws(3, 64);
    const auto mean_of = [&](std::span<const std::uint32_t> drawn) {
        double sum = 0;
        for (const std::uint32_t i : drawn)
            sum += values[i];
        return sum / static_cast<double>(drawn.size());
    };
    const auto boot = bootstrap_interval(values.size(), mean_of, 0.9);
    const auto t = mean_interval(values, 0.9);
    ASSERT_TRUE(boot);
    EXPECT_NEAR(boot->low, t->low, 0.03);
    EXPECT_NEAR(boot->high, t->high, 0.03);
    EXPECT_EQ(*boot, *bootstrap_interval(values.size(), mean_of, 0.9));
}

TEST(Bootstrap, gives_nothing_where_the_statistic_mostly_has_no_value) {
    const auto never = [](std::span<const std::uint32_t>) { return std::nan(""); };
    EXPECT_FALSE(bootstrap_interval(10, never, 0.9));
    EXPECT_FALSE(bootstrap_interval(
        1, [](auto) { return 1.0; }, 0.9));
}

}  // namespace
}  // namespace tumen
