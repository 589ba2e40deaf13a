#include "measures/answers/compare.hpp"

#include <gtest/gtest.h>

#include <array>

#include "support/made_up.hpp"

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
    EXPECT_EQ(compared->sign, Sign::too_few);
}

TEST(Compare, small_differences_between_large_numbers_count) {
    const std::array base{1e6, 1e6, 1e6};
    const std::array other{1e6 + 0.001, 1e6 + 0.001, 1e6 + 0.001};
    const auto compared = paired_difference(people, base, other);
    ASSERT_TRUE(compared);
    EXPECT_NEAR(compared->difference, 0.001, 1e-6);
}

TEST(Compare, says_whose_days_are_looked_at_where_campaigns_are_at_other_times) {
    const Scenario drive = small_scenario();
    const Scenario longer =
        small_scenario("longer", "[[sweep]]\nfrom = 2020-10-02\nto = 2020-10-05\n");
    EXPECT_EQ(days_told(drive, longer),
              "Where a number is of the campaign's days, these are those of small in both, "
              "2020-09-21 to 2020-09-30: the campaign of longer is 2020-09-21 to 2020-10-05.");
    EXPECT_EQ(days_told(drive, small_scenario("again")), "");
    Scenario calm = drive;
    calm.plan.hand_in_drives.clear();
    EXPECT_EQ(days_told(drive, calm), "");
    EXPECT_EQ(days_told(calm, drive), "");
}

/// With the unit where it is short, and once.
TEST(Compare, is_said_in_a_sentence) {
    PairedDifference one;
    one.headline = people;
    one.difference = -19.2;
    one.interval = {-24.4, -14.1};
    one.sign = Sign::lower;
    one.n = 64;
    one.below = 63;
    EXPECT_EQ(sentence_of(one, "calm"),
              "People: -19 (-24 to -14) against calm; lower on average, and in 63 of 64 plays.");
    one.headline = Headline{"b", "Calls lost", "share", "", "1", Side::changed};
    one.difference = 0.2194;
    one.interval = {-0.012, 0.45};
    one.sign = Sign::open;
    one.n = 9;
    one.above = 5;
    one.below = 4;
    EXPECT_EQ(sentence_of(one, "calm"),
              "Calls lost: +22 % (-1.2 % to 45 %) against calm; cannot be told: higher in 5 of 9 "
              "plays, lower in 4 of 9 plays.");
    one.sign = Sign::none;
    EXPECT_EQ(sentence_of(one, "calm"), "Calls lost: the same as in calm in every pair.");
}

TEST(Compare, tells_a_sign_from_eight_pairs_on_with_in_how_many_it_is_so) {
    const std::array base{5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0};
    const std::array other{6.0, 6.0, 7.0, 6.0, 6.0, 7.0, 6.0, 4.5};
    const auto eight = paired_difference(people, base, other);
    ASSERT_TRUE(eight);
    EXPECT_EQ(eight->sign, Sign::higher);
    EXPECT_EQ(told_of(*eight), "higher on average, and in 7 of 8 plays");
    const std::span<const double> seven(other.data(), 7);
    EXPECT_EQ(told_of(*paired_difference(people, base, seven)), "too few plays to tell");
    EXPECT_EQ(told_of(*paired_difference(people, base, base)), "the same in all 8 plays");
    // What no play has may be there all the same: 0.95 = 1 - (1 - 1/3.2)^8.
    const std::vector<double> none(8, 0);
    const auto unseen = paired_difference(people, none, none);
    EXPECT_EQ(told_of(*unseen), "none seen in all 8 plays; at most 1 play in 3 has any (95 %)");
    EXPECT_EQ(sentence_of(*unseen, "base"), people.label + ": " + told_of(*unseen) + ".");
}

}  // namespace
}  // namespace tumen::test
