
#include "model/calendar.hpp"
#include <gtest/gtest.h>
#include <cmath>
#include "rules/oath.hpp"
#include "rules/punishment.hpp"
#include "support/plans.hpp"

namespace tumen {
namespace {

using namespace tumen::testing;

Plan plan_of(std::int32_t days) {
    Plan plan = calm_plan(1000, days);
    set_parameters(plan, {{"threat_hand_in", 1.6},
                          {"threat_after", 1.1},
                          {"threat_duration", 5},
                          {"threat_oath", 1.2},
                          {"threat_sweep", 1.5},
                          {"warmup", 10}});
    return plan;
}

TEST(Calendar, GoesFromTheWarmUpToTheLastDay) {
    const Calendar calendar(plan_of(40));
    EXPECT_EQ(calendar.first_day(), -10);
    EXPECT_EQ(calendar.last_day(), 39);
    for (std::int32_t day = -10; day < 40; ++day)
        ASSERT_EQ(calendar.on(day).day, day);
}

TEST(Calendar, AnOrdinaryDayIsOrdinary) {
    const Calendar calendar(plan_of(40));
    for (std::int32_t day = -10; day < 40; ++day) {
        const DayConditions& today = calendar.on(day);
        ASSERT_EQ(today.threat, 1);
        ASSERT_EQ(today.pressure, 0);
        ASSERT_EQ(today.sentencing, Sentencing::calm);
        ASSERT_EQ(today.segment, 0u);
        ASSERT_EQ(today.meeting_reach, 0);
        ASSERT_FALSE(today.hand_in_drive);
        ASSERT_FALSE(today.oath_drive);
        ASSERT_FALSE(today.central_team);
    }
}

TEST(Calendar, AHandInDriveThreatensPressesAndLeavesHarshSentences) {
    Plan plan = plan_of(40);
    plan.hand_in_drives = {{10, 20, Forgiveness::promised}};
    const Calendar calendar(plan);
    EXPECT_FALSE(calendar.on(9).hand_in_drive);
    EXPECT_EQ(calendar.on(9).threat, 1);
    EXPECT_TRUE(calendar.on(10).hand_in_drive);
    EXPECT_TRUE(calendar.on(10).hand_in_drive_begins);
    EXPECT_FALSE(calendar.on(11).hand_in_drive_begins);
    EXPECT_EQ(calendar.on(10).threat, 1.6);
    EXPECT_EQ(calendar.on(10).pressure, 0);
    EXPECT_EQ(calendar.on(10).days_left, 10);
    EXPECT_EQ(calendar.on(10).forgiveness, Forgiveness::promised);
    EXPECT_DOUBLE_EQ(calendar.on(13).pressure, 0.3);
    EXPECT_EQ(calendar.on(20).pressure, 1);
    EXPECT_EQ(calendar.on(20).days_left, 0);
    EXPECT_TRUE(calendar.on(20).hand_in_drive);
    EXPECT_EQ(calendar.on(20).sentencing, Sentencing::calm);
    EXPECT_FALSE(calendar.on(21).hand_in_drive);
    EXPECT_EQ(calendar.on(21).pressure, 0);
    EXPECT_EQ(calendar.on(21).sentencing, Sentencing::harsh);
    EXPECT_EQ(calendar.on(39).sentencing, Sentencing::harsh);
    EXPECT_EQ(calendar.on(21).threat, 1.1);
    EXPECT_EQ(calendar.on(25).threat, 1.1);  // five days after the deadline
    EXPECT_EQ(calendar.on(26).threat, 1);
}

TEST(Calendar, ASecondDriveHasItsOwnTermsAndSentencesStayHarsh) {
    Plan plan = plan_of(60);
    plan.hand_in_drives = {{40, 50, Forgiveness::none}, {10, 20, Forgiveness::promised}};
    const Calendar calendar(plan);  // the order of the list does not matter
    EXPECT_EQ(calendar.on(45).forgiveness, Forgiveness::none);
    EXPECT_EQ(calendar.on(15).forgiveness, Forgiveness::promised);
    EXPECT_EQ(calendar.on(45).threat, 1.6);
    EXPECT_EQ(calendar.on(45).sentencing, Sentencing::harsh);
    EXPECT_EQ(calendar.on(45).days_left, 5);
    EXPECT_EQ(calendar.on(25).threat, 1.1);
    EXPECT_EQ(calendar.on(55).threat, 1.1);  // of the later deadline
    EXPECT_EQ(calendar.on(56).threat, 1);
}

TEST(Calendar, AnOathDriveThreatensUntilSomeTimeAfterItsLastDay) {
    Plan plan = plan_of(40);
    plan.oath_drives = {{10, 20}};
    const Calendar calendar(plan);
    EXPECT_EQ(calendar.on(9).threat, 1);
    EXPECT_EQ(calendar.on(10).threat, 1.2);
    EXPECT_EQ(calendar.on(25).threat, 1.2);
    EXPECT_EQ(calendar.on(26).threat, 1);
    EXPECT_TRUE(calendar.on(10).oath_drive_begins);
    EXPECT_FALSE(calendar.on(11).oath_drive_begins);
    EXPECT_TRUE(calendar.on(20).oath_drive);
    EXPECT_FALSE(calendar.on(21).oath_drive);
    EXPECT_EQ(calendar.on(20).sentencing, Sentencing::calm);
    EXPECT_EQ(calendar.on(15).pressure, 0);
}

TEST(Calendar, OfOverlappingDrivesTheLargestThreatCounts) {
    Plan plan = plan_of(60);
    plan.hand_in_drives = {{10, 20, Forgiveness::promised}};
    plan.oath_drives = {{15, 30}};
    plan.sweeps = {{18, 22}};
    const Calendar calendar(plan);
    EXPECT_EQ(calendar.on(15).threat, 1.6);
    EXPECT_EQ(calendar.on(18).threat, 1.6);  // the sweep's 1.5 is less
    EXPECT_EQ(calendar.on(21).threat, 1.5);  // 1.1 is raised by the sweep
    EXPECT_EQ(calendar.on(23).threat, 1.2);  // the oath drive's is more than what a deadline leaves
    EXPECT_EQ(calendar.on(26).threat, 1.2);
    EXPECT_FALSE(calendar.on(17).central_team);
    EXPECT_TRUE(calendar.on(18).central_team);
    EXPECT_TRUE(calendar.on(22).central_team);
    EXPECT_FALSE(calendar.on(23).central_team);
}

TEST(Calendar, APeakRaisesPressureAndNeverLowersIt) {
    Plan plan = plan_of(40);
    plan.hand_in_drives = {{10, 20, Forgiveness::promised}};
    plan.peaks = {{5, 15, 0.3}, {14, 14, 0.2}};
    const Calendar calendar(plan);
    EXPECT_EQ(calendar.on(4).pressure, 0);
    EXPECT_EQ(calendar.on(5).pressure, 0.3);
    EXPECT_EQ(calendar.on(12).pressure, 0.3);
    EXPECT_DOUBLE_EQ(calendar.on(14).pressure, 0.4);
    EXPECT_DOUBLE_EQ(calendar.on(16).pressure, 0.6);
}

TEST(Calendar, MeetingsAreOnTheirDays) {
    Plan plan = plan_of(40);
    plan.meetings = {{7}, {3, 0.5}};
    plan.parameters.population.ward_units = 20;
    const Calendar calendar(plan);
    for (std::int32_t day = -10; day < 40; ++day) {
        const double reach = day == 3 ? 0.5 : day == 7 ? 0.05 : 0;  // one unit in a ward of 20
        EXPECT_EQ(calendar.on(day).meeting_reach, reach) << day;
    }
}

TEST(Calendar, ScheduledValuesHoldBetweenTheirDatesAndThenThePlansAgain) {
    Plan plan = plan_of(40);
    const double ordinary = plan.parameters.contact.need_shock;
    plan.schedules = {scheduled("need_shock", 10, 14, 0.9), scheduled("reward", 12, 20, 1),
                      scheduled("need_shock", 15, 15, 0.8)};
    const Calendar calendar(plan);
    const auto shock = [&](std::int32_t day) {
        return calendar.parameters_on(day).contact.need_shock;
    };
    const auto reward = [&](std::int32_t day) {
        return calendar.parameters_on(day).reporting.reward;
    };
    EXPECT_EQ(shock(9), ordinary);
    EXPECT_EQ(shock(10), 0.9);
    EXPECT_EQ(shock(14), 0.9);
    EXPECT_EQ(shock(15), 0.8);
    EXPECT_EQ(shock(16), ordinary);
    EXPECT_EQ(reward(11), 0);
    EXPECT_EQ(reward(12), 1);
    EXPECT_EQ(reward(20), 1);
    EXPECT_EQ(reward(21), 0);
    EXPECT_EQ(shock(-10), ordinary);
}

TEST(Calendar, AScheduledThreatIsTheDaysThreat) {
    Plan plan = plan_of(40);
    plan.hand_in_drives = {{10, 20, Forgiveness::promised}};
    plan.schedules = {scheduled("threat_hand_in", 15, 16, 2.5)};
    const Calendar calendar(plan);
    EXPECT_EQ(calendar.on(14).threat, 1.6);
    EXPECT_EQ(calendar.on(15).threat, 2.5);
    EXPECT_EQ(calendar.on(17).threat, 1.6);
}

/// State as the contract writes it, advanced by one step a day.
struct Literal {
    double r, s, savings, watched;
    void advance(const DriftParameters& p, double s0, double savings_base) {
        r = p.risk_baseline + (r - p.risk_baseline) * std::exp2(-1 / p.risk_half_life);
        s = s0 + (s - s0) * std::exp2(-1 / p.suspicion_half_life);
        savings += (savings_base - savings) * (p.savings_recovery > 1 ? 1 / p.savings_recovery : 1);
        watched *= std::exp2(-1 / p.watched_half_life);
    }
};

/// The same in frames: base + excess * left.
struct Framed {
    double r, s, savings;
    void advance(const DayConditions& today) {
        if (!today.new_frame) return;
        r = r * today.risk_carry + today.risk_shift;
        s *= today.suspicion_carry;
        savings *= today.savings_carry;
    }
};

void expect_frames_to_be_literal(const Plan& plan) {
    const Calendar calendar(plan);
    constexpr double s0 = 0.3;
    constexpr double savings_base = 2000;
    const double r0 = plan.parameters.drift.risk_baseline;
    Literal literal{r0, s0, savings_base, 0};
    Framed framed{0, 0, 0};
    double watched = 0;
    double watched_clock = 0;
    for (std::int32_t day = calendar.first_day(); day < plan.days; ++day) {
        const DayConditions& today = calendar.on(day);
        const DriftParameters& p = calendar.parameters_on(day).drift;
        if (day > calendar.first_day()) {
            literal.advance(p, s0, savings_base);
            framed.advance(today);
        }
        ASSERT_NEAR(p.risk_baseline + framed.r * today.risk_left, literal.r, 1e-12) << day;
        ASSERT_NEAR(s0 + framed.s * today.suspicion_left, literal.s, 1e-12) << day;
        ASSERT_NEAR(savings_base + framed.savings * today.savings_left, literal.savings, 1e-7)
            << day;
        const double now_watched = watched * std::exp2(watched_clock - today.watched_clock);
        ASSERT_NEAR(now_watched, literal.watched, 1e-10 * (1 + literal.watched)) << day;
        if (day % 7 == 3) {  // events: fear, a report, a debt, days of being watched
            literal.r = 1 - (1 - literal.r) * 0.9;
            framed.r = (literal.r - p.risk_baseline) / today.risk_left;
            literal.s += 0.8;
            framed.s += 0.8 / today.suspicion_left;
            literal.savings -= 3000;
            framed.savings -= 3000 / today.savings_left;
            literal.watched += 5;
            watched = now_watched + 5;
            watched_clock = today.watched_clock;
        }
    }
}

TEST(Frames, AreTheDayByDayDriftOfTheContract) {
    expect_frames_to_be_literal(plan_of(900));
}

TEST(Frames, AlsoWhereEveryDriftParameterIsScheduled) {
    Plan plan = plan_of(300);
    plan.schedules = {scheduled("risk_baseline", 20, 60, 0.02),
                      scheduled("risk_half_life", 40, 90, 3),
                      scheduled("suspicion_half_life", 50, 80, 0.5),
                      scheduled("suspicion_half_life", 90, 91, 0.01),
                      scheduled("savings_recovery", 55, 100, 1),
                      scheduled("savings_recovery", 120, 160, 2),
                      scheduled("watched_half_life", 30, 130, 1),
                      scheduled("risk_baseline", 200, 299, 0)};
    expect_frames_to_be_literal(plan);
}

TEST(Frames, AlsoWhereHalfLivesAreVeryShort) {
    Plan plan = plan_of(200);
    set_parameters(plan, {{"risk_half_life", 0.05},
                          {"suspicion_half_life", 0.9},
                          {"savings_recovery", 1.5},
                          {"watched_half_life", 0.2}});
    expect_frames_to_be_literal(plan);
}

TEST(Frames, NeverGetTooSmallToDivideBy) {
    for (const Plan& plan : {plan_of(900), crowded_plan()}) {
        const Calendar calendar(plan);
        for (std::int32_t day = calendar.first_day(); day < plan.days; ++day) {
            const DayConditions& today = calendar.on(day);
            for (const double left : {today.risk_left, today.suspicion_left, today.savings_left}) {
                ASSERT_GE(left, 0x1p-40);
                ASSERT_LE(left, 1);
            }
        }
    }
}

TEST(CampaignWindow, SpansAllDrivesAndSweeps) {
    Plan plan = plan_of(100);
    plan.hand_in_drives = {{20, 30, Forgiveness::promised}};
    plan.oath_drives = {{10, 15}};
    plan.sweeps = {{40, 50}};
    plan.schedules = {scheduled("reward", 1, 90, 1)};  // does not count beside drives
    const CampaignWindow window = campaign_window(plan);
    EXPECT_EQ(window.first, 10);
    EXPECT_EQ(window.last, 50);
}

TEST(CampaignWindow, IsThatOfSchedulesAndPeaksWhereThereIsNothingElse) {
    Plan plan = plan_of(100);
    plan.schedules = {scheduled("reward", 30, 60, 1)};
    plan.peaks = {{20, 25, 1}};
    EXPECT_EQ(campaign_window(plan).first, 20);
    EXPECT_EQ(campaign_window(plan).last, 60);
}

TEST(CampaignWindow, IsTheWholeRunWithoutAny) {
    EXPECT_EQ(campaign_window(plan_of(100)).first, 0);
    EXPECT_EQ(campaign_window(plan_of(100)).last, 99);
}

TEST(CampaignWindow, EndsWithTheRun) {
    Plan plan = plan_of(100);
    plan.sweeps = {{90, 150}};
    EXPECT_EQ(campaign_window(plan).first, 90);
    EXPECT_EQ(campaign_window(plan).last, 99);
    plan.sweeps = {{110, 150}};  // begins after it
    EXPECT_EQ(campaign_window(plan).first, 0);
    EXPECT_EQ(campaign_window(plan).last, 99);
}

TEST(Calendar, UnderTheRuleNoneAnOathDriveChangesNothingThatPeopleFeel) {
    Plan plan = plan_of(40);
    plan.oath_drives = {{10, 20}};
    plan.schedules = {scheduled("oath_fear", 12, 14, 0.5)};
    plan.rules.oath = OathForce::none;
    const Calendar calendar(plan);
    for (std::int32_t day = 0; day < 40; ++day) {
        const Parameters& p = calendar.parameters_on(day);
        ASSERT_EQ(calendar.on(day).threat, 1);
        ASSERT_EQ(p.oath.oath_fear, 0);  // also where a schedule says otherwise
        ASSERT_EQ(p.contact.oath_effect, 0);
        ASSERT_EQ(p.reporting.report_oath, 0);
        ASSERT_EQ(p.oath.suspicion_refusal, 0);
        ASSERT_EQ(p.drift.meeting_fear, 0);
    }
}

TEST(Calendar, UnderFalseEnforcementSignersReportMoreAndFearNoMore) {
    Plan plan = plan_of(10);
    plan.rules.oath = OathForce::false_enforcement;
    const Calendar calendar(plan);
    const Parameters& p = calendar.segments().front();
    EXPECT_EQ(p.contact.oath_effect, 0);
    EXPECT_DOUBLE_EQ(
        p.reporting.report_oath,
        plan.parameters.reporting.report_oath * plan.parameters.reporting.false_enforcement_factor);
}

}  // namespace
}  // namespace tumen
