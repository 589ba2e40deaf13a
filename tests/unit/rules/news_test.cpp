#include "rules/news.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr NewsParameters p{0.02, 0.2};

TEST(News, EachArrestIsAFurtherIndependentReasonForFear) {
    EXPECT_NEAR(risk_after_news(p, 0.01, 1), 0.0298, 1e-15);    // 1 - 0.99 x 0.98
    EXPECT_NEAR(risk_after_news(p, 0.01, 2), 0.049204, 1e-15);  // 1 - 0.99 x 0.98^2
    EXPECT_NEAR(risk_after_news(p, 0, 3), 0.058808, 1e-15);     // 1 - 0.98^3
    EXPECT_NEAR(risk_after_news(p, 0.01, 0), 0.01, 1e-17);
}

TEST(News, ToldOneAfterTheOtherIsToldTogether) {
    EXPECT_NEAR(risk_after_news(p, risk_after_news(p, 0.01, 2), 3), risk_after_news(p, 0.01, 5),
                1e-15);
}

TEST(News, RatesThatAreNoWholeNumbersCountToo) {
    EXPECT_NEAR(risk_after_news(p, 0, 0.5), 1 - 0.98994949366117, 1e-14);  // 1 - sqrt(0.98)
}

TEST(News, RiskStaysAProbability) {
    EXPECT_LE(risk_after_news(p, 0.9, 1e6), 1);
    EXPECT_EQ(risk_after_news({1, 0}, 0.5, 1), 1);
    EXPECT_EQ(risk_after_news({0, 0}, 0.5, 7), 0.5);
    EXPECT_EQ(risk_after_news({1, 0}, 0.5, 0), 0.5);  // nothing was heard
}

TEST(Belief, IsCutByEachBrokenPromise) {
    EXPECT_EQ(belief_left(p, 0), 1);
    EXPECT_NEAR(belief_left(p, 1), 0.8, 1e-15);
    EXPECT_NEAR(belief_left(p, 3), 0.512, 1e-15);
    EXPECT_EQ(belief_left({0, 1}, 1), 0);
    EXPECT_EQ(belief_left({0, 1}, 0), 1);
    EXPECT_EQ(belief_left({0, 0}, 5), 1);
}

TEST(CityArrests, AreCountedPerThousandAdults) {
    EXPECT_DOUBLE_EQ(city_arrest_rate(5, 2000), 2.5);
    EXPECT_EQ(city_arrest_rate(0, 2000), 0);
    EXPECT_EQ(city_arrest_rate(1, 1), 1000);
    EXPECT_EQ(city_arrest_rate(0, 0), 0);
}

}  // namespace
}  // namespace tumen
