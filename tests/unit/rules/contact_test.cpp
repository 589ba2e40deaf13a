#include "rules/contact.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr ContactParameters p{1, 0.2, 3000, {0, 0.7, 1, 1.4}, 0.7, 0.5, 150, 0.15, 0.02, 0.2, 0.1};

TEST(Need, GrowsByTheShockAndIsOneAtMost) {
    EXPECT_DOUBLE_EQ(need_before_savings(p, 0.4), 0.6);
    EXPECT_EQ(need_before_savings(p, 0.8), 1);
    EXPECT_EQ(need_before_savings(p, 0.9), 1);
    EXPECT_DOUBLE_EQ(need_before_savings(p, 0), 0.2);
}

TEST(Need, IsRelievedBySavingsAndNotRaisedByDebts) {
    EXPECT_DOUBLE_EQ(need(p, 0.4, 0), 0.6);
    EXPECT_NEAR(need(p, 0.4, 3000), 0.22072766470286537, 1e-15);  // 0.6 / e
    EXPECT_NEAR(need(p, 0.9, 1500), 0.6065306597126334, 1e-15);   // the limit holds before savings
    EXPECT_DOUBLE_EQ(need(p, 0.4, -5000), 0.6);
    EXPECT_NEAR(need(p, 0.4, 0.75), 0.6 * (1 - 0.75 / 3000),
                1e-7);  // of little savings little relief
}

TEST(Penalty, GrowsWithThreatAndWithAFreshOath) {
    constexpr Deterrence severity = Deterrence::severity;
    EXPECT_DOUBLE_EQ(penalty_feared(p, severity, 1, 0), 150);
    EXPECT_DOUBLE_EQ(penalty_feared(p, severity, 1.6, 0), 240);
    EXPECT_DOUBLE_EQ(penalty_feared(p, severity, 1.6, 0.5), 258);  // 240 x 1.075
}

TEST(Penalty, IsWhatItIsUnderTheRuleCertainty) {
    EXPECT_EQ(penalty_feared(p, Deterrence::certainty, 1.6, 0.5), 150);
}

TEST(Benefit, HasAFloorAndAPartThatGrowsWithNeed) {
    EXPECT_DOUBLE_EQ(benefit_of_contact(p, Role::family, 0), 0.49);   // 0.7 x 0.7
    EXPECT_DOUBLE_EQ(benefit_of_contact(p, Role::family, 0.6), 0.7);  // 0.7 x (0.7 + 0.3)
    EXPECT_DOUBLE_EQ(benefit_of_contact(p, Role::smuggler, 0.6), 1);
    EXPECT_DOUBLE_EQ(benefit_of_contact(p, Role::broker, 0.6), 1.4);
    EXPECT_EQ(benefit_of_contact(p, Role::resident, 1), 0);
}

TEST(Benefit, OfATradersFloorGoesOnAsFarAsMovementDoes) {
    ContactParameters closed = p;
    closed.movement = 0.3;
    EXPECT_DOUBLE_EQ(benefit_of_contact(closed, Role::smuggler, 0.6), 0.51);  // 0.21 + 0.3
    EXPECT_DOUBLE_EQ(benefit_of_contact(closed, Role::broker, 0), 0.294);     // 1.4 x 0.21
    EXPECT_DOUBLE_EQ(benefit_of_contact(closed, Role::family, 0.6), 0.7);     // talk goes on
}

TEST(FeltRisk, IsAtLeastTheFollowedOnesForWhoIsFollowed) {
    EXPECT_EQ(felt_risk(p, 0.002, Watch::none), 0.002);
    EXPECT_EQ(felt_risk(p, 0.002, Watch::followed), 0.02);
    EXPECT_EQ(felt_risk(p, 0.05, Watch::followed), 0.05);
    EXPECT_EQ(felt_risk(p, 0.05, Watch::none), 0.05);
}

TEST(NetBenefit, IsTheBenefitLessWhatIsFeared) {
    // 0.7 - 1.5 x 0.002 x 150 = 0.7 - 0.45
    EXPECT_DOUBLE_EQ(net_benefit(0.7, 1.5, 0.002, 150), 0.25);
    EXPECT_DOUBLE_EQ(net_benefit(0.7, 1.5, 0, 150), 0.7);
    EXPECT_LT(net_benefit(0.7, 1.5, 0.02, 150), 0);
}

TEST(Review, ChangesAMindOnlyBeyondTheHysteresis) {
    EXPECT_EQ(review(p, 0.11), Contact::calling);
    EXPECT_EQ(review(p, 0.1), Contact::as_before);
    EXPECT_EQ(review(p, 0), Contact::as_before);
    EXPECT_EQ(review(p, -0.1), Contact::as_before);
    EXPECT_EQ(review(p, -0.11), Contact::quiet);
}

}  // namespace
}  // namespace tumen
