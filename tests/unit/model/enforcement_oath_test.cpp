#include <gtest/gtest.h>

#include <cmath>

#include "support/day.hpp"

/// Step 10 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

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
        for (const PersonPlace i : ward.persons.identity.places()) {
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
        for (const PersonPlace i : ward.persons.identity.places()) {
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
    EXPECT_EQ(day.town.city.wards.front().units[UnitId(0)].oath_day, 0);
    day.conditions = day.town.on(35);  // no drive
    visit(day, day.town.city);
    EXPECT_EQ(day.town.city.wards.front().units[UnitId(0)].oath_day, 0);
    day.conditions = day.town.on(40);  // the next one
    visit(day, day.town.city);
    EXPECT_EQ(day.town.city.wards.front().units[UnitId(0)].oath_day, 40);
    EXPECT_EQ(day.town.city.wards.front().persons.oath_day[PersonPlace(0)], 40);
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
        for (const PersonPlace i : ward.persons.identity.places()) {
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
        for (const PersonPlace i : ward.persons.identity.places()) {
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
    Ward& ward = day.town.city.wards.front();
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
