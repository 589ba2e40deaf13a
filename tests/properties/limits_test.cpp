#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "rules/news.hpp"
#include "rules/oath.hpp"
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
    EXPECT_TRUE(std::isnan(result.days[0][Quantity::need_kin]));  // a mean over nobody
    EXPECT_GT(total(result, Count::calling_brokers), 0);
}

TEST(Limits, WithoutRequestsThereAreNoTransfers) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"request_rate", 0}});
    const CityResult result = play(plan);
    EXPECT_EQ(total(result, Count::transfers_asked), 0);
    EXPECT_EQ(total(result, Count::transfers_served), 0);
    EXPECT_EQ(total(result, Quantity::money_delivered), 0);
    EXPECT_EQ(total(result, Quantity::money_sent), 0);
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

TEST(Limits, WithoutEnforcementNobodyIsCaughtHeldOrQuestioned) {
    Plan plan = crowded_plan(6000, 150);
    stop_enforcement(plan);
    set_parameters(plan,
                   {{"promise_breach", 0}, {"decoy_refusal", 0}, {"decoy_refusal_watched", 0}});
    const CityResult result = play(plan);
    for (const Count count :
         {Count::caught, Count::bribed, Count::arrested, Count::reports, Count::noticed,
          Count::false_reports, Count::detected, Count::promises_broken, Count::in_custody,
          Count::questioned, Count::cases_decided}) {
        EXPECT_EQ(total(result, count), 0) << static_cast<int>(count);
    }
    EXPECT_GT(total(result, Count::calls), 0);
}

/// The days of a run, each observable by itself: whether two runs report the same but for some.
void expect_same_but(const CityResult& one, const CityResult& other,
                     std::initializer_list<Count> but) {
    ASSERT_EQ(one.days.size(), other.days.size());
    for (std::size_t day = 0; day < one.days.size(); ++day) {
        for (std::size_t c = 0; c < count_total; ++c) {
            const auto count = static_cast<Count>(c);
            if (std::find(but.begin(), but.end(), count) != but.end()) continue;
            ASSERT_EQ(one.days[day][count], other.days[day][count])
                << observable_rows()[c].name << " on day " << day;
        }
        for (std::size_t q = 0; q < quantity_total; ++q) {
            const double first = one.days[day].quantities[q];
            const double second = other.days[day].quantities[q];
            ASSERT_TRUE(first == second || (std::isnan(first) && std::isnan(second)))
                << observable_rows()[count_total + q].name << " on day " << day;
        }
    }
}

TEST(Limits, UnderOathNoneAnOathDriveIsCalmButForSignatures) {
    Plan plan = calm_plan(8000, 100);
    set_parameters(plan, {{"detection", 0.02}, {"notice", 0.002}, {"oath_refusal", 0.1}});
    plan.rules.oath = OathForce::none;
    const CityResult calm = play(plan);
    plan.oath_drives = {{20, 49}};
    plan.meetings = {{24}};
    const CityResult sworn = play(plan);
    expect_same_but(calm, sworn, {Count::signed_oath, Count::signers_calling});
    EXPECT_GT(sworn.days.back()[Count::signed_oath], calm.days.back()[Count::signed_oath]);
}

TEST(Limits, SourcesChangeNothingButWhatIsTold) {
    Plan plan = crowded_plan(6000, 150);
    set_parameters(plan, {{"source_share", 0.3}});
    const CityResult some = play(plan);
    EXPECT_GT(total(some, Count::told_arrests), 0);
    EXPECT_GT(total(some, Count::told_hand_ins), 0);
    const std::initializer_list<Count> told = {Count::sources_calling, Count::told_arrests,
                                               Count::told_exiles, Count::told_hand_ins};
    for (const double share : {0.0, 0.1}) {
        set_parameters(plan, {{"source_share", share}});
        const CityResult other = play(plan);
        expect_same_but(some, other, told);
        if (share > 0) continue;
        for (const Count count : told)
            EXPECT_EQ(total(other, count), 0);
    }
}

TEST(Limits, WithoutNamesNobodyIsQuestioned) {
    Plan plan = crowded_plan();
    EXPECT_GT(total(play(plan), Count::questioned), 0);
    set_parameters(plan, {{"naming", 0}});
    EXPECT_EQ(total(play(plan), Count::questioned), 0);
}

TEST(Limits, WithoutMakingUpEveryTransferIsTheSame) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"transfer_makeup", 0}});
    for (const DayReport& day : play(plan).days) {
        ASSERT_DOUBLE_EQ(day[Quantity::money_sent],
                         plan.parameters.remittance.transfer_amount *
                             static_cast<double>(day[Count::transfers_served]));
    }
}

TEST(Limits, WithoutGoodsNobodySells) {
    Plan plan = crowded_plan();
    EXPECT_GT(total(play(plan), Count::households_sold), 0);
    set_parameters(plan, {{"goods_factor", 0}});
    const CityResult result = play(plan);
    EXPECT_GT(total(result, Count::ransomed), 0);
    EXPECT_EQ(total(result, Count::households_sold), 0);
}

