#include "belief/information/given.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "measures/numbers/weighted.hpp"

/// What was heard: how it is written, how it weighs, and what is then true of something else.
namespace tumen {
namespace {

Heard about_ten() {
    return {"sum(arrested, during)", {8, 12}};
}

TEST(Heard, is_a_statistic_and_a_band) {
    const auto heard = read_heard("sum(arrested, during[0:29]) is 35 to 45");
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->statistic, "sum(arrested, during[0:29])");
    EXPECT_EQ(heard->band.low, 35);
    EXPECT_EQ(heard->band.high, 45);
}

TEST(Heard, what_is_written_otherwise_is_refused_with_the_way_out) {
    for (const char* text : {"sum(arrested, during)", "sum(arrested, during) is 40",
                             "sum(arrested, during) is 45 to 35", "sum(arrested, during) is a to b",
                             "sum(arrests, during) is 35 to 45", " is 1 to 2"}) {
        const auto heard = read_heard(text);
        ASSERT_FALSE(heard) << text;
        EXPECT_FALSE(heard.error().problem.empty()) << text;
    }
    EXPECT_NE(read_heard("fee").error().suggestion.find("is 35 to 45"), std::string::npos);
}

TEST(Heard, says_of_which_text_something_is_wrong_and_where) {
    const Diagnostic wrong = read_heard("sum(arrested) is 1 to 3").error();
    EXPECT_EQ(wrong.problem, "--heard \"sum(arrested) is 1 to 3\"");
    EXPECT_EQ(wrong.reason, "expected ',', at 13");
    EXPECT_EQ(wrong.suggestion, "its days come next, as arrested, during");
}

TEST(Hearing, weighs_as_a_normal_distribution_of_which_the_band_holds_nine_tenths) {
    const Hearing hearing = hear({about_ten()}, {{10.0, 12.0, 14.0, 100.0, std::nullopt}});
    const double edge = std::exp(-std::pow(normal_quantile(0.95), 2) / 2);
    EXPECT_NEAR(hearing.weights[1] / hearing.weights[0], edge, 1e-12);
    EXPECT_NEAR(hearing.weights[2] / hearing.weights[0], std::pow(edge, 4), 1e-12);
    EXPECT_EQ(hearing.weights[3], 0);
    EXPECT_EQ(hearing.weights[4], 0);
    EXPECT_EQ(hearing.inside, 2u);
}

TEST(Hearing, nothing_near_is_worth_nothing) {
    const Hearing hearing = hear({about_ten()}, {{100.0, 200.0}});
    EXPECT_EQ(hearing.effective, 0);
    EXPECT_FALSE(weighted_range({1, 2}, hearing.weights));
}

/// Of two normal numbers with correlation 0.8, the second has the mean 0.8 x once the first is x.
TEST(Hearing, moves_what_goes_with_it_as_a_normal_distribution_would) {
    std::vector<std::optional<double>> first;
    std::vector<double> second;
    for (std::uint32_t i = 0; i < 20000; ++i) {
        const RandomBlock drawn = philox({i, 0, 0, 0}, 5);
        const double x = normal_quantile(uniform(drawn.word[0]));
        first.push_back(x);
        second.push_back(0.8 * x + 0.6 * normal_quantile(uniform(drawn.word[1])));
    }
    const Hearing hearing = hear({{"x", {0.9, 1.1}}}, {first});
    const auto range = weighted_range(second, hearing.weights);
    ASSERT_TRUE(range);
    EXPECT_GT(hearing.effective, 500);
    const double reach = 0.6 * normal_quantile(0.95);
    EXPECT_NEAR(range->middle, 0.8, 0.06);
    EXPECT_NEAR(range->low, 0.8 - reach, 0.12);
    EXPECT_NEAR(range->high, 0.8 + reach, 0.12);
}

}  // namespace
}  // namespace tumen
