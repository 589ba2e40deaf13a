#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "support/still.hpp"

/// Steps 8 to 10 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

struct Day {
    Town town;
    DayConditions conditions;
    explicit Day(Plan plan) : town(std::move(plan)), conditions(town.on(0)) {}
    Today now() const { return today_in(town.city, conditions); }
};

// ---- 8 Following ----

Plan following_plan() {
    Plan plan = still_plan();
    set_parameters(plan, {{"officers_per_ward", 2},
                          {"officer_caseload", 1},
                          {"central_caseload", 1},
                          {"follow_threshold", 0.5},
                          {"follow_threshold_drive", 0.4}});
    return plan;
}

class Following : public ::testing::Test {
  protected:
    Day day{following_plan()};
    Ward& ward = day.town.city.wards[0];
    Persons& persons = ward.persons;

    void suspect(std::uint32_t i, double suspicion) {
        persons.suspicion_excess[i] = suspicion;
        persons.raise(i, Flag::suspect);
    }
    std::set<std::uint32_t> followed() {
        start_day(day.now(), ward);
        choose_followed(day.now(), ward);
        std::set<std::uint32_t> who;
        for (std::uint32_t i = 0; i < persons.size(); ++i) {
            if (persons.is(i, Flag::followed)) who.insert(i);
        }
        return who;
    }
    using Set = std::set<std::uint32_t>;
};

TEST_F(Following, TakesTheMostSuspected) {
    ASSERT_GE(persons.size(), 6u);
    suspect(1, 0.7);
    suspect(2, 0.9);
    suspect(4, 0.8);
    EXPECT_EQ(followed(), (Set{2, 4}));
}

TEST_F(Following, TakesNobodyAtOrBelowTheThreshold) {
    suspect(1, 0.5);
    suspect(2, 0.500001);
    EXPECT_EQ(followed(), (Set{2}));
}

TEST_F(Following, LooksCloserDuringAHandInDrive) {
    suspect(1, 0.4);
    suspect(2, 0.45);
    EXPECT_EQ(followed(), (Set{}));
    suspect(2, 0.45);
    day.conditions.hand_in_drive = Answer::yes;
    EXPECT_EQ(followed(), (Set{2}));
}

TEST_F(Following, AmongEquallySuspectedTakesTheLowerId) {
    for (const std::uint32_t i : {5u, 3u, 1u, 0u})
        suspect(i, 0.7);
    EXPECT_EQ(followed(), (Set{0, 1}));
}

TEST_F(Following, TheLowerIdIsThatOfHouseholdAndMemberNotOfThePlace) {
    // a relative who gets a place last, in the household of the first of the places
    std::uint32_t household = nobody;
    for (const std::uint32_t i : ward.by_id) {
        const std::uint32_t own = persons.household[i];
        if ((ward.households[own - ward.first_household] & adults_mask) > 1) {
            household = own;
            break;
        }
    }
    ASSERT_NE(household, nobody);
    const std::uint32_t late = place_of(day.town.city, ward, day.conditions, household, 1);
    const std::uint32_t first = find_place(ward, household, 0);
    const auto last = static_cast<std::uint32_t>(persons.size() - 2);
    for (const std::uint32_t i : {late, first, last, last - 1})
        suspect(i, 0.7);
    EXPECT_EQ(followed(), (Set{first, late}));
}

TEST_F(Following, TakesOnlyWhoIsFree) {
    suspect(1, 0.9);
    suspect(2, 0.8);
    suspect(3, 0.7);
    persons.lower(1, Flag::free);
    EXPECT_EQ(followed(), (Set{2, 3}));
}

TEST_F(Following, TakesMoreWhileTheCentralTeamIsThere) {
    for (const std::uint32_t i : {0u, 1u, 2u, 3u})
        suspect(i, 0.9 - 0.1 * i);
    day.conditions.central_team = Answer::yes;
    EXPECT_EQ(followed(), (Set{0, 1, 2}));
}

TEST_F(Following, LetsGoOfWhoIsNoLongerAmongTheMostSuspected) {
    suspect(1, 0.9);
    EXPECT_EQ(followed(), (Set{1}));
    suspect(1, 0.1);
    suspect(2, 0.9);
    EXPECT_EQ(followed(), (Set{2}));
    EXPECT_TRUE(persons.is(1, Flag::followed_at_dawn));
}

TEST_F(Following, CountsSuspicionFromTheStartAndWhatWasAdded) {
    persons.suspicion_base[1] = 0.3;
    suspect(1, 0.3);
    persons.suspicion_base[2] = 0.3;
    suspect(2, 0.1);
    EXPECT_EQ(followed(), (Set{1}));
}

TEST_F(Following, WhoIsFollowedAnewBringsWhatIsLeftOfDaysWatchedBefore) {
    suspect(1, 0.9);
    persons.watched[1] = 8;
    persons.watched_clock[1] = -1;  // a half-life before the first day
    followed();
    EXPECT_DOUBLE_EQ(persons.watched[1], 4);
    EXPECT_EQ(persons.watched_clock[1], day.conditions.watched_clock);
}

