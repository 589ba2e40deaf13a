#include "model/state/today.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/purposes.hpp"
#include "rules/oath.hpp"
#include "support/still.hpp"

namespace tumen {
namespace {

using namespace tumen::testing;

/// A household of the ward in which nobody has a place.
HouseholdId unknown_household(const Ward& ward, std::uint32_t skip = 0) {
    for (std::uint32_t h = 0; h < ward.households.size(); ++h) {
        const HouseholdId household(ward.first_household + h);
        if (find_place(ward, {household, 0}) == nobody && skip-- == 0) return household;
    }
    return nobody;
}

/// Another adult of somebody's household who has no place; nobody if there is none.
Who with_unknown_relative(City& city) {
    for (Ward& ward : city.wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            const HouseholdId household = ward.persons.identity[i].household;
            if (adults_in(ward, household) > 1) {
                return {&ward, i};
            }
        }
    }
    return {};
}

class World : public ::testing::Test {
  protected:
    Town town{still_plan()};
    DayConditions day = town.on(20);
    Ward& ward = town.city.wards.front();
    Today now() const { return today_in(town.city, day); }
};

TEST_F(World, FindsWhoHasAPlaceAndNobodyElse) {
    for (const PersonPlace i : ward.persons.identity.places()) {
        EXPECT_EQ(
            find_place(ward, {ward.persons.identity[i].household, ward.persons.identity[i].member}),
            i);
        EXPECT_EQ(find_place(ward, {ward.persons.identity[i].household, 5}), nobody);
    }
    EXPECT_EQ(find_place(ward, {unknown_household(ward), 0}), nobody);
}

TEST_F(World, ANewPlaceStartsAsThePersonsUnit) {
    const HouseholdId household = unknown_household(ward);
    WatchUnit& unit = ward.units[unit_of(ward, household)];
    unit.risk_excess = 0.0123;
    unit.oath_day = 11;
    ward.signed_unseen = 40;
    const PersonPlace place = place_of(town.city, ward, day, {household, 0});
    const Persons& persons = ward.persons;
    EXPECT_EQ(persons.risk_excess[place], 0.0123);
    EXPECT_EQ(persons.oath_day[place], 11);
    EXPECT_TRUE(persons.is(place, Flag::signed_oath));
    EXPECT_EQ(ward.signed_unseen, 39);
    EXPECT_TRUE(persons.is(place, Flag::free));
    EXPECT_FALSE(persons.is(place, Flag::phone));
    EXPECT_EQ(persons.identity[place].role, Role::resident);
    EXPECT_EQ(persons.suspicion_base[place], 0);
    EXPECT_EQ(persons.watched[place], 0);
    EXPECT_EQ(persons.watched_clock[place], day.watched_clock);
    EXPECT_EQ(persons.identity[place].unit, unit_of(ward, household));
    EXPECT_EQ(persons.breach_day[place], never);
}

TEST_F(World, WithoutAnOathOfTheUnitANewPlaceHasNone) {
    const PersonPlace place = place_of(town.city, ward, day, {unknown_household(ward), 0});
    EXPECT_FALSE(ward.persons.is(place, Flag::signed_oath));
    EXPECT_EQ(ward.persons.oath_day[place], never);
    EXPECT_EQ(ward.signed_unseen, 0);
}

TEST_F(World, APlaceIsMadeOnceAndFoundAgain) {
    const HouseholdId household = unknown_household(ward);
    const PersonPlace place = place_of(town.city, ward, day, {household, 0});
    EXPECT_EQ(place_of(town.city, ward, day, {household, 0}), place);
    EXPECT_EQ(find_place(ward, {household, 0}), place);
    const PersonPlace known = ward.by_id[0];
    EXPECT_EQ(place_of(town.city, ward, day, {ward.persons.identity[known].household, 0}), known);
}

TEST_F(World, PlacesStayInOrderOfHouseholdAndMember) {
    for (std::uint32_t skip : {7u, 0u, 3u, 1u}) {
        place_of(town.city, ward, day, {unknown_household(ward, skip), 0});
    }
    const Persons& persons = ward.persons;
    ASSERT_EQ(ward.by_id.size(), persons.size());
    for (std::size_t n = 1; n < ward.by_id.size(); ++n) {
        const auto id = [&](PersonPlace i) {
            return std::pair(persons.identity[i].household, persons.identity[i].member);
        };
        ASSERT_LT(id(ward.by_id[n - 1]), id(ward.by_id[n]));
    }
}

TEST_F(World, ANewPlaceHasTheSameTraitsAsIfItHadBeenThereFromTheStart) {
    Plan plan = still_plan();
    set_parameters(plan, {{"aversion_spread", 0.5}});
    Town lazy(plan);
    // where all residents hold phones, everybody has a place
    set_parameters(plan, {{"phone_share.resident", 1}});
    Town eager(plan);
    for (const WardId w : lazy.city.wards.places()) {
        Ward& theirs = lazy.city.wards[w];
        const Ward& all = eager.city.wards[w];
        ASSERT_EQ(all.persons.size(), all.adults);
        for (const PersonPlace i : all.persons.identity.places()) {
            const PersonPlace place =
                place_of(lazy.city, theirs, lazy.on(0),
                         {all.persons.identity[i].household, all.persons.identity[i].member});
            ASSERT_EQ(theirs.persons.identity[place].aversion, all.persons.identity[i].aversion);
            ASSERT_EQ(theirs.persons.identity[place].base_need, all.persons.identity[i].base_need);
            ASSERT_EQ(theirs.persons.identity[place].role, all.persons.identity[i].role);
            ASSERT_EQ(theirs.persons.identity[place].unit, all.persons.identity[i].unit);
            const HomePlace mine = theirs.persons.identity[place].home;
            const HomePlace theirs_home = all.persons.identity[i].home;
            ASSERT_EQ(theirs.homes.base_need[mine], all.homes.base_need[theirs_home]);
            ASSERT_EQ(theirs.homes.savings_base[mine], all.homes.savings_base[theirs_home]);
        }
        ASSERT_EQ(theirs.homes.size(), all.homes.size());
    }
}

TEST_F(World, MembersOfOneHouseholdShareTheirHome) {
    const Who who = with_unknown_relative(town.city);
    const std::size_t homes = who.ward->homes.size();
    const PersonPlace relative = place_of(town.city, *who.ward, day, {who.household(), 1});
    EXPECT_EQ(who.ward->persons.identity[relative].home, who.home());
    EXPECT_EQ(who.ward->homes.size(), homes);
    EXPECT_EQ(who.ward->homes.entries[who.home()].first_person, who.i);
}

TEST_F(World, ReadsRiskBySharedDecay) {
    const Who who = person(town.city, Role::family);
    who.persons().risk_excess[who.i] = 0.04;
    EXPECT_DOUBLE_EQ(risk_of(now(), *who.ward, who.i),
                     now().p.drift.risk_baseline + 0.04 * day.risk_left);
    EXPECT_LT(day.risk_left, 1);
    double excess = 0;
    frighten(now(), excess, 0.05);
    EXPECT_NEAR(perceived_risk(now(), excess), frightened(now().p.drift.risk_baseline, 0.05),
                1e-15);
}

TEST_F(World, SuspicionIsAddedAndScaledAsOfToday) {
    const Who who = person(town.city, Role::family);
    who.persons().suspicion_base[who.i] = 0.2;
    who.suspicion() = 0.4;
    who.lower(Flag::suspect);
    const double before = suspicion_of(now(), *who.ward, who.i);
    EXPECT_NEAR(before, 0.2 + 0.4 * day.suspicion_left, 1e-15);
    add_suspicion(now(), *who.ward, who.i, 1);
    EXPECT_NEAR(suspicion_of(now(), *who.ward, who.i), before + 1, 1e-14);
    EXPECT_TRUE(who.is(Flag::suspect));
    scale_suspicion(now(), *who.ward, who.i, 0.25);
    EXPECT_NEAR(suspicion_of(now(), *who.ward, who.i), (before + 1) / 4, 1e-14);
}

TEST_F(World, SavingsAtDawnAreThoseBeforeTheDaysFirstChange) {
    const Who who = person(town.city, Role::smuggler);
    set_savings(who, 1000);
    EXPECT_EQ(savings_at_dawn(now(), *who.ward, who.home()), 1000);
    add_savings(now(), *who.ward, who.home(), 500);
    add_savings(now(), *who.ward, who.home(), -200);
    EXPECT_NEAR(savings(now(), who), 1300, 1e-9);
    EXPECT_EQ(savings_at_dawn(now(), *who.ward, who.home()), 1000);
    day = town.on(21);  // the next day knows only what is left of it
    const double expected = 1000 + 300 * 44.0 / 45;
    EXPECT_NEAR(savings(now(), who), expected, 1e-9);
    EXPECT_NEAR(savings_at_dawn(now(), *who.ward, who.home()), expected, 1e-9);
}

TEST_F(World, DaysWatchedFadeByTheClock) {
    const Who who = person(town.city, Role::smuggler);
    who.persons().watched[who.i] = 8;
    who.persons().watched_clock[who.i] = day.watched_clock - 2;  // two half-lives ago
    EXPECT_DOUBLE_EQ(days_watched(now(), *who.ward, who.i), 2);
    who.persons().watched[who.i] = 0;
    EXPECT_EQ(days_watched(now(), *who.ward, who.i), 0);
}

TEST_F(World, WhoLosesAPhoneStopsCallingAndKeepsADeadOne) {
    const Who who = person(town.city, Role::broker);
    who.raise(Flag::old_phone);
    lose_phone(*who.ward, who.i);
    EXPECT_FALSE(who.is(Flag::phone));
    EXPECT_FALSE(who.is(Flag::calling));
    EXPECT_TRUE(who.is(Flag::ever_held));
    EXPECT_TRUE(who.is(Flag::old_phone));
}

TEST_F(World, TodayKnowsItsParametersAndTables) {
    Plan plan = still_plan();
    plan.schedules = {scheduled("oath_effect", 20, 29, 0.7)};
    plan.rules.oath = OathForce::salience;
    Town scheduled_town(plan);
    const DayConditions before = scheduled_town.on(19);
    EXPECT_EQ(today_in(scheduled_town.city, before).p.contact.oath_effect,
              plan.parameters.contact.oath_effect);
    const DayConditions during = scheduled_town.on(20);
    const Today today = today_in(scheduled_town.city, during);
    EXPECT_EQ(today.p.contact.oath_effect, 0.7);
    EXPECT_EQ(today.p.contact.oath_effect, 0.7);
    EXPECT_EQ(&today.tables, &scheduled_town.simulation.tables().of(during));
}

}  // namespace
}  // namespace tumen
