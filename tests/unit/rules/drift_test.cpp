#include "rules/drift.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr DriftParameters p{0.002, 40, 60, 14, 90, 0.001, 30};

TEST(Drift, HalfIsLeftAfterAHalfLife) {
    EXPECT_EQ(decay(40, 40), 0.5);
    EXPECT_EQ(decay(80, 40), 0.25);
    EXPECT_EQ(decay(0, 40), 1);
    EXPECT_NEAR(decay(1, 40), 0.98282059854525, 1e-14);  // 2^(-1/40)
}

TEST(Drift, DecayOfDaysIsTheProductOfTheDays) {
    EXPECT_NEAR(decay(3, 7) * decay(4, 7), decay(7, 7), 1e-15);
}

TEST(Drift, AShortHalfLifeLeavesNothing) {
    EXPECT_EQ(decay(1, 0.0009), 0);
    EXPECT_LT(decay(1, 0.1), 0.001);
}

TEST(Drift, AGapInSavingsClosesByOneOverTheRecoveryTimeADay) {
    EXPECT_DOUBLE_EQ(savings_gap_left(p), 89.0 / 90);
    DriftParameters fast = p;
    fast.savings_recovery = 2;
    EXPECT_EQ(savings_gap_left(fast), 0.5);
    fast.savings_recovery = 1;
    EXPECT_EQ(savings_gap_left(fast), 0);
    fast.savings_recovery = 0.5;  // cannot do more than close it
    EXPECT_EQ(savings_gap_left(fast), 0);
}

TEST(Drift, AFurtherReasonForFearIsIndependentOfTheOthers) {
    EXPECT_DOUBLE_EQ(0.1 + fright(0.1, 0.2), 0.28);  // 1 - 0.9 x 0.8
    EXPECT_EQ(fright(0.1, 0), 0);
    EXPECT_EQ(0.1 + fright(0.1, 1), 1);
    EXPECT_DOUBLE_EQ(fright(0, 0.2), 0.2);
    EXPECT_DOUBLE_EQ(0.2 + fright(0.2, 0.1), 0.1 + fright(0.1, 0.2));
}

TEST(Drift, WhoLivesFromTheTradeHasNoOrdinaryIncomeBesides) {
    EXPECT_EQ(level_of_savings(3000, Livelihood::ordinary), 3000);
    EXPECT_EQ(level_of_savings(3000, Livelihood::trade), 0);
}

TEST(Drift, AnOathHasNoForceOnItsDayAndHalfAfterItsHalfLife) {
    EXPECT_EQ(oath_force(p, 0), 0);
    EXPECT_EQ(oath_force(p, -1), 0);
    EXPECT_EQ(oath_force(p, 30), 0.5);
    EXPECT_NEAR(oath_force(p, 1), 0.977159968434246, 1e-14);  // 2^(-1/30)
    EXPECT_EQ(oath_force(p, 60), 0.25);
}

TEST(Fright, OfTheExcessIsThatOfTheRiskOverWhatIsLeftOfIt) {
    EXPECT_DOUBLE_EQ(fright_of_excess(0.1, 0.5, 0.4, 0.2),
                     0.28);  // (1 - 0.1 - 0.5 x 0.4) 0.2 / 0.5
    EXPECT_DOUBLE_EQ(fright_of_excess(0.1, 1, 0.4, 0.2), fright(0.5, 0.2));
    EXPECT_EQ(fright_of_excess(0.1, 0.5, 0.4, 0), 0);
}

}  // namespace
}  // namespace tumen
