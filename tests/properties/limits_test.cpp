#include <gtest/gtest.h>

#include "support/plans.hpp"

/// The checks of the contract that hold in any correct implementation.
namespace tumen::testing {
namespace {

std::int64_t total_calling(const CityResult& result) {
    std::int64_t sum = 0;
    for (const DayReport& day : result.days)
        sum += calling(day);
    return sum;
}

TEST(Limits, WithoutBenefitAndHysteresisNobodyCallsWithinWeeks) {
    Plan plan = calm_plan(8000, 70);
    set_parameters(plan, {{"contact_benefit.family", 0},
                          {"contact_benefit.smuggler", 0},
                          {"contact_benefit.broker", 0},
                          {"hysteresis", 0},
                          {"warmup", 0}});
    const CityResult result = play(plan);
    EXPECT_GT(calling(result.days[0]), 0);
    for (std::size_t day = 60; day < 70; ++day)
        EXPECT_EQ(calling(result.days[day]), 0);
}

TEST(Limits, WithoutPenaltyNobodyGoesQuiet) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"penalty", 0}});
    for (const DayReport& day : play(plan).days) {
        ASSERT_EQ(calling(day), day[Count::phones_held]);
    }
}

TEST(Limits, WithoutKinAbroadNobodyAsksForMoney) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"kin_abroad", 0}});
    const CityResult result = play(plan);
    EXPECT_EQ(total(result, Count::transfers_asked), 0);
    EXPECT_EQ(total(result, Count::calling_families), 0);
    EXPECT_EQ(total(result, Quantity::need_kin), 0);
    EXPECT_GT(total(result, Count::calling_brokers), 0);
}

TEST(Limits, WithoutRequestsThereAreNoTransfers) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"request_rate", 0}});
    const CityResult result = play(plan);
    EXPECT_EQ(total(result, Count::transfers_asked), 0);
    EXPECT_EQ(total(result, Count::transfers_served), 0);
    EXPECT_EQ(total(result, Quantity::money_delivered), 0);
}

TEST(Limits, WithoutDrivesNothingIsHandedInAndOathsComeFromWarningsAlone) {
    Plan plan = calm_plan(8000, 150);
    set_parameters(plan, {{"detection", 0.05}, {"raid", 1}, {"warmup", 0}});
    const CityResult result = play(plan);
    EXPECT_EQ(handed_in(result), 0);
    EXPECT_EQ(total(result, Count::considered), 0);
    EXPECT_EQ(total(result, Count::decoys_refused), 0);
    std::int64_t warned = 0;
    for (const DayReport& day : result.days) {
        warned += day[Count::warned];
        ASSERT_LE(day[Count::signed_oath], warned);
    }
    EXPECT_GT(warned, 0);
    EXPECT_GT(result.days.back()[Count::signed_oath], 0);
}

TEST(Limits, WithoutEnforcementNobodyIsCaught) {
    Plan plan = crowded_plan(6000, 150);
    plan.hand_in_drives.clear();  // where a refused dead phone catches too
    stop_enforcement(plan);
    const CityResult result = play(plan);
    for (const Count count :
         {Count::caught, Count::bribed, Count::arrested, Count::reports, Count::noticed,
          Count::false_reports, Count::detected, Count::promises_broken}) {
        EXPECT_EQ(total(result, count), 0) << static_cast<int>(count);
    }
    EXPECT_GT(total(result, Count::calls), 0);
}

TEST(Limits, WithoutOfficersNobodyIsFollowedOrExtorted) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"officers_per_ward", 0}, {"central_caseload", 0}});
    const CityResult result = play(plan);
    EXPECT_EQ(total(result, Count::followed), 0);
    EXPECT_EQ(total(result, Quantity::extorted), 0);
}

TEST(Limits, WithoutAPromiseNoneIsBroken) {
    Plan plan = crowded_plan();
    for (HandInDrive& drive : plan.hand_in_drives)
        drive.forgiveness = Forgiveness::none;
    EXPECT_EQ(total(play(plan), Count::promises_broken), 0);
}

TEST(Limits, WithAPromiseFewerKeepTheirPhonesOnTheSameSeeds) {
    Plan plan = hand_in_plan(20000, 80);
    set_parameters(plan, {{"deadline_salience", 0.2}});
    std::int64_t promised = 0;
    std::int64_t none = 0;
    for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
        plan.hand_in_drives[0].forgiveness = Forgiveness::promised;
        const CityResult with = play(plan, replicate);
        plan.hand_in_drives[0].forgiveness = Forgiveness::none;
        const CityResult without = play(plan, replicate);
        promised += total(with, Count::real_family) + total(with, Count::real_professional);
        none += total(without, Count::real_family) + total(without, Count::real_professional);
    }
    EXPECT_GT(promised, none);
}

TEST(Limits, WithoutSupplyNoPhoneIsBought) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"phone_supply", 0}});
    EXPECT_EQ(total(play(plan), Count::phones_bought), 0);
}

TEST(Limits, AnOathDriveThatVisitsEverybodyOnItsFirstDayIsSignedByAll) {
    Plan plan = oath_plan(4000, 40);
    set_parameters(plan, {{"oath_visit", 1},
                          {"oath_refusal", 0},
                          {"detection", 0},
                          {"notice", 0},
                          {"catch_followed", 0},
                          {"search", 0}});
    const CityResult result = play(plan);
    EXPECT_EQ(result.days[19][Count::signed_oath], 0);
    EXPECT_EQ(result.days[20][Count::signed_oath], static_cast<std::int64_t>(result.adults));
    EXPECT_EQ(result.days[39][Count::signers_calling], calling(result.days[39]));
}

TEST(Limits, AnEmptyCityCanBePlayed) {
    for (const double residents : {0.0, 1.0, 10.0}) {
        const CityResult result = play(crowded_plan(residents, 50));
        EXPECT_EQ(result.days.size(), 50u);
        EXPECT_EQ(result.days.back()[Count::free_adults] + result.days.back()[Count::in_exile] +
                      result.days.back()[Count::in_detention] +
                      result.days.back()[Count::in_prison],
                  static_cast<std::int64_t>(result.adults));
    }
}

TEST(Limits, CallsNeedPeopleCalling) {
    for (const DayReport& day : play(crowded_plan()).days) {
        ASSERT_LE(day[Count::calls], calling(day) + day[Count::caught] + handed_in(day));
    }
    EXPECT_GT(total_calling(play(calm_plan(3000, 20))), 0);
}

}  // namespace
}  // namespace tumen::testing
