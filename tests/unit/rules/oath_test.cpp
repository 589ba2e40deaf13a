#include "rules/oath.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

TEST(OathWeight, ByTheContractAnOathRemindsOfThePenaltyAndOfReporting) {
    const OathWeight weight = oath_weight(OathForce::salience, 0.15, 0.5);
    EXPECT_EQ(weight.on_penalty, 0.15);
    EXPECT_EQ(weight.on_reporting, 0.5);
}

TEST(OathWeight, IsNothingUnderTheRuleNone) {
    const OathWeight weight = oath_weight(OathForce::none, 0.15, 0.5);
    EXPECT_EQ(weight.on_penalty, 0);
    EXPECT_EQ(weight.on_reporting, 0);
}

TEST(OathWeight, UnderFalseEnforcementSignersReportThreeTimesAsEagerlyAndFearNoMore) {
    const OathWeight weight = oath_weight(OathForce::false_enforcement, 0.15, 0.5);
    EXPECT_EQ(weight.on_penalty, 0);
    EXPECT_EQ(weight.on_reporting, 1.5);
}

}  // namespace
}  // namespace tumen
