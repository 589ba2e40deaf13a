#include "patterns/patterns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace tumen::test {
namespace {

using testing::DoubleNear;
using testing::Optional;

/// 100 days with a campaign on days 40 to 59; on day t there are t arrests, 2 t people calling of
/// two roles together, and a fee of t / 100.
Trajectory counting_up(Campaign campaign = Campaign::drive) {
    Trajectory trajectory;
    for (int day = 0; day < 100; ++day) {
        DayReport report;
        report[Count::arrested] = day;
        report[Count::calling_brokers] = day / 2;
        report[Count::calling_families] = 2 * day - day / 2;
        report[Quantity::fee] = day / 100.0;
        trajectory.days.push_back(report);
    }
    trajectory.campaign = campaign;
    trajectory.window =
        campaign == Campaign::drive ? CampaignWindow{40, 59} : CampaignWindow{0, 99};
    return trajectory;
}

std::optional<double> measured(std::string_view text, const Trajectory& scenario,
                               const Trajectory* against = nullptr) {
    const auto statistic = parse_statistic(text);
    if (!statistic) {
        ADD_FAILURE() << text << ": " << statistic.error().problem;
        return std::nullopt;
    }
    return evaluate(*statistic, scenario, against);
}

std::optional<double> measured(std::string_view text) {
    return measured(text, counting_up());
}

auto value(double expected) {
    return Optional(DoubleNear(expected, 1e-9));
}

TEST(Patterns, read_the_days_that_a_window_names) {
    EXPECT_THAT(measured("first(arrested, all)"), value(0));
    EXPECT_THAT(measured("last(arrested, all)"), value(99));
    EXPECT_THAT(measured("first(arrested, before)"), value(10));  // 30 days before day 40
    EXPECT_THAT(measured("last(arrested, before)"), value(39));
    EXPECT_THAT(measured("first(arrested, before[5])"), value(35));
    EXPECT_THAT(measured("first(arrested, during)"), value(40));
    EXPECT_THAT(measured("last(arrested, during)"), value(59));
    EXPECT_THAT(measured("first(arrested, during[3:25])"), value(43));
    EXPECT_THAT(measured("last(arrested, during[3:25])"), value(65));  // past its end
    EXPECT_THAT(measured("first(arrested, after)"), value(60));
    EXPECT_THAT(measured("last(arrested, after)"), value(99));
    EXPECT_THAT(measured("first(arrested, after[2:4])"), value(62));
    EXPECT_THAT(measured("last(arrested, after[2:4])"), value(64));
}

TEST(Patterns, put_the_days_of_a_window_into_one_number) {
    EXPECT_THAT(measured("mean(arrested, during[0:3])"), value(41.5));
    EXPECT_THAT(measured("sum(arrested, during[0:3])"), value(40 + 41 + 42 + 43));
    EXPECT_THAT(measured("max(fee, during)"), value(0.59));
    EXPECT_THAT(measured("min(fee, during)"), value(0.40));
    EXPECT_THAT(measured("max(fee, all)"), value(0.99));
}

TEST(Patterns, add_up_the_columns_of_a_derived_observable_day_by_day) {
    EXPECT_THAT(measured("mean(calling, during[1:1])"), value(82));
    EXPECT_THAT(measured("min(calling, during)"), value(80));
}

TEST(Patterns, compute_with_the_usual_precedence) {
    EXPECT_THAT(measured("1 + 2 * 3 - 8 / 4"), value(5));
    EXPECT_THAT(measured("(1 + 2) * 3"), value(9));
    EXPECT_THAT(measured("2 - 3 - 4"), value(-5));
    EXPECT_THAT(measured("-first(arrested, during)"), value(-40));
    EXPECT_THAT(measured("log(8) / log(2)"), value(3));
    EXPECT_THAT(measured("ratio(last(fee, during), first(fee, during))"), value(0.59 / 0.40));
}

TEST(Patterns, have_no_value_where_there_is_none) {
    EXPECT_EQ(measured("ratio(sum(reports, all), sum(noticed, all))"), std::nullopt);
    EXPECT_EQ(measured("1 / (2 - 2)"), std::nullopt);
    EXPECT_EQ(measured("log(0)"), std::nullopt);
    EXPECT_EQ(measured("1 + log(-1)"), std::nullopt);
    EXPECT_EQ(measured("mean(arrested, after[40:50])"), std::nullopt);  // the run ends before
    EXPECT_EQ(measured("base(mean(arrested, all))"), std::nullopt);     // nothing to compare with
}

TEST(Patterns, cut_windows_at_the_ends_of_the_run) {
    EXPECT_THAT(measured("first(arrested, before[200])"), value(0));
    EXPECT_THAT(measured("last(arrested, after[10:500])"), value(99));
    Trajectory from_the_start = counting_up();
    from_the_start.window = {0, 59};
    EXPECT_EQ(measured("mean(arrested, before)", from_the_start), std::nullopt);
    EXPECT_THAT(measured("first(arrested, during)", from_the_start), value(0));
}

TEST(Patterns, take_the_whole_run_for_every_window_where_there_is_no_campaign) {
    const Trajectory calm = counting_up(Campaign::none);
    for (const char* window : {"before", "during", "after", "before[5]", "after[2:4]"}) {
        const std::string part = std::string("(arrested, ") + window + ")";
        EXPECT_THAT(measured("first" + part, calm), value(0)) << window;
        EXPECT_THAT(measured("last" + part, calm), value(99)) << window;
    }
}

TEST(Patterns, compare_the_same_days_where_the_other_scenario_has_no_campaign) {
    const Trajectory calm = counting_up(Campaign::none);
    EXPECT_THAT(measured("mean(fee, during) - base(mean(fee, during))", counting_up(), &calm),
                value(0));
    EXPECT_THAT(measured("base(first(arrested, after[2:4]))", counting_up(), &calm), value(62));
    EXPECT_THAT(measured("base(first(arrested, all))", counting_up(), &calm), value(0));
}

TEST(Patterns, read_the_other_scenario_by_its_own_campaign_where_it_has_one) {
    Trajectory later = counting_up();
    later.window = {70, 79};
    EXPECT_THAT(
        measured("base(first(arrested, during)) - first(arrested, during)", counting_up(), &later),
        value(30));
}

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
    EXPECT_EQ(shows(test, 2), Answer::yes);
    EXPECT_EQ(shows(test, 3), Answer::yes);
    EXPECT_EQ(shows(test, std::nextafter(2.0, 0)), Answer::no);
    EXPECT_EQ(shows(test, std::nextafter(3.0, 4)), Answer::no);
}

