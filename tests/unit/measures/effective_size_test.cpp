#include "measures/numbers/effective_size.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tumen {
namespace {

TEST(EffectiveSize, is_the_number_of_equal_weights_and_one_where_one_has_all) {
    EXPECT_NEAR(effective_size(std::vector<double>(50, 0.02)), 50, 1e-9);
    EXPECT_NEAR(effective_size(std::vector<double>{0, 1, 0}), 1, 1e-12);
    // 1 / (4/9 + 1/9) = 1.8
    EXPECT_NEAR(effective_size(std::vector<double>{2.0 / 3, 1.0 / 3}), 1.8, 1e-12);
    EXPECT_EQ(effective_size(std::vector<double>{}), 0);
}

}  // namespace
}  // namespace tumen
