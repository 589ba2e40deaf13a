#include "measures/numbers/weighted.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tumen {
namespace {

TEST(WeightedRange, leaves_out_what_has_no_value_and_keeps_what_has_no_end) {
    const double endless = std::numeric_limits<double>::infinity();
    const auto range = weighted_range({std::nan(""), 1, 2, endless}, {5, 1, 1, 2});
    ASSERT_TRUE(range);
    EXPECT_EQ(range->low, 1);
    EXPECT_EQ(range->middle, 2);
    EXPECT_EQ(range->high, endless);
}

/// Of the weight, 0.2 lies at or below 1, 0.5 at or below 2, 1 at or below 3.
TEST(WeightedQuantile, is_the_first_value_by_which_the_share_is_reached) {
    const std::vector<std::pair<double, double>> values = {{3, 0.5}, {1, 0.2}, {2, 0.3}};
    EXPECT_EQ(weighted_quantile(values, 0.2), 1);
    EXPECT_EQ(weighted_quantile(values, 0.21), 2);
    EXPECT_EQ(weighted_quantile(values, 0.5), 2);
    EXPECT_EQ(weighted_quantile(values, 0.51), 3);
    EXPECT_EQ(weighted_quantile(values, 1), 3);
}

TEST(WeightedRange, of_equal_weights_is_that_of_the_values) {
    std::vector<double> values;
    for (int i = 100; i > 0; --i)
        values.push_back(i);
    const auto range = weighted_range(values, std::vector<double>(100, 0.25));
    ASSERT_TRUE(range);
    EXPECT_EQ(range->low, 5);
    EXPECT_EQ(range->middle, 50);
    EXPECT_EQ(range->high, 95);
}

}  // namespace
}  // namespace tumen
