#include "rules/punishment.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tumen {
namespace {

PunishmentParameters parameters() {
    PunishmentParameters p{};
    p.bribe_base = 15000;
    p.bribe_factor = {1, 1.25, 1.5, 2};
    p.bribe_threat = 2;
    p.bribe_pressure_amount = 0.25;
    p.settle_base = 0.7;
    p.settle_affordability = 1.5;
    p.settle_pressure = 0.5;
    p.settle_central = 3;
    p.settle_counts = 2;
    p.settle_relief = 0.5;
    p.borrowing_limit = 8000;
    p.ransom_factor = 5;
    p.sentence_calm = {0.50, 0.42, 0.03, 0.05};
    p.sentence_harsh = {0.20, 0.52, 0.10, 0.18};
    p.sentence_broker = {0.5, 1, 2, 2};
    return p;
}

double log_odds(double probability) {
    return std::log(probability / (1 - probability));
}

TEST(Bribe, IsTheBaseOnAnOrdinaryDay) {
    const PunishmentParameters p = parameters();
    EXPECT_EQ(bribe_asked(p, Role::resident, 1, 0), 15000);
    EXPECT_EQ(bribe_asked(p, Role::family, 1, 0), 18750);
    EXPECT_EQ(bribe_asked(p, Role::smuggler, 1, 0), 22500);
    EXPECT_EQ(bribe_asked(p, Role::broker, 1, 0), 30000);
}

TEST(Bribe, RisesWithThreatAndPressure) {
    const PunishmentParameters p = parameters();
    EXPECT_DOUBLE_EQ(bribe_asked(p, Role::resident, 1.6, 0), 33000);  // x 2.2
    EXPECT_DOUBLE_EQ(bribe_asked(p, Role::resident, 1, 0.4), 16500);  // x 1.1
    EXPECT_DOUBLE_EQ(bribe_asked(p, Role::broker, 1.6, 0.4), 72600);  // x 2 x 2.2 x 1.1
}

TEST(Purse, OnTheSpotIsTheCashAtHand) {
    EXPECT_EQ(purse_on_the_spot(2000), 2000);
    EXPECT_EQ(purse_on_the_spot(1.5), 1.5);
    EXPECT_EQ(purse_on_the_spot(0.5), 1);
    EXPECT_EQ(purse_on_the_spot(-5000), 1);
}

TEST(Purse, OfACaseIsWhatThereIsWhatCanBeBorrowedAndWhatCanBeSold) {
    const PunishmentParameters p = parameters();
    EXPECT_EQ(purse_of_a_case(p, 2000, 10000), 20000);
    EXPECT_EQ(purse_of_a_case(p, -8000, 10000), 10000);
    EXPECT_EQ(purse_of_a_case(p, -8000, 0), 1);
    EXPECT_EQ(purse_of_a_case(p, -7998, 0), 2);
}

TEST(Ransom, IsAMultipleOfTheBribe) {
    EXPECT_EQ(ransom_asked(parameters(), 5000), 25000);
}

TEST(Payment, IsAllThatCanBeRaisedWhereMoreIsAsked) {
    EXPECT_EQ(money_paid(5000, 20000), 5000);
    EXPECT_EQ(money_paid(5000, 1200), 1200);
}

TEST(Payment, OnTheSpotLeavesNoDebtBeyondWhatIsLent) {
    const PunishmentParameters p = parameters();
    EXPECT_EQ(savings_after_bribe(p, 2000, 1500), 500);
    EXPECT_EQ(savings_after_bribe(p, -7999.5, 1), -8000);  // a purse of 1 by its floor
    EXPECT_EQ(savings_after_bribe(p, -9000, 1), -9000);
}

TEST(Payment, OfARansomTakesSavingsAndDebtsFirstThenGoods) {
    const PunishmentParameters p = parameters();
    const RansomParts small = ransom_parts(p, 6000, 2000, 10000);
    EXPECT_EQ(small.savings, 6000);  // a debt of 4000
    EXPECT_EQ(small.goods, 0);
    const RansomParts large = ransom_parts(p, 18000, 2000, 10000);
    EXPECT_EQ(large.savings, 10000);
    EXPECT_EQ(large.goods, 8000);
    const RansomParts floor = ransom_parts(p, 1, -8000, 0);
    EXPECT_EQ(ransom_parts(p, 1, -7999.5, 0).savings, 0.5);
    EXPECT_EQ(floor.savings, 0);
    EXPECT_EQ(floor.goods, 0);
}

TEST(Payment, AHouseholdHasSoldOutOnceHalfOfItsGoodsWent) {
    EXPECT_TRUE(sold_out(5000, 10000));
    EXPECT_FALSE(sold_out(4999, 10000));
    EXPECT_FALSE(sold_out(0, 0));
    EXPECT_TRUE(sold_out(0.5, 1));
}

TEST(Settlement, HalvesSuspicion) {
    EXPECT_EQ(suspicion_left(parameters()), 0.5);
}

TEST(Custody, AndDetentionLastAtLeastADay) {
    PunishmentParameters p = parameters();
    p.custody = 1;
    p.detention = 0;
    EXPECT_EQ(days_of_custody(p, 0.36), 1);  // P(0) = 0.3679
    EXPECT_EQ(days_of_custody(p, 0.37), 2);
    EXPECT_EQ(days_of_detention(p, 0.99), 1);
    p.detention = 1;
    EXPECT_EQ(days_of_detention(p, 0.37), 2);
}

TEST(Settling, HasTheBaseOddsWhereThePurseIsTheBribe) {
    const PunishmentParameters p = parameters();
    const double even = settle_probability(p, Enforcement::local, 5000, 5000, 0, Team::local);
    EXPECT_NEAR(log_odds(even), 0.7, 1e-12);
}

TEST(Settling, EachCircumstanceMovesTheLogOddsByItsWeight) {
    const PunishmentParameters p = parameters();
    const auto odds = [&](double purse, double bribe, double pressure, Team team) {
        return log_odds(settle_probability(p, Enforcement::local, purse, bribe, pressure, team));
    };
    EXPECT_NEAR(odds(2 * 5000, 5000, 0, Team::local), 0.7 + 1.5 * std::log(2.0), 1e-12);
    EXPECT_NEAR(odds(5000, 3 * 5000, 0, Team::local), 0.7 - 1.5 * std::log(3.0), 1e-12);
    EXPECT_NEAR(odds(5000, 5000, 0.6, Team::local), 0.4, 1e-12);
    EXPECT_NEAR(odds(5000, 5000, 0, Team::central), -2.3, 1e-12);
    EXPECT_NEAR(odds(5000, 5000, 1, Team::central), -2.8, 1e-12);
}

TEST(Settling, UnderTheRuleCountsOfficersWhoArePressedMustShowArrests) {
    const PunishmentParameters p = parameters();
    const auto odds = [&](Enforcement rule, double pressure) {
        return log_odds(settle_probability(p, rule, 5000, 5000, pressure, Team::local));
    };
    EXPECT_NEAR(odds(Enforcement::counts, 0.01), 0.7 - 2 - 0.005, 1e-12);
    EXPECT_NEAR(odds(Enforcement::counts, 0), 0.7, 1e-12);  // only while there is pressure
    EXPECT_NEAR(odds(Enforcement::local, 0.01), 0.695, 1e-12);
}

TEST(Sentences, OfCalmTimesFollowTheirShares) {
    const PunishmentParameters p = parameters();
    const auto drawn = [&](double u) {
        return draw_sentence(p, Sentencing::calm, Role::family, u);
    };
    EXPECT_EQ(drawn(0), Sentence::warned);
    EXPECT_EQ(drawn(0.499), Sentence::warned);
    EXPECT_EQ(drawn(0.501), Sentence::detained);
    EXPECT_EQ(drawn(0.919), Sentence::detained);
    EXPECT_EQ(drawn(0.921), Sentence::imprisoned);
    EXPECT_EQ(drawn(0.949), Sentence::imprisoned);
    EXPECT_EQ(drawn(0.951), Sentence::exiled);
    EXPECT_EQ(drawn(0.9999), Sentence::exiled);
}

TEST(Sentences, AreHarshOnceADeadlineHasPassed) {
    const PunishmentParameters p = parameters();
    const auto drawn = [&](double u) {
        return draw_sentence(p, Sentencing::harsh, Role::smuggler, u);
    };
    EXPECT_EQ(drawn(0.199), Sentence::warned);
    EXPECT_EQ(drawn(0.201), Sentence::detained);
    EXPECT_EQ(drawn(0.719), Sentence::detained);
    EXPECT_EQ(drawn(0.721), Sentence::imprisoned);
    EXPECT_EQ(drawn(0.819), Sentence::imprisoned);
    EXPECT_EQ(drawn(0.821), Sentence::exiled);
}

TEST(Sentences, OfBrokersAreWeightedAndNormalised) {
    const PunishmentParameters p = parameters();
    // calm: 0.25, 0.42, 0.06, 0.10 of 0.83
    const auto drawn = [&](double weight) {
        return draw_sentence(p, Sentencing::calm, Role::broker, weight / 0.83);
    };
    EXPECT_EQ(drawn(0.249), Sentence::warned);
    EXPECT_EQ(drawn(0.251), Sentence::detained);
    EXPECT_EQ(drawn(0.669), Sentence::detained);
    EXPECT_EQ(drawn(0.671), Sentence::imprisoned);
    EXPECT_EQ(drawn(0.729), Sentence::imprisoned);
    EXPECT_EQ(drawn(0.731), Sentence::exiled);
}

TEST(Sentences, WithoutWeightAreNeverDrawn) {
    PunishmentParameters p = parameters();
    p.sentence_calm = {0, 0.5, 0, 0.5};
    EXPECT_EQ(draw_sentence(p, Sentencing::calm, Role::family, 0), Sentence::detained);
    EXPECT_EQ(draw_sentence(p, Sentencing::calm, Role::family, 0.5), Sentence::exiled);
}

TEST(Sentences, SharesThatDoNotSumToOneAreTakenAsWeights) {
    PunishmentParameters p = parameters();
    p.sentence_calm = {2, 2, 0, 0};
    EXPECT_EQ(draw_sentence(p, Sentencing::calm, Role::family, 0.49), Sentence::warned);
    EXPECT_EQ(draw_sentence(p, Sentencing::calm, Role::family, 0.51), Sentence::detained);
    EXPECT_EQ(draw_sentence(p, Sentencing::calm, Role::family, 0.9999), Sentence::detained);
}

}  // namespace
}  // namespace tumen
