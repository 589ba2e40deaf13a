#include "sensitivity/sensitivity_luck.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/distributions.hpp"
#include "base/draw.hpp"

namespace tumen {
namespace {

double normal(std::uint32_t a, std::uint32_t b) {
    return normal_quantile(uniform(philox({a, b, 0, 0}, 99).word[0]));
}

/// Points with spread 3 between them, replicates that move all points by spread 2, and noise of
/// spread 1 of each run's own.
PointReplicates made_up(std::uint32_t points, std::uint32_t replicates) {
    PointReplicates values(points);
    for (std::uint32_t point = 0; point < points; ++point) {
        for (std::uint32_t r = 1; r <= replicates; ++r) {
            values[point].push_back(3 * normal(point, 0) + 2 * normal(1000000, r) +
                                    normal(point, r));
        }
    }
    return values;
}

std::vector<std::size_t> all_of(const PointReplicates& values) {
    std::vector<std::size_t> points(values.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = i;
    return points;
}

TEST(LuckShare, tells_parameters_shared_luck_and_own_luck_apart) {
    // 2000 points, 200 replicates: variances 9, 4 and 1 with relative errors sqrt(2 / 2000) =
    // 0.032, sqrt(2 / 200) = 0.1 and 0.002; five of each.
    const PointReplicates values = made_up(2000, 200);
    const auto luck = luck_share(values, all_of(values));
    ASSERT_TRUE(luck);
    EXPECT_NEAR(luck->parameters, 9, 9 * 0.16);
    EXPECT_NEAR(luck->shared, 4, 4 * 0.5);
    EXPECT_NEAR(luck->own, 1, 0.012);
    EXPECT_DOUBLE_EQ(luck->of_runs(),
                     (luck->shared + luck->own) / (luck->parameters + luck->shared + luck->own));
    EXPECT_DOUBLE_EQ(luck->of_means(), luck->own / 200 / (luck->parameters + luck->own / 200));
}

TEST(LuckShare, is_worked_out_by_hand_for_two_points) {
    // Means 2 and 6, deviations -1, 1 and -3, 3: shared -2, 2, own 1, -1 and -1, 1. Between points
    // 8, between replicates 8, rest 4 / 1: parameters 8 - 4 / 2, shared 8 - 4 / 2, own 4.
    const PointReplicates values = {{1, 3}, {3, 9}};
    const auto luck = luck_share(values, all_of(values));
    ASSERT_TRUE(luck);
    EXPECT_DOUBLE_EQ(luck->parameters, 6);
    EXPECT_DOUBLE_EQ(luck->shared, 6);
    EXPECT_DOUBLE_EQ(luck->own, 4);
}

TEST(LuckShare, needs_two_points_and_two_replicates) {
    EXPECT_FALSE(luck_share({{1}, {2}}, std::vector<std::size_t>{0, 1}));
    EXPECT_FALSE(luck_share({{1, 2}, {2, 3}}, std::vector<std::size_t>{0}));
}

TEST(PointMeans, are_missing_where_one_replicate_is) {
    const std::vector<double> means =
        point_means({{1, 3}, {1, std::numeric_limits<double>::quiet_NaN()}});
    EXPECT_EQ(means[0], 2);
    EXPECT_TRUE(std::isnan(means[1]));
}

TEST(ChangesByLuck, vary_as_a_difference_of_two_means_does) {
    // Own luck of spread 1, four replicates: variance 2 / 4 over 8000 points, relative error of a
    // variance about sqrt(3 / 8000) = 0.02; five of it. The luck that all points share is left out.
    const PointReplicates values = made_up(8000, 4);
    const auto changes = changes_by_luck(values);
    ASSERT_TRUE(changes);
    double mean = 0;
    double square = 0;
    for (const double change : *changes) {
        mean += change / 8000;
        square += change * change / 8000;
    }
    EXPECT_NEAR(mean, 0, 5 * std::sqrt(0.5 / 8000));
    EXPECT_NEAR(square, 0.5, 0.5 * 0.1);
}

TEST(ChangesByLuck, are_none_for_one_replicate_and_zero_without_luck) {
    EXPECT_FALSE(changes_by_luck({{1}, {2}}));
    const auto changes = changes_by_luck({{1, 2, 3}, {4, 5, 6}});
    ASSERT_TRUE(changes);
    EXPECT_NEAR((*changes)[0], 0, 1e-12);
    EXPECT_NEAR((*changes)[1], 0, 1e-12);
}

}  // namespace
}  // namespace tumen
