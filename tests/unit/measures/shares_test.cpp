#include "measures/answers/shares.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "experiment/draws.hpp"

/// Of y = v + r + l, with a variance of 4 from values, 1 from a rule of two choices and 1 from
/// luck, the shares are 4, 1 and 1 of 6; every fourth play takes the draw of the one before.
namespace tumen {
namespace {

struct Plays {
    Experiment experiment;
    PlayValues values;
};

double normal(std::uint32_t i, std::uint32_t which) {
    return normal_quantile(uniform(philox({i, which, 0, 0}, 3).word[0]));
}

Plays plays_of(std::uint32_t count, double of_values, double of_rule, double of_luck) {
    Plays plays;
    for (std::uint32_t replicate = 1; replicate <= count; ++replicate) {
        const std::uint32_t draw = draw_number(replicate);
        const double value = normal(draw, 0);
        const bool one = uniform(philox({draw, 7, 0, 0}, 3).word[0]) < 0.5;
        plays.experiment.draws.push_back(
            {replicate, {{"v", value}}, {{"r", one ? "one" : "other"}}});
        plays.values[replicate] =
            of_values * value + (one ? of_rule : -of_rule) + of_luck * normal(replicate, 1);
    }
    return plays;
}

TEST(VarianceShares, are_those_that_a_sum_is_made_of) {
    const Plays plays = plays_of(2000, 2, 1, 1);
    const auto shares =
        variance_shares(plays.values, draws_of_plays(plays.experiment), plays.experiment);
    ASSERT_TRUE(shares);
    EXPECT_NEAR(shares->luck.share, 1.0 / 6, 0.04);
    EXPECT_NEAR(shares->rules.share, 1.0 / 6, 0.05);
    EXPECT_NEAR(shares->values.share, 4.0 / 6, 0.06);
    EXPECT_NEAR(shares->luck.share + shares->rules.share + shares->values.share, 1, 1e-12);
    EXPECT_GT(shares->rules.error, 0.005);
    EXPECT_LT(shares->rules.error, 0.03);
    EXPECT_EQ(shares->twins, 500u);
    EXPECT_EQ(shares->draws, 1500u);
}

TEST(VarianceShares, give_rules_nothing_where_they_do_nothing) {
    const Plays plays = plays_of(800, 1, 0, 1);
    const auto shares =
        variance_shares(plays.values, draws_of_plays(plays.experiment), plays.experiment);
    ASSERT_TRUE(shares);
    EXPECT_LT(shares->rules.share, 0.015);
    EXPECT_NEAR(shares->luck.share, 0.5, 0.1);
}

TEST(VarianceShares, take_a_ratio_without_an_upper_end_as_the_largest) {
    Plays plays = plays_of(2000, 2, 1, 1);
    for (auto& [replicate, value] : plays.values) {
        if (value > 3) value = std::numeric_limits<double>::infinity();
        if (value < -4) value = std::nan("");
    }
    const auto shares =
        variance_shares(plays.values, draws_of_plays(plays.experiment), plays.experiment);
    ASSERT_TRUE(shares);
    EXPECT_NEAR(shares->luck.share, 1.0 / 6, 0.07);
}

TEST(VarianceShares, are_not_told_without_twins_or_where_nothing_differs) {
    const Plays few = plays_of(20, 1, 1, 1);
    EXPECT_FALSE(variance_shares(few.values, draws_of_plays(few.experiment), few.experiment));
    Plays same = plays_of(200, 0, 0, 0);
    EXPECT_FALSE(variance_shares(same.values, draws_of_plays(same.experiment), same.experiment));
}

TEST(NormalScores, go_by_rank_and_give_equal_values_the_middle_of_theirs) {
    const std::vector<double> scores = normal_scores({5, 1, 5, 9});
    EXPECT_EQ(scores[0], scores[2]);
    EXPECT_DOUBLE_EQ(scores[0], 0);
    EXPECT_NEAR(scores[1], normal_quantile(0.125), 1e-12);
    EXPECT_NEAR(scores[3], normal_quantile(0.875), 1e-12);
}

}  // namespace
}  // namespace tumen
