#include "rules/news.hpp"

#include <gtest/gtest.h>

#include "rules/drift.hpp"

namespace tumen {
namespace {

constexpr NewsParameters p{0.02, 0.2, 0.03, {0.25, 0.5, 0.75, 1}, 0.3};

/// Perceived risk after news, as a step makes it of the rules.
double after(const NewsParameters& news, double risk, double arrests) {
    return risk + fright(risk, fear_of_news(news, arrests));
}
NewsParameters with_fear(double fear) {
    NewsParameters news = p;
    news.news_fear = fear;
    return news;
}
NewsParameters with_distrust(double distrust) {
    NewsParameters news = p;
    news.news_distrust = distrust;
    return news;
}

TEST(News, EachArrestIsAFurtherIndependentReasonForFear) {
    EXPECT_NEAR(after(p, 0.01, 1), 0.0298, 1e-15);    // 1 - 0.99 x 0.98
    EXPECT_NEAR(after(p, 0.01, 2), 0.049204, 1e-15);  // 1 - 0.99 x 0.98^2
    EXPECT_NEAR(after(p, 0, 3), 0.058808, 1e-15);     // 1 - 0.98^3
    EXPECT_EQ(fear_of_news(p, 0), 0);
    EXPECT_EQ(fear_of_news(p, 1), 0.02);
}

TEST(News, ToldOneAfterTheOtherIsToldTogether) {
    EXPECT_NEAR(after(p, after(p, 0.01, 2), 3), after(p, 0.01, 5), 1e-15);
}

TEST(News, RatesThatAreNoWholeNumbersCountToo) {
    EXPECT_NEAR(fear_of_news(p, 0.5), 1 - 0.98994949366117, 1e-14);  // 1 - sqrt(0.98)
}

TEST(News, RiskStaysAProbability) {
    EXPECT_LE(after(p, 0.9, 1e6), 1);
    EXPECT_EQ(after(with_fear(1), 0.5, 1), 1);
    EXPECT_EQ(after(with_fear(0), 0.5, 7), 0.5);
}

TEST(Belief, IsCutByABrokenPromiseAsFarAsItWeighs) {
    EXPECT_EQ(belief_left(p, 0), 1);
    EXPECT_NEAR(belief_left(p, 1), 0.8, 1e-15);
    EXPECT_NEAR(belief_left(p, 0.5), 0.8944271909999159, 1e-15);  // sqrt(0.8)
    EXPECT_NEAR(belief_left(p, 0.03) * belief_left(p, 0.97), belief_left(p, 1), 1e-15);
    EXPECT_EQ(belief_left(with_distrust(1), 1), 0);
    EXPECT_EQ(belief_left(with_distrust(1), 0), 1);
    EXPECT_EQ(belief_left(with_distrust(0), 5), 1);
}

TEST(Naming, EachArrestIsAFurtherChanceToBeGivenAway) {
    EXPECT_NEAR(naming_probability(p, 1), 0.3, 1e-15);
    EXPECT_NEAR(naming_probability(p, 2), 0.51, 1e-15);  // 1 - 0.7^2
}

TEST(Telling, EachSourceInTheCityIsAFurtherChance) {
    EXPECT_EQ(telling_probability(p, 0), 0);
    EXPECT_NEAR(telling_probability(p, 1), 0.03, 1e-15);
    EXPECT_NEAR(telling_probability(p, 2), 0.0591, 1e-15);  // 1 - 0.97^2
}

TEST(CityArrests, AreCountedPerThousandAdults) {
    EXPECT_DOUBLE_EQ(city_arrest_rate(5, 2000), 2.5);
    EXPECT_EQ(city_arrest_rate(0, 2000), 0);
    EXPECT_EQ(city_arrest_rate(1, 1), 1000);
    EXPECT_EQ(city_arrest_rate(0, 0), 0);
}

}  // namespace
}  // namespace tumen