TEST(Limits, WhereNothingMovesNothingIsDeliveredAndNoTraderEarns) {
    Plan plan = calm_plan(8000, 60);
    set_parameters(plan, {{"request_rate", 6}});
    plan.schedules = {scheduled("movement", 10, 39, 0)};
    const CityResult result = play(plan);
    std::int64_t asked = 0;
    for (std::size_t day = 10; day < 40; ++day) {
        asked += result.days[day][Count::transfers_asked];
        ASSERT_EQ(result.days[day][Count::transfers_served], 0);
        ASSERT_EQ(result.days[day][Quantity::money_sent], 0);
        ASSERT_EQ(result.days[day][Quantity::earned_traders], 0);
    }
    EXPECT_GT(asked, 0);
    EXPECT_GT(total(result, Quantity::earned_traders), 0);
    EXPECT_GT(total(result, Count::transfers_served), 0);
}

TEST(Limits, FullMovementIsAsIfThereWereNone) {
    Plan plan = crowded_plan(3000, 60);
    plan.schedules.clear();
    const CityResult without = play(plan);
    plan.schedules = {scheduled("movement", 10, 39, 1)};
    EXPECT_EQ(play(plan).state_hash, without.state_hash);
}

TEST(Limits, WithoutEntryNobodyBecomesABroker) {
    Plan plan = crowded_plan();
    EXPECT_GT(total(play(plan), Count::became_brokers), 0);
    set_parameters(plan, {{"broker_entry", 0}});
    EXPECT_EQ(total(play(plan), Count::became_brokers), 0);
}

TEST(Limits, WhereTrustIsFixedBeliefNeverMoves) {
    Plan plan = crowded_plan();
    const CityResult moving = play(plan);
    EXPECT_LT(moving.days.back()[Quantity::belief], moving.days[0][Quantity::belief]);
    plan.rules.trust = Trust::fixed;
    const CityResult result = play(plan);
    for (const DayReport& day : result.days)
        ASSERT_EQ(day[Quantity::belief], result.days[0][Quantity::belief]);
}

TEST(Limits, AMeetingThatReachesNobodyIsNone) {
    Plan plan = calm_plan(3000, 40);
    const CityResult without = play(plan);
    plan.meetings = {{10, 0}};
    EXPECT_EQ(play(plan).state_hash, without.state_hash);
    plan.meetings = {{10, 1}};
    EXPECT_NE(play(plan).state_hash, without.state_hash);
}

TEST(Limits, WithoutDeadPhonesThereAreNoDecoys) {
    Plan plan = crowded_plan();
    set_parameters(plan, {{"dead_phone_found.resident", 0},
                          {"dead_phone_found.family", 0},
                          {"dead_phone_found.smuggler", 0},
                          {"dead_phone_found.broker", 0},
                          {"old_phone_share.resident", 0},
                          {"old_phone_share.family", 0},
                          {"old_phone_share.smuggler", 0},
                          {"old_phone_share.broker", 0}});
    const CityResult result = play(plan);
    EXPECT_GT(handed_in(result), 0);
    EXPECT_EQ(total(result, Count::decoys_family) + total(result, Count::decoys_professional), 0);
    EXPECT_EQ(total(result, Count::decoys_refused) + total(result, Count::dead_phones_bought), 0);
}

TEST(Limits, TheNeedOfTradersRisesWhereAllOfThemFallSilent) {
    Plan plan = calm_plan(20000, 100);
    const CityResult ordinary = play(plan);
    set_parameters(plan, {{"contact_benefit.smuggler", 0},
                          {"contact_benefit.broker", 0},
                          {"hysteresis", 0},
                          {"warmup", 0}});
    const CityResult silent = play(plan);
    EXPECT_GT(silent.days[90][Quantity::need_traders],
              silent.days[0][Quantity::need_traders] + 0.2);
    EXPECT_GT(silent.days[90][Quantity::need_traders],
              ordinary.days[90][Quantity::need_traders] + 0.1);
}

TEST(Limits, MoneyTakenFromBrokersMakesMoreOfThemGiveUpTheirPhones) {
    std::int64_t without = 0;
    std::int64_t with = 0;
    Plan plan = hand_in_plan(60000, 80);
    set_parameters(plan, {{"hand_in_offer", 0.2}, {"broker_households", 0.01}});
    for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
        set_parameters(plan, {{"extortion", 0}, {"extortion_amount", 1000}});
        without += total(play(plan, replicate), Count::broker_real);
        set_parameters(plan, {{"extortion", 0.2}, {"extortion_amount", 5000}});
        with += total(play(plan, replicate), Count::broker_real);
    }
    EXPECT_GT(with, without);
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
                      result.days.back()[Count::in_custody] +
                      result.days.back()[Count::in_detention] +
                      result.days.back()[Count::in_prison],
                  static_cast<std::int64_t>(result.adults));
    }
}

TEST(Limits, CallsNeedPeopleCalling) {
    for (const DayReport& day : play(crowded_plan()).days) {
        ASSERT_LE(day[Count::calls],
                  calling(day) + day[Count::caught] + handed_in(day) + day[Count::promises_broken]);
    }
    EXPECT_GT(total_calling(play(calm_plan(3000, 20))), 0);
}

}  // namespace
}  // namespace tumen::testing
