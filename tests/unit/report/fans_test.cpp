#include "report/series/fans.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tumen {

namespace {

Plan plan_of(std::initializer_list<const char*> cities) {
    Plan plan{};
    plan.days = 40;
    for (const char* name : cities)
        plan.cities.push_back({name, name, 1000});
    plan.hand_in_drives.push_back({0, 39, Forgiveness::none});
    return plan;
}

/// Every day: `phones` phones held, one dead phone handed in, one arrest.
ReplicateResult constant(std::uint32_t replicate, std::initializer_list<std::int64_t> phones) {
    ReplicateResult result;
    result.replicate = replicate;
    for (const std::int64_t held : phones) {
        DayReport day;
        day[Count::phones_held] = held;
        day[Count::decoys_family] = 1;
        day[Count::arrested] = 1;
        day[Quantity::fee] = 0.25;
        result.cities.emplace_back(40, day);
    }
    return result;
}

const FanSeries* find(const std::vector<FanSeries>& all, std::string_view city,
                      std::string_view curve) {
    for (const FanSeries& one : all) {
        if (one.city == city && one.curve == curve) return &one;
    }
    return nullptr;
}

}  // namespace

TEST(Fans, QuantilesAreThoseOverReplicates) {
    Fans fans(plan_of({"a"}));
    for (std::uint32_t i = 1; i <= 5; ++i)
        fans.add(constant(i, {static_cast<std::int64_t>(10 * i)}));
    const auto series = fans.series();
    const FanSeries* phones = find(series, "a", "phones_held");
    ASSERT_NE(phones, nullptr);
    ASSERT_EQ(phones->q50.size(), 40U);
    EXPECT_DOUBLE_EQ(phones->q50[7], 30);
    EXPECT_DOUBLE_EQ(phones->q25[7], 20);
    EXPECT_DOUBLE_EQ(phones->q75[7], 40);
    EXPECT_NEAR(phones->q05[7], 12, 1e-9);
    EXPECT_NEAR(phones->q95[7], 48, 1e-9);
}

TEST(Fans, RunningTotalsBeginOnTheFirstDay) {
    Fans fans(plan_of({"a"}));
    fans.add(constant(1, {10}));
    const auto series = fans.series();
    const FanSeries* dead = find(series, "a", "dead_handed_in");
    ASSERT_NE(dead, nullptr);
    EXPECT_DOUBLE_EQ(dead->q50[0], 1);
    EXPECT_DOUBLE_EQ(dead->q50[39], 40);
}

TEST(Fans, ThirtyDaysHaveNoValueBeforeThereAreThirtyDays) {
    Fans fans(plan_of({"a"}));
    fans.add(constant(1, {10}));
    const auto series = fans.series();
    const FanSeries* arrests = find(series, "a", "arrested_30");
    ASSERT_NE(arrests, nullptr);
    EXPECT_FALSE(std::isfinite(arrests->q50[28]));
    EXPECT_DOUBLE_EQ(arrests->q50[29], 30);
    EXPECT_DOUBLE_EQ(arrests->q50[39], 30);
}

TEST(Fans, CitiesAddUpWhereTheyCan) {
    Fans fans(plan_of({"a", "b"}));
    fans.add(constant(1, {10, 5}));
    const auto series = fans.series();
    ASSERT_NE(find(series, "all", "phones_held"), nullptr);
    EXPECT_DOUBLE_EQ(find(series, "all", "phones_held")->q50[0], 15);
    EXPECT_DOUBLE_EQ(find(series, "b", "phones_held")->q50[0], 5);
    EXPECT_EQ(find(series, "all", "fee"), nullptr);
    EXPECT_DOUBLE_EQ(find(series, "b", "fee")->q50[0], 0.25);
}

TEST(Fans, OneCityHasNoSum) {
    Fans fans(plan_of({"a"}));
    fans.add(constant(1, {10}));
    EXPECT_EQ(find(fans.series(), "all", "phones_held"), nullptr);
}

}  // namespace tumen
