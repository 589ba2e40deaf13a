#include "patterns/patterns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "scenario/evidence/statistic.hpp"

namespace tumen::test {
namespace {

Pattern expecting(std::string_view id, Expectation expectation, double low = 0, double high = 0) {
    Pattern pattern{};
    pattern.id = id;
    pattern.test.expectation = expectation;
    pattern.test.low = low;
    pattern.test.high = high;
    return pattern;
}

TEST(Patterns, are_shown_by_a_value_in_the_band_ends_included) {
    const PatternTest test = expecting("P1", Expectation::band, 2, 3).test;
    EXPECT_TRUE(shows(test, 2));
    EXPECT_TRUE(shows(test, 3));
    EXPECT_FALSE(shows(test, std::nextafter(2.0, 0)));
    EXPECT_FALSE(shows(test, std::nextafter(3.0, 4)));
}

TEST(Patterns, are_shown_by_a_value_of_the_sign_but_not_by_nothing) {
    const PatternTest above = expecting("P1", Expectation::positive).test;
    const PatternTest below = expecting("P1", Expectation::negative).test;
    EXPECT_TRUE(shows(above, 1e-9));
    EXPECT_FALSE(shows(above, 0));
    EXPECT_TRUE(shows(below, -1e-9));
    EXPECT_FALSE(shows(below, 0));
}

/// `showing` values of 1 and the rest of -1.
PatternResult judged_share(std::size_t showing, std::size_t replicates) {
    const Pattern pattern = expecting("P1", Expectation::positive);
    std::vector<double> values(replicates, -1.0);
    std::fill_n(values.begin(), showing, 1.0);
    PatternResult result = judge(pattern, values, 0);
    result.pattern = nullptr;  // of this function only
    return result;
}

TEST(Patterns, are_judged_by_whether_clearly_more_than_half_the_replicates_show_them) {
    // Wilson's 95 % interval of 40 of 64 is 0.503 to 0.733; of 39 of 64, 0.487 to 0.719.
    EXPECT_EQ(judged_share(40, 64).verdict, Verdict::shown);
    EXPECT_NEAR(judged_share(40, 64).share_interval.low, 0.503, 0.001);
    EXPECT_EQ(judged_share(39, 64).verdict, Verdict::mixed);
    EXPECT_EQ(judged_share(25, 64).verdict, Verdict::mixed);
    EXPECT_EQ(judged_share(24, 64).verdict, Verdict::not_shown);
    EXPECT_EQ(judged_share(1, 1).verdict, Verdict::mixed);
}

TEST(Patterns, count_the_replicates_without_a_value_apart) {
    const Pattern pattern = expecting("P1", Expectation::positive);
    const std::vector<double> values(10, 1.0);
    const PatternResult result = judge(pattern, values, 54);
    EXPECT_EQ(result.replicates, 10u);
    EXPECT_EQ(result.without_value, 54u);
    EXPECT_EQ(result.share, 1);
    EXPECT_EQ(judge(pattern, {}, 64).verdict, Verdict::no_value);
}

TEST(Patterns, are_judged_by_the_mean_where_they_say_so) {
    // Half the replicates lie outside the band, the mean is 2.5 and its interval 2.25 to 2.75.
    const auto by_mean = [](Expectation expectation, double low, double high) {
        Pattern pattern = expecting("K6", expectation, low, high);
        pattern.test.judged = JudgedBy::mean;
        return pattern;
    };
    const Pattern band = by_mean(Expectation::band, 2, 3);
    std::vector<double> values(64, 1.5);
    std::fill_n(values.begin(), 32, 3.5);
    EXPECT_EQ(judge(band, values, 0).showing, 0u);
    EXPECT_EQ(judge(band, values, 0).verdict, Verdict::shown);
    EXPECT_EQ(judge(by_mean(Expectation::band, 2.6, 3), values, 0).verdict, Verdict::mixed);
    EXPECT_EQ(judge(by_mean(Expectation::band, 2.9, 3), values, 0).verdict, Verdict::not_shown);
    EXPECT_EQ(judge(expecting("K6", Expectation::band, 2, 3), values, 0).verdict,
              Verdict::not_shown);
    EXPECT_EQ(judge(by_mean(Expectation::positive, 0, 0), values, 0).verdict, Verdict::shown);
    EXPECT_EQ(judge(by_mean(Expectation::negative, 0, 0), values, 0).verdict, Verdict::not_shown);
}

TEST(Patterns, of_the_ledger_can_all_be_read) {
    std::size_t testable = 0;
    for (const Pattern& pattern : ledger_patterns()) {
        if (pattern.test.expectation == Expectation::none) continue;
        ++testable;
        const auto statistic = parse_statistic(pattern.test.statistic);
        EXPECT_TRUE(statistic) << pattern.id;
    }
    EXPECT_GE(testable, 30u);
}

}  // namespace
}  // namespace tumen::test