TEST(Patterns, are_shown_by_a_value_of_the_sign_but_not_by_nothing) {
    const PatternTest above = expecting("P1", Expectation::positive).test;
    const PatternTest below = expecting("P1", Expectation::negative).test;
    EXPECT_EQ(shows(above, 1e-9), Answer::yes);
    EXPECT_EQ(shows(above, 0), Answer::no);
    EXPECT_EQ(shows(below, -1e-9), Answer::yes);
    EXPECT_EQ(shows(below, 0), Answer::no);
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

TEST(Patterns, of_the_acceptance_list_are_judged_by_the_mean) {
    // Half the replicates lie outside the band, the mean is 2.5 and its interval 2.25 to 2.75.
    const Pattern band = expecting("K6", Expectation::band, 2, 3);
    std::vector<double> values(64, 1.5);
    std::fill_n(values.begin(), 32, 3.5);
    EXPECT_EQ(judge(band, values, 0).showing, 0u);
    EXPECT_EQ(judge(band, values, 0).verdict, Verdict::shown);
    EXPECT_EQ(judge(expecting("K6", Expectation::band, 2.6, 3), values, 0).verdict, Verdict::mixed);
    EXPECT_EQ(judge(expecting("K6", Expectation::band, 2.9, 3), values, 0).verdict,
              Verdict::not_shown);
    EXPECT_EQ(judge(expecting("P6", Expectation::band, 2, 3), values, 0).verdict,
              Verdict::not_shown);
    EXPECT_EQ(judged_by(expecting("K4", Expectation::positive)), JudgedBy::share);
}

TEST(Patterns, of_the_ledger_can_all_be_read) {
    std::size_t testable = 0;
    std::size_t held_out = 0;
    for (const Pattern& pattern : ledger_patterns()) {
        if (pattern.test.expectation == Expectation::none) continue;
        ++testable;
        if (pattern.role == PatternRole::held_out) ++held_out;
        const auto statistic = parse_statistic(pattern.test.statistic);
        EXPECT_TRUE(statistic) << pattern.id;
    }
    EXPECT_GE(testable, 30u);
    EXPECT_GE(held_out, 10u);
}

}  // namespace
}  // namespace tumen::test