TEST_F(Following, AForgottenSuspectIsRememberedAfterTheNextEvent) {
    suspect(1, 0.1);
    followed();
    EXPECT_FALSE(persons.is(1, Flag::suspect));
    add_suspicion(day.now(), ward, 1, 0.6);
    EXPECT_EQ(followed(), (Set{1}));
}

TEST_F(Following, WhoIsSuspectFromTheStartIsNeverForgotten) {
    persons.suspicion_base[1] = 0.6;
    suspect(1, -0.5);  // relieved for now
    EXPECT_EQ(followed(), (Set{}));
    persons.suspicion_excess[1] = 0;
    EXPECT_EQ(followed(), (Set{1}));
}

TEST(Extortion, TakesFromThePurseOfWhoIsFollowed) {
    Plan plan = following_plan();
    set_parameters(plan, {{"extortion", 1}, {"extortion_amount", 1000}});
    Day day(plan);
    const Who rich = person(day.town.city.wards[0], Role::smuggler);
    const Who poor = person(day.town.city.wards[1], Role::smuggler);
    for (const Who& who : {rich, poor}) {
        who.suspicion() = 1;
        who.raise(Flag::suspect);
    }
    set_savings(rich, 5000);
    set_savings(poor, 300);
    day.conditions.pressure = 0.5;
    start_day(day.now(), day.town.city);
    for (Ward& ward : day.town.city.wards)
        choose_followed(day.now(), ward);
    extort_from_followed(day.now(), day.town.city.wards);
    EXPECT_NEAR(savings(day.now(), rich), 3500, 1e-9);
    EXPECT_NEAR(savings(day.now(), poor), 0, 1e-9);
    EXPECT_NEAR(rich.ward->today[Quantity::extorted], 1500, 1e-9);
    EXPECT_NEAR(poor.ward->today[Quantity::extorted], 300, 1e-9);
}

