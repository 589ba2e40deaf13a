#include "hindcast/rivals.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tumen {
namespace {

const Date start = *make_date(2020, 1, 1);

/// After so many years.
Date after(double years) {
    return plus_days(start, static_cast<std::int32_t>(std::lround(years * 365.25)));
}

TEST(Persistence, is_the_last_report_with_what_changed_from_year_to_year) {
    const std::vector<EarlierReport> reports = {{after(4), 0.5, 0.1}, {after(0), 1.0, 0.1}};
    const auto forecast = persistence(reports, after(8), 0.2, 0.3);
    ASSERT_TRUE(forecast);
    EXPECT_DOUBLE_EQ(forecast->mean, 0.5);
    // Of a year 0.25 / 4, and 0.09 supposed: the mean of both, over four years, and two errors.
    const double variance = 0.01 + 0.04 + 4 * (0.0625 + 0.09) / 2;
    EXPECT_NEAR(forecast->spread, std::sqrt(variance), 1e-3);
    EXPECT_FALSE(persistence({}, after(1), 0.1, 0.3));
}

TEST(Persistence, of_one_report_changes_as_was_supposed) {
    const auto forecast = persistence({{after(0), 1.0, 0.1}}, after(4), 0.1, 0.3);
    ASSERT_TRUE(forecast);
    EXPECT_NEAR(forecast->spread, std::sqrt(0.02 + 4 * 0.09), 1e-3);
}

TEST(Trend, goes_on_along_the_line) {
    const std::vector<EarlierReport> reports = {
        {after(0), 0, 0.1}, {after(4), 1, 0.1}, {after(8), 2, 0.1}};
    const auto forecast = linear_trend(reports, after(12), 0.2);
    ASSERT_TRUE(forecast);
    EXPECT_NEAR(forecast->mean, 3, 1e-3);
    // Nothing is left over but the reports' variance, on two: (1/3 + 8^2 / 32) of it, and 0.04.
    EXPECT_NEAR(forecast->spread, std::sqrt(0.04 + 0.01 / 2 * (1.0 / 3 + 2)), 1e-3);
}

TEST(Trend, needs_reports_of_two_different_days) {
    EXPECT_FALSE(linear_trend({{after(0), 1, 0.1}}, after(1), 0.1));
    EXPECT_FALSE(linear_trend({{after(0), 1, 0.1}, {after(0), 2, 0.1}}, after(1), 0.1));
}

}  // namespace
}  // namespace tumen
