#include "rules/oath.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr OathWeight ordinary{1.15, 0.08, 0.5, 0.0005, 0.3, 0.001};

TEST(OathWeight, ByTheContractAnOathRemindsOfThePenaltyAndOfReporting) {
    const OathWeight weight = oath_weight(OathForce::salience, ordinary, 3);
    EXPECT_EQ(weight.threat, 1.15);
    EXPECT_EQ(weight.on_penalty, 0.08);
    EXPECT_EQ(weight.on_reporting, 0.5);
    EXPECT_EQ(weight.fear, 0.0005);
    EXPECT_EQ(weight.suspicion, 0.3);
    EXPECT_EQ(weight.meeting_fear, 0.001);
}

TEST(OathWeight, UnderTheRuleNoneNothingIsLeftButCounting) {
    const OathWeight weight = oath_weight(OathForce::none, ordinary, 3);
    EXPECT_EQ(weight.threat, 1);
    EXPECT_EQ(weight.on_penalty, 0);
    EXPECT_EQ(weight.on_reporting, 0);
    EXPECT_EQ(weight.fear, 0);
    EXPECT_EQ(weight.suspicion, 0);
    EXPECT_EQ(weight.meeting_fear, 0);
}

TEST(OathWeight, UnderFalseEnforcementSignersReportThreeTimesAsEagerlyAndFearNoMore) {
    const OathWeight weight = oath_weight(OathForce::false_enforcement, ordinary, 3);
    EXPECT_EQ(weight.on_penalty, 0);
    EXPECT_EQ(weight.on_reporting, 1.5);
    EXPECT_EQ(weight.threat, 1.15);
    EXPECT_EQ(weight.fear, 0.0005);
}

}  // namespace
}  // namespace tumen