// ---- 9 Hand-in drive ----

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
                          {"old_phone_cost", 1e6},
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
            for (std::size_t i = 0; i < ward.persons.size(); ++i)
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
        for (std::size_t i = 0; i < ward.persons.size(); ++i)
            ward.persons.raise(i, Flag::old_phone);
    }
    std::int64_t families = 0;
    for (const Ward& ward : day.town.city.wards) {
        for (const Role role : ward.persons.role)
            families += role == Role::family;
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
    day.conditions.hand_in_drive = Answer::no;
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

TEST(HandInDrive, ARefusedDecoyIsCaughtAndNothingIsHandedIn) {
    HandInDay day(hand_in_day({{"amnesty_value", 100}, {"decoy_refusal", 1}}));
    const Who who = person(day.town.city, Role::smuggler);
    who.raise(Flag::old_phone);
    day.conditions.pressure = 0;
    day.hand_in();
    EXPECT_EQ(who.ward->today[Count::decoys_refused], 1);
    EXPECT_EQ(who.ward->today[Count::decoys_professional], 0);
    EXPECT_TRUE(who.is(Flag::caught));
    EXPECT_EQ(who.ward->caught, (std::vector<std::uint32_t>{who.i}));
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

// ---- 10 Oath drive ----

Plan oath_day(std::initializer_list<Setting> settings = {}) {
    Plan plan = still_plan();
    set_parameters(plan, {{"oath_visit", 1}, {"oath_fear", 0.01}, {"suspicion_refusal", 0.3}});
    set_parameters(plan, settings);
    plan.oath_drives = {{0, 30}, {40, 50}};
    return plan;
}

std::int64_t signed_adults(const City& city) {
    std::int64_t sum = 0;
    for (const Ward& ward : city.wards) {
        sum += ward.signed_unseen;
        for (std::size_t i = 0; i < ward.persons.size(); ++i) {
            sum += ward.persons.is(i, Flag::signed_oath);
        }
    }
    return sum;
}

void visit(const Day& day, City& city) {
    for (Ward& ward : city.wards)
        visit_units(day.now(), ward);
}

TEST(OathDrive, EveryFreeAdultOfAVisitedUnitSignsAndIsFrightened) {
    Day day(oath_day());
    visit(day, day.town.city);
    EXPECT_EQ(signed_adults(day.town.city), static_cast<std::int64_t>(day.town.city.adults));
    const double baseline = day.now().p.drift.risk_baseline;
    for (const Ward& ward : day.town.city.wards) {
        for (const WatchUnit& unit : ward.units) {
            EXPECT_NEAR(perceived_risk(day.now(), unit.risk_excess), frightened(baseline, 0.01),
                        1e-15);
            EXPECT_EQ(unit.oath_day, 0);
        }
        for (std::size_t i = 0; i < ward.persons.size(); ++i) {
            EXPECT_NEAR(risk_of(day.now(), ward, i), frightened(baseline, 0.01), 1e-15);
            EXPECT_EQ(ward.persons.oath_day[i], 0);
        }
    }
}

TEST(OathDrive, AUnitIsVisitedOnceADrive) {
    Day day(oath_day());
    visit(day, day.town.city);
    day.conditions = day.town.on(5);
    visit(day, day.town.city);
    EXPECT_EQ(day.town.city.wards[0].units[0].oath_day, 0);
    day.conditions = day.town.on(35);  // no drive
    visit(day, day.town.city);
    EXPECT_EQ(day.town.city.wards[0].units[0].oath_day, 0);
    day.conditions = day.town.on(40);  // the next one
    visit(day, day.town.city);
    EXPECT_EQ(day.town.city.wards[0].units[0].oath_day, 40);
    EXPECT_EQ(day.town.city.wards[0].persons.oath_day[0], 40);
    EXPECT_EQ(signed_adults(day.town.city), static_cast<std::int64_t>(day.town.city.adults));
}

TEST(OathDrive, UnitsAreVisitedAsOftenAsTheRuleSays) {
    Plan plan =
        oath_day({{"oath_visit", 0.1}, {"unit_households_min", 2}, {"unit_households_max", 2}});
    plan.parameters.population.residents = 4000;
    plan.cities[0].residents = 4000;
    Day day(plan);
    std::size_t units = 0;
    for (const Ward& ward : day.town.city.wards)
        units += ward.units.size();
    ASSERT_EQ(units, 500u);
    for (std::int32_t d = 0; d < 10; ++d) {
        day.conditions = day.town.on(d);
        visit(day, day.town.city);
    }
    double visited = 0;
    for (const Ward& ward : day.town.city.wards) {
        for (const WatchUnit& unit : ward.units)
            visited += unit.oath_day != never;
    }
    const double p = 1 - std::pow(0.9, 10);
    EXPECT_NEAR(visited, 500 * p, 5 * std::sqrt(500 * p * (1 - p)));
}

TEST(OathDrive, RefusersAreSuspectedFrightenedAndUnsworn) {
    Day day(oath_day({{"oath_refusal", 1}}));
    visit(day, day.town.city);
    EXPECT_EQ(signed_adults(day.town.city), 0);
    const double baseline = day.now().p.drift.risk_baseline;
    std::size_t people = 0;
    for (const Ward& ward : day.town.city.wards) {
        people += ward.persons.size();
        for (std::size_t i = 0; i < ward.persons.size(); ++i) {
            EXPECT_NEAR(suspicion_of(day.now(), ward, i), 0.3, 1e-12);
            EXPECT_NEAR(risk_of(day.now(), ward, i), frightened(baseline, 0.01), 1e-15);
            EXPECT_EQ(ward.persons.oath_day[i], never);
        }
    }
    EXPECT_EQ(people, day.town.city.adults);  // refusing made everybody a person of interest
}

TEST(OathDrive, RefusingASecondTimeLeavesTheFirstOathStanding) {
    Plan plan = oath_day();
    plan.schedules = {scheduled("oath_refusal", 40, 59, 1)};
    Day day(plan);
    visit(day, day.town.city);
    day.conditions = day.town.on(40);
    visit(day, day.town.city);
    EXPECT_EQ(signed_adults(day.town.city), static_cast<std::int64_t>(day.town.city.adults));
    for (const Ward& ward : day.town.city.wards) {
        for (std::size_t i = 0; i < ward.persons.size(); ++i) {
            EXPECT_EQ(ward.persons.oath_day[i], 0);
        }
    }
}

TEST(OathDrive, SomeRefuse) {
    Day day(oath_day({{"oath_refusal", 0.2}}));
    visit(day, day.town.city);
    const double adults = day.town.city.adults;
    EXPECT_NEAR(static_cast<double>(signed_adults(day.town.city)), 0.8 * adults,
                5 * std::sqrt(0.16 * adults));
}

TEST(OathDrive, PassesByWhoIsNotFree) {
    Day day(oath_day());
    const Who who = person(day.town.city, Role::family);
    who.lower(Flag::free);
    who.raise(Flag::imprisoned);
    visit(day, day.town.city);
    EXPECT_FALSE(who.is(Flag::signed_oath));
    EXPECT_EQ(who.persons().risk_excess[who.i], 0);
    EXPECT_EQ(signed_adults(day.town.city), static_cast<std::int64_t>(day.town.city.adults) - 1);
}

TEST(OathDrive, PassesByTheHousesOfTheExiled) {
    Day day(oath_day());
    Ward& ward = day.town.city.wards[0];
    std::int64_t gone = 0;
    for (std::uint8_t& mark : ward.households) {
        if (mark & known_mark) continue;
        gone += mark & adults_mask;
        mark |= exiled_mark;
    }
    visit(day, day.town.city);
    EXPECT_EQ(signed_adults(day.town.city), static_cast<std::int64_t>(day.town.city.adults) - gone);
}

}  // namespace
}  // namespace tumen
