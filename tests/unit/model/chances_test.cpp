#include <gtest/gtest.h>

#include <cmath>

#include "base/draw_many.hpp"
#include "model/lanes/request_draws.hpp"
#include "model/purposes.hpp"
#include "rules/remittance.hpp"
#include "support/still.hpp"

/// Chances drawn sixteen days ahead fall as they would if each were drawn on its day.
namespace tumen {
namespace {

using namespace tumen::testing;

bool bit(const DayRows& rows, std::int32_t day, std::size_t i) {
    return rows[chance_row(day)] >> (i % 64) & 1u;
}

double number_of(const Town& town, const Ward& ward, PersonPlace i, Purpose purpose,
                 std::int32_t day) {
    return chance_number(town.city.random_key, ward.persons.identity[i].household,
                         purpose::of_member(ward.persons.identity[i].member), purpose, day);
}

TEST(Chances, FallExactlyWhereTheirNumberLiesBelowTheProbability) {
    for (const double p : {0.0001, 0.003, 0.0039, 0.00390625, 0.2, 0.5, 0.35, 0.999, 0.9999}) {
        Plan plan = still_plan();
        set_parameters(plan, {{"review_rate", p},
                              {"call_rate.family", p},
                              {"call_rate.smuggler", p},
                              {"call_rate.broker", p},
                              {"deadline_salience", p}});
        plan.hand_in_drives = {{0, 59, Forgiveness::promised}};
        Town town(plan);
        for (std::int32_t day = 0; day < 40; ++day) {
            const DayConditions conditions = town.on(day);
            const Today now = today_in(town.city, conditions);
            for (Ward& ward : town.city.wards) {
                refresh_chances(now, ward);
                for (const PersonPlace i : ward.persons.identity.places()) {
                    if (!ward.persons.is(i, Flag::phone)) continue;
                    const PersonBlock& block = ward.persons.blocks[i / 64];
                    ASSERT_EQ(bit(block.review, day, i),
                              number_of(town, ward, i, purpose::review, day) < p);
                    ASSERT_EQ(bit(block.calling, day, i),
                              number_of(town, ward, i, purpose::calling, day) < p);
                    ASSERT_EQ(bit(block.salience, day, i),
                              number_of(town, ward, i, purpose::salience, day) < p);
                }
            }
        }
    }
}

TEST(Chances, OfRequestsFallWhereTheGreatestNeedWouldAsk) {
    Plan plan = still_plan();
    set_parameters(plan, {{"request_rate", 20}});
    Town town(plan);
    const double p = request_probability(plan.parameters.remittance, 1, 0);
    std::size_t asked = 0;
    for (std::int32_t day = 0; day < 40; ++day) {
        const DayConditions conditions = town.on(day);
        const Today now = today_in(town.city, conditions);
        for (Ward& ward : town.city.wards) {
            refresh_chances(now, ward);
            for (const KinPlace k : ward.kin.places()) {
                const HouseholdId household = ward.homes.household[ward.kin[k].home];
                const double u =
                    chance_number(town.city.random_key, household, 0, purpose::request, day);
                ASSERT_EQ(bit(ward.requests[k / 64], day, k), u < p);
                asked += u < p;
            }
        }
    }
    EXPECT_GT(asked, 10u);
}

TEST(Chances, OfRequestsThatAreDrawnTogetherHaveTheNumberOfEach) {
    Town town(still_plan());
    std::size_t asked = 0;
    for (const std::int32_t day : {0, 7, 39}) {
        const DayConditions conditions = town.on(day);
        const Today now = today_in(town.city, conditions);
        for (Ward& ward : town.city.wards) {
            ward.asking.clear();
            // each more than once, so that more ask than are drawn at once
            while (ward.kin.size() > 0 && ward.asking.size() <= columns_length) {
                for (const KinPlace k : ward.kin.places())
                    ward.asking.push_back({k, -1});
            }
            draw_requests(now, ward);
            asked += ward.asking.size();
            for (const Asking& asking : ward.asking) {
                ASSERT_EQ(asking.u,
                          chance_number(town.city.random_key, ward.kin[asking.kin].household, 0,
                                        purpose::request, day));
            }
        }
    }
    EXPECT_GT(asked, columns_length);
}

TEST(Chances, AreNeverWithProbabilityZeroAndAlwaysWithOne) {
    for (const double p : {0.0, 1.0}) {
        Plan plan = still_plan();
        set_parameters(plan, {{"review_rate", p}, {"call_rate.family", p}});
        Town town(plan);
        const DayConditions conditions = town.on(0);
        const Today now = today_in(town.city, conditions);
        start_day(now, town.city);
        const Who who = person(town.city, Role::family);
        for (std::int32_t day = 0; day < 16; ++day) {
            EXPECT_EQ(bit(who.persons().blocks[who.i / 64].review, day, who.i), p == 1);
            EXPECT_EQ(bit(who.persons().blocks[who.i / 64].calling, day, who.i), p == 1);
        }
    }
}

TEST(Chances, FollowTheProbabilityOfTheDayWhereItIsScheduled) {
    Plan plan = still_plan();
    plan.schedules = {scheduled("review_rate", 5, 9, 1)};
    Town town(plan);
    const Who who = person(town.city, Role::smuggler);
    for (std::int32_t day = 0; day < 20; ++day) {
        const DayConditions conditions = town.on(day);
        start_day(today_in(town.city, conditions), town.city);
        EXPECT_EQ(bit(who.persons().blocks[who.i / 64].review, day, who.i), day >= 5 && day <= 9)
            << day;
    }
}

TEST(Chances, OfTheDeadlineArePresentOnlyDuringADrive) {
    Plan plan = still_plan();
    set_parameters(plan, {{"deadline_salience", 1}});
    plan.hand_in_drives = {{5, 9, Forgiveness::promised}};
    Town town(plan);
    const Who who = person(town.city, Role::smuggler);
    for (std::int32_t day = 0; day < 20; ++day) {
        const DayConditions conditions = town.on(day);
        start_day(today_in(town.city, conditions), town.city);
        EXPECT_EQ(bit(who.persons().blocks[who.i / 64].salience, day, who.i), day >= 5 && day <= 9)
            << day;
    }
}

TEST(Chances, AreThereForWhoGetsAPhoneInBetween) {
    Plan plan = still_plan();
    set_parameters(plan, {{"review_rate", 0.3}});
    Town town(plan);
    const Who who = person(town.city, Role::family);
    const DayConditions first = town.on(0);
    start_day(today_in(town.city, first), town.city);
    const DayConditions later = town.on(3);  // of the same sixteen days
    const Today now = today_in(town.city, later);
    const DayRows expected = who.persons().blocks[who.i / 64].review;
    for (auto& row : who.persons().blocks[who.i / 64].review)
        row &= ~Persons::bit(who.i);
    draw_chances(now, *who.ward, who.i);
    EXPECT_EQ(who.persons().blocks[who.i / 64].review, expected);
}

TEST(ChanceNumbers, AreUniform) {
    // 100,000 numbers: in each tenth 10,000 with a standard deviation of 95; 5 of them is a chance
    // of one in a million
    std::array<int, 10> tenths{};
    for (HouseholdId household; household < 1000; ++household) {
        for (std::int32_t day = -50; day < 50; ++day) {
            const double u = chance_number({1, 1, 1}, household, 0, purpose::review, day);
            ASSERT_GT(u, 0);
            ASSERT_LT(u, 1);
            ++tenths[static_cast<std::size_t>(u * 10)];
        }
    }
    for (const int count : tenths)
        EXPECT_NEAR(count, 10000, 5 * 95);
}

TEST(ChanceNumbers, OfDifferentDaysAreIndependent) {
    // pairs of neighbouring days: a correlation beyond 5 / sqrt(100000) has a chance of one in a
    // million
    double sum = 0;
    for (HouseholdId household; household < 1000; ++household) {
        double before = chance_number({1, 1, 1}, household, 0, purpose::review, -1);
        for (std::int32_t day = 0; day < 100; ++day) {
            const double u = chance_number({1, 1, 1}, household, 0, purpose::review, day);
            sum += (u - 0.5) * (before - 0.5) * 12;
            before = u;
        }
    }
    EXPECT_LT(std::fabs(sum / 100000), 5 / std::sqrt(100000.0));
}

TEST(ChanceRows, SixteenDaysHaveSixteenRows) {
    for (std::int32_t day = -60; day < 60; ++day) {
        EXPECT_EQ(chance_row(day + 16), chance_row(day));
        EXPECT_EQ(chance_row(day + 1), (chance_row(day) + 1) % 16);
    }
    EXPECT_EQ(chance_row(first_drawable_day), 0u);
}

}  // namespace
}  // namespace tumen
