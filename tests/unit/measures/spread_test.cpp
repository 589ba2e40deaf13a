#include "measures/answers/spread.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "measures/answers/number_told.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Values 0 to n - 1 in some order, each of a draw of its own.
PlayValues counted_up(std::uint32_t n) {
    PlayValues values;
    for (std::uint32_t i = 0; i < n; ++i)
        values[i + 1] = static_cast<double>((i * 37) % n);
    return values;
}

TEST(Spread, is_a_quantile_that_does_not_shrink_with_more_plays) {
    // Of 101 values 0 to 100 the quantile p is 100 p; of 401 values 0 to 400 it is 400 p.
    const Spread few = spread_of(counted_up(101), {});
    EXPECT_DOUBLE_EQ(few.middle, 50);
    EXPECT_DOUBLE_EQ(few.all.low, 5);
    EXPECT_DOUBLE_EQ(few.all.high, 95);
    PlayValues quarter;
    for (const auto& [play, value] : counted_up(401))
        quarter[play] = value / 4;
    const Spread many = spread_of(quarter, {});
    EXPECT_DOUBLE_EQ(many.all.low, few.all.low);
    EXPECT_DOUBLE_EQ(many.all.high, few.all.high);
    EXPECT_LT(many.error, few.error);  // this is what shrinks
}

TEST(Spread, is_no_range_of_ninety_in_a_hundred_where_its_plays_are_too_few) {
    EXPECT_EQ(in_plays(64), "in 90 of 100 plays");
    EXPECT_EQ(in_plays(63), "in 63 plays, which are too few for a range");
    EXPECT_EQ(in_plays(1), "in the only play");
}

TEST(Spread, counts_plays_without_a_value_and_never_drops_endless_ones) {
    PlayValues values = counted_up(10);
    values[11] = none;
    values[12] = endless;
    const Spread spread = spread_of(values, {});
    EXPECT_EQ(spread.plays, 11u);
    EXPECT_EQ(spread.without, 1u);
    EXPECT_TRUE(std::isinf(spread.all.high));
    EXPECT_EQ(range_text(spread.all, "phones"), "0.5 and more");
}

TEST(Spread, is_the_same_without_its_error) {
    PlayValues values = counted_up(101);
    values[102] = none;
    DrawsOfPlays twins;
    for (std::uint32_t play = 1; play <= 102; ++play)
        twins[play] = (play + 1) / 2;
    const Spread all = spread_of(values, twins);
    const Spread without = spread_without_error(values, twins);
    EXPECT_GT(all.error, 0);
    EXPECT_EQ(without.error, 0);
    EXPECT_EQ(without.draws, 51u);
    ASSERT_TRUE(without.luck);
    EXPECT_TRUE(without.middle == all.middle && without.all == all.all && without.luck == all.luck);
    EXPECT_EQ(std::tuple(without.plays, without.without, without.above, without.twins),
              std::tuple(all.plays, all.without, all.above, all.twins));
}

TEST(Spread, tells_luck_from_twins) {
    // Draws far apart, twins 2 apart: |2| / sqrt(2) is what luck moves one play by.
    PlayValues values;
    DrawsOfPlays draws;
    for (std::uint32_t pair = 0; pair < 40; ++pair) {
        for (std::uint32_t twin = 0; twin < 2; ++twin) {
            values[2 * pair + twin + 1] = 100.0 * pair + 2.0 * twin;
            draws[2 * pair + twin + 1] = pair;
        }
    }
    const Spread spread = spread_of(values, draws);
    ASSERT_TRUE(spread.luck);
    EXPECT_EQ(spread.draws, 40u);
    EXPECT_NEAR(spread.luck->high - spread.middle, std::sqrt(2.0), 1e-9);
    EXPECT_NEAR(spread.middle - spread.luck->low, std::sqrt(2.0), 1e-9);
    EXPECT_GT(spread.all.high - spread.all.low, 3000);
    EXPECT_FALSE(spread_of(counted_up(40), {}).luck);  // without twins nobody can tell
}

TEST(Spread, tells_no_luck_that_has_no_end) {
    // Every draw about the middle has a twin beyond every number: no end can be told of it.
    PlayValues values;
    DrawsOfPlays draws;
    for (std::uint32_t pair = 0; pair < 40; ++pair) {
        const double one = pair < 10 ? 100.0 * pair : 1000.0;
        values[2 * pair + 1] = one;
        values[2 * pair + 2] = pair < 20 ? one : endless;
        draws[2 * pair + 1] = draws[2 * pair + 2] = pair;
    }
    const Spread mixed = spread_of(values, draws);
    EXPECT_FALSE(mixed.luck);
    EXPECT_TRUE(mixed.is_luck_endless);
    // Twins that are both beyond every number are alike: luck does nothing to them.
    for (std::uint32_t pair = 20; pair < 40; ++pair)
        values[2 * pair + 1] = endless;
    const Spread alike = spread_of(values, draws);
    EXPECT_FALSE(alike.is_luck_endless);
    EXPECT_TRUE(alike.luck);
}

TEST(Bounds, are_exact) {
    // (1 - x)^n = 0.05: none in 59 draws leaves at most 4.95 %, in 64 at most 4.57 %.
    EXPECT_NEAR(at_most(59), 0.0495, 5e-5);
    EXPECT_NEAR(at_most(64), 0.0457, 5e-5);
    // All of n: the share is at least 0.05^(1/n).
    EXPECT_NEAR(at_least(64, 64), std::pow(0.05, 1.0 / 64), 1e-9);
    // 7 of 10 by the beta quantile: 0.393.
    EXPECT_NEAR(at_least(7, 10), 0.3934, 5e-4);
    EXPECT_EQ(at_least(0, 10), 0);
}

TEST(PlaysText, counts_plays_instead_of_adjectives) {
    EXPECT_EQ(plays_text(62, 64), "62 of 64 plays");
    EXPECT_EQ(plays_text(64, 64), "all 64 plays");
    EXPECT_EQ(plays_text(0, 512), "0 of 512 plays");
    EXPECT_EQ(plays_text(250, 512), "49 of 100 plays");
    EXPECT_EQ(plays_text(511, 512), "more than 99 of 100 plays");
    EXPECT_EQ(plays_text(1, 512), "fewer than 1 of 100 plays");
    Spread spread;
    spread.plays = 512;
    spread.draws = 512;
    // 1 - 0.05^(1/512) = 0.00583, one in 171.
    EXPECT_EQ(none_seen_text(spread),
              "none seen in all 512 plays; at most 1 play in 171 has any (95 %)");
}

TEST(RulesAgainst, names_the_choice_under_which_a_sign_turns) {
    Experiment experiment = small_experiment(1, 40);
    PlayValues values;
    for (std::uint32_t play = 1; play <= 40; ++play) {
        const bool odd = play % 2 == 1;
        experiment.draws.push_back({play, {}, {{"oath", odd ? "none" : "salience"}}});
        values[play] = odd ? -1 : 1;
    }
    EXPECT_THAT(rules_against(values, experiment, 1), testing::ElementsAre("oath=none"));
    EXPECT_THAT(rules_against(values, experiment, -1), testing::ElementsAre("oath=salience"));
}

}  // namespace
}  // namespace tumen::test
