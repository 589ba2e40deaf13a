#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/day.hpp"

/// Step 9 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

/// Everybody considers every day; values that decide alone are set by `settings`.
Plan hand_in_day(std::initializer_list<Setting> settings = {}) {
    Plan plan = still_plan();
    set_parameters(plan, {{"deadline_salience", 1},
                          {"deadline_salience_time", 1e9},
                          {"choice_scale", 1e-3},
                          {"patience", 0},
                          {"penalty", 0},
                          {"decoy_refusal", 0},
                          {"decoy_refusal_watched", 0},
                          {"dead_phone_found.family", 0},
                          {"dead_phone_found.smuggler", 0},
                          {"dead_phone_found.broker", 0},
                          {"amnesty_value", 0},
                          {"confession_cost", 0},
                          {"watched_fatigue", 0},
                          {"hand_in_relief", 0.8},
                          {"promise_breach", 0}});
    set_parameters(plan, settings);
    plan.hand_in_drives = {{0, 30, Forgiveness::promised}};
    return plan;
}

struct HandInDay : Day {
    using Day::Day;
    std::int64_t count(Count what) const {
        std::int64_t sum = 0;
        for (const Ward& ward : town.city.wards)
            sum += ward.today[what];
        return sum;
    }
    std::int64_t all() const {
        return count(Count::decoys_professional) + count(Count::decoys_family) +
               count(Count::real_professional) + count(Count::real_family);
    }
    void hand_in() {
        start_day(now(), town.city);
        for (Ward& ward : town.city.wards)
            hand_in_phones(now(), ward);
    }
    std::int64_t holders() const {
        std::int64_t sum = 0;
        for (const Ward& ward : town.city.wards) {
            for (const PersonPlace i : ward.persons.identity.places())
                sum += ward.persons.is(i, Flag::phone);
        }
        return sum;
    }
};

/// Confessing is worth more than anything.
constexpr Setting confess{"amnesty_value", 1e6};

TEST(HandInDrive, WhereKeepingIsBestEverybodyKeeps) {
    HandInDay day(hand_in_day());
    const std::int64_t holders = day.holders();
    day.hand_in();
    EXPECT_EQ(day.count(Count::considered), holders);
    EXPECT_EQ(day.all(), 0);
    EXPECT_EQ(day.holders(), holders);
}

TEST(HandInDrive, WhereConfessingIsBestEverybodyHandsInTheWorkingPhone) {
    HandInDay day(hand_in_day({confess,
                               {"contact_benefit.smuggler", 0},
                               {"contact_benefit.broker", 0},
                               {"contact_benefit.family", 0}}));
    const std::int64_t holders = day.holders();
    day.hand_in();
    EXPECT_EQ(day.count(Count::real_family) + day.count(Count::real_professional), holders);
    EXPECT_EQ(day.count(Count::decoys_family) + day.count(Count::decoys_professional), 0);
    EXPECT_EQ(day.holders(), 0);
    EXPECT_EQ(day.count(Count::broker_real),
              static_cast<std::int64_t>(day.town.city.brokers.size()));
    EXPECT_EQ(day.count(Count::broker_real_followed), 0);
}

TEST(HandInDrive, WithAnOldPhoneOneHandsInThatOneAndGoesOnCalling) {
    HandInDay day(hand_in_day({{"amnesty_value", 100}}));
    const Who who = person(day.town.city, Role::smuggler);
    who.raise(Flag::old_phone);
    day.hand_in();
    EXPECT_TRUE(who.is(Flag::phone));
    EXPECT_TRUE(who.is(Flag::calling));
    EXPECT_FALSE(who.is(Flag::old_phone));
    EXPECT_EQ(who.ward->today[Count::decoys_professional], 1);
    EXPECT_EQ(day.count(Count::decoys_family), 0);
}

TEST(HandInDrive, CountsFamiliesAndProfessionalsApart) {
    HandInDay day(hand_in_day({confess}));
    for (Ward& ward : day.town.city.wards) {
        for (const PersonPlace i : ward.persons.identity.places())
            ward.persons.raise(i, Flag::old_phone);
    }
    std::int64_t families = 0;
    for (const Ward& ward : day.town.city.wards) {
        for (const Identity& identity : ward.persons.identity)
            families += identity.role == Role::family;
    }
    const std::int64_t holders = day.holders();
    day.hand_in();
    EXPECT_EQ(day.count(Count::decoys_family), families);
    EXPECT_EQ(day.count(Count::decoys_professional), holders - families);
}

