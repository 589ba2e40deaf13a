#include "measures/answers/compare.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tumen::test {
namespace {

const Headline people{"a", "People", "people", "", "1", Side::changed};

TEST(Compare, what_rounding_leaves_of_differences_that_cancel_out_is_none) {
    const std::array base{431.4, 431.1, 431.3};
    const std::array other{431.4 + 0.1, 431.1 + 0.1, 431.3 - 0.2};
    const double left = (other[0] - base[0]) + (other[1] - base[1]) + (other[2] - base[2]);
    ASSERT_NE(left, 0);
    const auto compared = paired_difference(people, base, other);
    ASSERT_TRUE(compared);
    EXPECT_EQ(compared->difference, 0);
    EXPECT_EQ(compared->sign, Sign::not_yet_certain);
}

TEST(Compare, small_differences_between_large_numbers_count) {
    const std::array base{1e6, 1e6, 1e6};
    const std::array other{1e6 + 0.001, 1e6 + 0.001, 1e6 + 0.001};
    const auto compared = paired_difference(people, base, other);
    ASSERT_TRUE(compared);
    EXPECT_NEAR(compared->difference, 0.001, 1e-6);
}

/// With the unit where it is short, and once.
TEST(Compare, is_said_in_a_sentence) {
    PairedDifference one;
    one.headline = people;
    one.difference = -19.2;
    one.interval = {-24.4, -14.1};
    one.sign = Sign::lower;
    EXPECT_EQ(sentence_of(one, "calm"),
              "People: -19 (-24 to -14) against calm; the sign is certain.");
    one.headline = Headline{"b", "Calls lost", "share", "", "1", Side::changed};
    one.difference = 0.2194;
    one.interval = {-0.012, 0.45};
    one.sign = Sign::not_yet_certain;
    EXPECT_EQ(sentence_of(one, "calm"),
              "Calls lost: +22 % (-1.2 % to 45 %) against calm; more replicates are needed to tell "
              "its sign.");
    one.sign = Sign::none;
    EXPECT_EQ(sentence_of(one, "calm"), "Calls lost: the same as in calm in every pair.");
}

}  // namespace
}  // namespace tumen::test
