#include <gtest/gtest.h>

#include <cmath>

#include "support/plans.hpp"

/// What the wards report is what the city reports.
namespace tumen::testing {
namespace {

CityResult with_wards(const Plan& plan) {
    PlayOptions options;
    options.ward_reports = WardReports::daily;
    return play(plan, 1, 0, options);
}

TEST(WardReports, CountsAndMoneySumToTheCitys) {
    const CityResult result = with_wards(crowded_plan(4000, 130));
    const auto rows = observable_rows();
    for (std::size_t day = 0; day < result.days.size(); ++day) {
        ASSERT_GT(result.wards[day].size(), 1u);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows[row].measure == Measure::level) continue;
            double sum = 0;
            for (const DayReport& ward : result.wards[day])
                sum += ward.value(row);
            ASSERT_NEAR(sum, result.days[day].value(row), 1e-9 * (1 + std::fabs(sum)))
                << rows[row].name << ", day " << day;
        }
    }
}

TEST(WardReports, ShareWhatHoldsForTheWholeCity) {
    const CityResult result = with_wards(crowded_plan(4000, 60));
    for (std::size_t day = 0; day < result.days.size(); ++day) {
        for (const DayReport& ward : result.wards[day]) {
            for (const Quantity quantity : {Quantity::fee, Quantity::phone_price, Quantity::threat,
                                            Quantity::pressure, Quantity::bribe_asked}) {
                ASSERT_EQ(ward[quantity], result.days[day][quantity]);
            }
        }
    }
}

TEST(WardReports, MeansOfTheCityLieBetweenThoseOfItsWards) {
    const CityResult result = with_wards(crowded_plan(8000, 60));
    for (std::size_t day = 0; day < result.days.size(); ++day) {
        for (const Quantity quantity :
             {Quantity::need_kin, Quantity::need_traders, Quantity::risk_roles}) {
            double low = 1;
            double high = 0;
            for (const DayReport& ward : result.wards[day]) {
                low = std::min(low, ward[quantity]);
                high = std::max(high, ward[quantity]);
            }
            ASSERT_GE(result.days[day][quantity], low);
            ASSERT_LE(result.days[day][quantity], high);
            ASSERT_GE(low, 0);
            ASSERT_LE(high, 1);
        }
    }
}

TEST(WardReports, HaveOneRowForEveryWardOfTheCity) {
    // 4000 / 3.9 = 1026 households in units of 20 to 40 and wards of 10 units
    const CityResult result = with_wards(crowded_plan(4000, 3));
    EXPECT_GE(result.wards[0].size(), 3u);
    EXPECT_LE(result.wards[0].size(), 6u);
    EXPECT_EQ(result.wards[0].size(), result.wards[2].size());
}

}  // namespace
}  // namespace tumen::testing