TEST(HandInDrive, RelievesFromSuspicionAndFromBeingFollowed) {
    HandInDay day(hand_in_day({confess, {"contact_benefit.broker", 0}}));
    const Who who = broker(day.town.city, 0);
    who.persons().suspicion_base[who.i] = 0.4;
    who.suspicion() = 0.6;
    who.persons().watched[who.i] = 9;
    who.raise(Flag::followed);
    day.hand_in();
    EXPECT_FALSE(who.is(Flag::phone));
    EXPECT_FALSE(who.is(Flag::calling));
    EXPECT_FALSE(who.is(Flag::followed));
    EXPECT_EQ(days_watched(day.now(), *who.ward, who.i), 0);
    EXPECT_NEAR(suspicion_of(day.now(), *who.ward, who.i), 0.2, 1e-12);
    EXPECT_EQ(who.persons().oath_day[who.i], 0);
    EXPECT_TRUE(who.is(Flag::signed_oath));
    EXPECT_EQ(day.count(Count::broker_real_followed), 1);
}

TEST(HandInDrive, AsksNothingOfWhoWasCaughtOrHasNoPhone) {
    HandInDay day(hand_in_day({confess}));
    const Who caught = person(day.town.city, Role::smuggler, 0);
    const Who without = person(day.town.city, Role::smuggler, 1);
    start_day(day.now(), day.town.city);
    caught.raise(Flag::caught);
    without.lower(Flag::phone);
    for (Ward& ward : day.town.city.wards)
        hand_in_phones(day.now(), ward);
    EXPECT_TRUE(caught.is(Flag::phone));
    EXPECT_FALSE(caught.is(Flag::signed_oath));
    EXPECT_FALSE(without.is(Flag::signed_oath));
    EXPECT_TRUE(person(day.town.city, Role::smuggler, 2).is(Flag::signed_oath));
}

TEST(HandInDrive, HappensOnlyWhileItLasts) {
    HandInDay day(hand_in_day({confess}));
    day.conditions.hand_in_drive = false;
    day.hand_in();
    EXPECT_EQ(day.count(Count::considered), 0);
    EXPECT_EQ(day.all(), 0);
}

TEST(HandInDrive, WithoutAPromiseNobodyBelievesInForgiveness) {
    HandInDay day(hand_in_day({confess}));
    day.conditions.forgiveness = Forgiveness::none;
    day.hand_in();
    EXPECT_GT(day.count(Count::considered), 0);
    EXPECT_EQ(day.all(), 0);
}

TEST(HandInDrive, WhereBeliefIsGoneAPromiseIsWorthNothing) {
    HandInDay day(hand_in_day({confess}));
    for (Ward& ward : day.town.city.wards)
        ward.belief_left = 0;
    day.hand_in();
    EXPECT_EQ(day.all(), 0);
}

TEST(HandInDrive, ADeadPhoneIsFoundByWhoHasTheMoneyAndPaidFor) {
    HandInDay day(hand_in_day({{"amnesty_value", 100},
                               {"dead_phone_found.smuggler", 1},
                               {"dead_phone_price", 0.2},
                               {"phone_price", 1500},
                               {"threat_hand_in", 1}}));
    const Who rich = person(day.town.city, Role::smuggler, 0);
    const Who poor = person(day.town.city, Role::smuggler, 1);
    set_savings(rich, 300);
    set_savings(poor, 299);
    day.hand_in();
    EXPECT_NEAR(savings(day.now(), rich), 0, 1e-9);
    EXPECT_NEAR(savings(day.now(), poor), 299, 1e-9);
    EXPECT_TRUE(rich.is(Flag::phone));
    EXPECT_FALSE(rich.is(Flag::old_phone));  // it was handed in
    EXPECT_FALSE(poor.is(Flag::phone));
    EXPECT_EQ(day.count(Count::dead_phones_bought), day.count(Count::decoys_professional));
    EXPECT_GT(day.count(Count::dead_phones_bought), 0);
}

TEST(HandInDrive, ARefusedDeadPhoneThatWasBoughtStays) {
    HandInDay day(hand_in_day({{"amnesty_value", 100},
                               {"dead_phone_found.smuggler", 1},
                               {"dead_phone_price", 0},
                               {"decoy_refusal", 1}}));
    const Who who = person(day.town.city, Role::smuggler);
    day.hand_in();
    EXPECT_TRUE(who.is(Flag::old_phone));
    EXPECT_TRUE(who.is(Flag::caught));
    EXPECT_EQ(day.count(Count::decoys_professional), 0);
    EXPECT_GT(day.count(Count::dead_phones_bought), 0);
}

TEST(HandInDrive, AnOfferRefusedIsRememberedAndAThoughtOfOnesOwnIsNot) {
    HandInDay asked(hand_in_day({{"deadline_salience", 0}, {"hand_in_offer", 1}}));
    const Who who = person(asked.town.city, Role::smuggler);
    who.raise(Flag::followed);
    asked.hand_in();
    EXPECT_EQ(who.persons().offers[who.i], 1u);
    HandInDay alone(hand_in_day({{"hand_in_offer", 0}}));
    const Who other = person(alone.town.city, Role::smuggler);
    other.raise(Flag::followed);
    alone.hand_in();
    EXPECT_EQ(other.persons().offers[other.i], 0u);
}

