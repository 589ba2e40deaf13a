#include "rules/hand_in.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tumen {
namespace {

HandInParameters parameters() {
    HandInParameters p{};
    p.deadline_salience = 0.02;
    p.deadline_salience_time = 12;
    p.amnesty_value = 1.25;
    p.amnesty_unsuspected = 0.5;
    p.confession_cost = 0.5;
    p.watched_fatigue = 0.04;
    p.patience = 0.6;
    p.decoy_refusal = 0.05;
    p.decoy_refusal_watched = 0.5;
    p.decoy_refusal_time = 20;
    p.decoy_tolerance = 0.5;
    p.decoy_horizon = 120;
    p.hand_in_offer = 0.06;
    p.dead_phone_price = 0.2;
    p.choice_scale = 0.15;
    return p;
}

/// Somebody who is not followed, has an old phone and is better off calling.
HandInSituation somebody() {
    HandInSituation now{};
    now.net_benefit = 0.4;
    now.benefit = 1;
    now.aversion = 2;
    now.risk = 0.001;
    now.penalty_feared = 240;
    now.belief = 0.4;
    now.suspicion = 0.3;
    now.days_watched = 0;
    now.threat = 1.6;
    now.pressure = 0;
    now.calm_loss = 0.5;
    now.followed = false;
    now.toll = 0.25;
    now.dead_phone_at_hand = true;
    return now;
}

TEST(Salience, IsGreatestOnTheDeadlineAndFallsOffBeforeIt) {
    const HandInParameters p = parameters();
    EXPECT_EQ(salience(p, 0), 0.02);
    EXPECT_NEAR(salience(p, 12), 0.02 / std::exp(1.0), 1e-16);
    EXPECT_NEAR(salience(p, 6), 0.012130613194252668, 1e-16);  // 0.02 e^-0.5
}

TEST(Confession, IsWorthForgivenessWhereItIsBelieved) {
    const HandInParameters p = parameters();
    HandInSituation now = somebody();
    // 1.6 (1.25 x 0.4 x 0.8 - 0.5 x 0.6) = 1.6 x 0.1
    EXPECT_NEAR(confession_value(p, now), 0.16, 1e-15);
    now.belief = 0;
    EXPECT_NEAR(confession_value(p, now), -0.8, 1e-15);  // 1.6 x -0.5
    now.belief = 1;
    EXPECT_NEAR(confession_value(p, now), 1.6, 1e-15);  // 1.6 x 1.25 x 0.8
    now.suspicion = 0;
    EXPECT_NEAR(confession_value(p, now), 1.0, 1e-15);  // half of it is there without suspicion
}

TEST(Refusal, IsRareForWhoIsNotFollowed) {
    const HandInParameters p = parameters();
    HandInSituation now = somebody();
    now.days_watched = 50;
    EXPECT_EQ(refusal_probability(p, now), 0.05);
}

TEST(Refusal, GrowsWithTheDaysWatched) {
    const HandInParameters p = parameters();
    HandInSituation now = somebody();
    now.followed = true;
    EXPECT_EQ(refusal_probability(p, now), 0.05);
    now.days_watched = 20;
    EXPECT_NEAR(refusal_probability(p, now), 0.3660602794142788, 1e-15);  // 0.05 + 0.5 (1 - 1/e)
    now.days_watched = 10000;
    EXPECT_NEAR(refusal_probability(p, now), 0.55, 1e-15);
}

TEST(Refusal, IsForgoneUnderPressure) {
    const HandInParameters p = parameters();
    HandInSituation now = somebody();
    now.pressure = 1;
    EXPECT_DOUBLE_EQ(refusal_probability(p, now), 0.025);
    now.pressure = 0.5;
    EXPECT_DOUBLE_EQ(refusal_probability(p, now), 0.0375);
}

TEST(HandInValues, OfSomebodyNotFollowedWithAnOldPhone) {
    const HandInValues values = hand_in_values(parameters(), somebody());
    EXPECT_NEAR(values.keep, 0.7, 1e-15);  // 0.4 + 0.6 (1 - 0.5)
    // a X = 480: (1 - 0.001 x 480) + 0.3 + 0.16 - 0.05 x 480 / 120 = 0.52 + 0.3 + 0.16 - 0.2
    EXPECT_NEAR(values.decoy, 0.78, 1e-14);
    EXPECT_NEAR(values.real, 0.16, 1e-15);
}

TEST(HandInValues, BeingWatchedAndPayingSpeakForTheWorkingPhoneAsFarAsOneBelieves) {
    HandInSituation now = somebody();
    now.followed = true;
    now.days_watched = 20;
    const HandInValues values = hand_in_values(parameters(), now);
    EXPECT_NEAR(values.keep, 0.7, 1e-14);
    // confession 0.16 + 0.04 x 20 x 0.4 = 0.48; decoy 0.52 + 0.3 + 0.48 - 0.36606 x 4
    EXPECT_NEAR(values.decoy, -0.1642411176571152, 1e-13);
    EXPECT_NEAR(values.real, 0.58, 1e-14);  // 0.48 + 0.4 x 1 x 0.25
    now.followed = false;                   // nobody else is worn down or pays
    EXPECT_NEAR(hand_in_values(parameters(), now).real, 0.16, 1e-15);
    now.followed = true;
    now.belief = 0;  // nor does it help where handing in is not believed to end it
    EXPECT_NEAR(hand_in_values(parameters(), now).real, -0.8, 1e-15);
}

TEST(Offer, IsMadeEverMoreRarelyToWhoRefuses) {
    const HandInParameters p = parameters();
    EXPECT_EQ(offer_probability(p, 0), 0.06);
    EXPECT_DOUBLE_EQ(offer_probability(p, 1), 0.03);
    EXPECT_DOUBLE_EQ(offer_probability(p, 2), 0.02);
}

TEST(DeadPhone, CostsAShareOfAWorkingOne) {
    EXPECT_DOUBLE_EQ(dead_phone_price(parameters(), 3300), 660);
}

TEST(Breach, BecomesKnownOnAnotherDay) {
    HandInParameters p = parameters();
    p.promise_breach_delay = 0;
    EXPECT_EQ(days_until_breach(p, 0.9), 1);
    p.promise_breach_delay = 1;
    EXPECT_EQ(days_until_breach(p, 0.36), 1);  // P(0) = 0.3679
    EXPECT_EQ(days_until_breach(p, 0.37), 2);
}

TEST(HandInValues, AQuietHolderLosesNothingByKeeping) {
    HandInSituation now = somebody();
    now.net_benefit = -3;
    now.risk = 0.05;  // a r X = 24: a decoy is worth no calls either
    const HandInValues values = hand_in_values(parameters(), now);
    EXPECT_NEAR(values.keep, 0.3, 1e-15);
    EXPECT_NEAR(values.decoy, 0.26, 1e-14);  // 0 + 0.3 + 0.16 - 0.2
}

TEST(HandInValues, APhoneIsNotKeptForLaterWhereCalmTimesAreNoBetter) {
    HandInSituation now = somebody();
    now.calm_loss = 1.5;
    EXPECT_NEAR(hand_in_values(parameters(), now).keep, 0.4, 1e-15);
    EXPECT_NEAR(hand_in_values(parameters(), now).decoy, 0.48, 1e-14);
}

TEST(HandInOdds, AreALogitOfTheValues) {
    const HandInOdds odds = hand_in_odds(parameters(), {0.15, 0.3, 0}, WaysOut::three);
    // e^1 : e^2 : e^0
    const double sum = std::exp(1.0) + std::exp(2.0) + 1;
    EXPECT_NEAR(odds.keep, std::exp(1.0) / sum, 1e-15);
    EXPECT_NEAR(odds.decoy, std::exp(2.0) / sum, 1e-15);
    EXPECT_NEAR(odds.real, 1 / sum, 1e-15);
    const HandInOdds other = hand_in_odds(parameters(), {0.3, 0.15, 0}, WaysOut::three);
    EXPECT_NEAR(other.keep, std::exp(2.0) / sum, 1e-15);
    EXPECT_NEAR(other.decoy, std::exp(1.0) / sum, 1e-15);
    EXPECT_NEAR(other.real, 1 / sum, 1e-15);
}

TEST(HandInOdds, AreEvenAmongEqualsAndOneForMuchTheBest) {
    const HandInOdds even = hand_in_odds(parameters(), {5, 5, 5}, WaysOut::three);
    EXPECT_NEAR(even.keep, 1.0 / 3, 1e-15);
    EXPECT_NEAR(even.decoy, 1.0 / 3, 1e-15);
    EXPECT_EQ(hand_in_odds(parameters(), {1e4, 0, 0}, WaysOut::three).keep, 1);
    EXPECT_EQ(hand_in_odds(parameters(), {0, 1e4, 0}, WaysOut::three).decoy, 1);
    EXPECT_EQ(hand_in_odds(parameters(), {0, 0, 1e4}, WaysOut::three).real, 1);
    EXPECT_EQ(hand_in_odds(parameters(), {-1e4, -1e4 - 500, -1e4 - 500}, WaysOut::three).keep, 1);
}

TEST(HandInOdds, WithoutADeadPhoneTheChoiceIsBetweenTheOtherTwo) {
    const HandInOdds odds = hand_in_odds(parameters(), {0.15, 1e4, 0}, WaysOut::two);
    EXPECT_NEAR(odds.keep, std::exp(1.0) / (std::exp(1.0) + 1), 1e-15);
    EXPECT_EQ(odds.decoy, 0);
    EXPECT_NEAR(odds.real, 1 / (std::exp(1.0) + 1), 1e-15);
}

TEST(HandInChoice, FollowsTheOddsInTheOrderKeepDecoyReal) {
    const HandInOdds odds{0.5, 0.3, 0.2};
    EXPECT_EQ(choose_hand_in(odds, 0.49), HandIn::keep);
    EXPECT_EQ(choose_hand_in(odds, 0.5), HandIn::decoy);
    EXPECT_EQ(choose_hand_in(odds, 0.79), HandIn::decoy);
    EXPECT_EQ(choose_hand_in(odds, 0.8), HandIn::real);
    EXPECT_EQ(choose_hand_in(odds, 0.99), HandIn::real);
}

}  // namespace
}  // namespace tumen