TEST(HandInDrive, ThoughtOfOnlyUntilOneHasHandedIn) {
    HandInDay day(hand_in_day());
    const Who who = person(day.town.city, Role::smuggler);
    who.raise(Flag::handed_in);
    const std::int64_t holders = day.holders();
    day.conditions.hand_in_drive_begins = false;
    day.hand_in();
    EXPECT_EQ(day.count(Count::considered), holders - 1);
}

TEST(HandInDrive, WhatIsHandedInIsNoted) {
    HandInDay day(hand_in_day({confess, {"contact_benefit.broker", 0}}));
    const Who who = broker(day.town.city, 0);
    day.hand_in();
    EXPECT_TRUE(who.is(Flag::handed_in));
    EXPECT_EQ(std::count(who.ward->handed_in.begin(), who.ward->handed_in.end(), who.i), 1);
}

TEST(HandInDrive, ARefusedDecoyIsCaughtAndNothingIsHandedIn) {
    HandInDay day(hand_in_day({{"amnesty_value", 100}, {"decoy_refusal", 1}}));
    const Who who = person(day.town.city, Role::smuggler);
    who.raise(Flag::old_phone);
    day.conditions.pressure = 0;
    day.hand_in();
    EXPECT_EQ(who.ward->today[Count::decoys_refused], 1);
    EXPECT_EQ(who.ward->today[Count::decoys_professional], 0);
    EXPECT_TRUE(who.is(Flag::caught));
    EXPECT_EQ(who.ward->caught, std::vector<PersonPlace>(1, who.i));
    EXPECT_TRUE(who.is(Flag::old_phone));
    EXPECT_FALSE(who.is(Flag::signed_oath));
}

TEST(HandInDrive, ThePromiseMayBeBrokenLater) {
    HandInDay day(hand_in_day({confess, {"promise_breach", 1}, {"promise_breach_delay", 0}}));
    const Who who = broker(day.town.city, 0);
    day.hand_in();
    EXPECT_EQ(who.persons().breach_day[who.i], 1);
    EXPECT_EQ(std::count(who.ward->promised.begin(), who.ward->promised.end(), who.i), 1);
    HandInDay kept(hand_in_day({confess}));
    kept.hand_in();
    EXPECT_EQ(broker(kept.town.city, 0).persons().breach_day[broker(kept.town.city, 0).i], never);
}

TEST(HandInDrive, AFurtherHandInMovesTheDayOfTheBreach) {
    HandInDay day(hand_in_day({confess, {"promise_breach", 1}, {"promise_breach_delay", 0}}));
    const Who who = broker(day.town.city, 0);
    day.hand_in();
    who.raise(Flag::phone);
    day.conditions.day = 5;
    draw_chances(day.now(), *who.ward, who.i);
    start_day(day.now(), *who.ward);
    hand_in_phones(day.now(), *who.ward);
    EXPECT_EQ(who.persons().breach_day[who.i], 6);
    EXPECT_EQ(std::count(who.ward->promised.begin(), who.ward->promised.end(), who.i), 1);
}

TEST(HandInDrive, OfficersAskThoseWhomTheyFollow) {
    HandInDay day(hand_in_day({{"deadline_salience", 0}, {"hand_in_offer", 1}}));
    const Who who = person(day.town.city, Role::smuggler);
    day.hand_in();
    EXPECT_EQ(day.count(Count::considered), 0);
    who.raise(Flag::followed);
    day.hand_in();
    EXPECT_EQ(day.count(Count::considered), 1);
}

TEST(HandInDrive, IsConsideredOnceADayHoweverOftenAsked) {
    HandInDay day(hand_in_day({{"hand_in_offer", 1}}));
    const Who who = person(day.town.city, Role::smuggler);
    who.raise(Flag::followed);
    day.hand_in();
    EXPECT_EQ(day.count(Count::considered), day.holders());
}

TEST(HandInDrive, ComesToMindMoreOftenTowardsTheDeadline) {
    HandInDay day(hand_in_day({{"deadline_salience", 0.5}, {"deadline_salience_time", 10}}));
    double expected = 0;
    double variance = 0;
    std::int64_t considered = 0;
    const auto holders = static_cast<double>(day.holders());
    for (std::int32_t d = 0; d <= 30; ++d) {
        day.conditions = day.town.on(d);
        day.hand_in();
        considered += day.count(Count::considered);
        const double p = 0.5 * std::exp(-(30 - d) / 10.0);
        expected += holders * p;
        variance += holders * p * (1 - p);
    }
    EXPECT_GT(expected, 100);
    EXPECT_NEAR(static_cast<double>(considered), expected, 5 * std::sqrt(variance));
}

}  // namespace
}  // namespace tumen
