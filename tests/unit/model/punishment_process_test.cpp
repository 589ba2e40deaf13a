#include <gtest/gtest.h>

#include <cmath>

#include "model/purposes.hpp"
#include "rules/population.hpp"
#include "rules/punishment.hpp"
#include "support/settling.hpp"

/// Step 11 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

TEST(Settling, CostsTheBribeOrTheCashAtHand) {
    PunishingDay day(settling_plan(certain));
    const Who rich = person(day.town.city, Role::smuggler, 0);
    const Who poor = person(day.town.city, Role::smuggler, 1);
    const Who broke = person(day.town.city, Role::smuggler, 2);
    set_savings(rich, 20000);
    set_savings(poor, 500);
    set_savings(broke, -8000);
    day.punish(rich);
    EXPECT_NEAR(savings(day.now(), rich), 5000, 1e-9);
    EXPECT_NEAR(rich.ward->today[Quantity::bribes_paid], 15000, 1e-9);
    EXPECT_EQ(rich.ward->today[Count::caught], 1);
    EXPECT_EQ(rich.ward->today[Count::bribed], 1);
    EXPECT_EQ(rich.ward->today[Count::arrested], 0);
    EXPECT_TRUE(rich.ward->arrests.empty());
    day.punish(poor);
    EXPECT_NEAR(savings(day.now(), poor), 0, 1e-9);  // nothing is borrowed on the spot
    EXPECT_NEAR(poor.ward->today[Quantity::bribes_paid], 500, 1e-9);
    day.punish(broke);
    EXPECT_NEAR(savings(day.now(), broke), -8000, 1e-9);
    EXPECT_NEAR(broke.ward->today[Quantity::bribes_paid], 1, 1e-9);
}

TEST(Settling, HalvesSuspicionAndCostsThePhoneUnlessItIsKept) {
    for (const double keeps : {0.0, 1.0}) {
        PunishingDay day(settling_plan(certain, {{"bribe_keeps_phone", keeps}}));
        const Who who = person(day.town.city, Role::smuggler);
        who.persons().suspicion_base[who.i] = 0.2;
        who.suspicion() = 0.6;
        day.punish(who);
        EXPECT_NEAR(suspicion_of(day.now(), *who.ward, who.i), 0.4, 1e-12);
        EXPECT_EQ(who.is(Flag::phone), keeps == 1);
        EXPECT_EQ(who.is(Flag::calling), keeps == 1);
        EXPECT_TRUE(who.is(Flag::free));
    }
}

TEST(Settling, IsUpToThePurseThePressureAndTheTeam) {
    enum class Team { local, central };
    // one weight at a time decides alone
    const auto settles = [](std::initializer_list<Setting> settings, double money, double pressure,
                            Team team) {
        PunishingDay day(settling_plan(0, settings));
        day.conditions.pressure = pressure;
        day.conditions.central_team = team == Team::central;
        const Who who = person(day.town.city, Role::smuggler);
        set_savings(who, money);
        day.punish(who);
        return who.ward->today[Count::bribed] == 1;
    };
    EXPECT_TRUE(settles({{"settle_affordability", 1e6}}, 15001, 0, Team::local));
    EXPECT_FALSE(settles({{"settle_affordability", 1e6}}, 14999, 0, Team::local));
    EXPECT_TRUE(settles({{"settle_base", 1e3}, {"settle_pressure", 1e4}}, 0, 0, Team::local));
    EXPECT_FALSE(settles({{"settle_base", 1e3}, {"settle_pressure", 1e4}}, 0, 0.5, Team::local));
    const std::initializer_list<Setting> strict = {
        {"settle_base", 1e3}, {"settle_central", 1e4}, {"central_share", 1}};
    EXPECT_TRUE(settles(strict, 0, 0, Team::local));
    EXPECT_FALSE(settles(strict, 0, 0, Team::central));
    EXPECT_TRUE(settles({{"settle_base", 1e3}, {"settle_central", 1e4}, {"central_share", 0}}, 0, 0,
                        Team::central));
}

TEST(Settling, UnderTheRuleCountsIsRarerUnderPressure) {
    // 2 of log-odds move a probability of 0.9999 to one of 0.9993 only; so of many
    const auto settled = [](Enforcement rule) {
        Plan plan = settling_plan(1);
        plan.rules.enforcement = rule;
        PunishingDay day(plan);
        day.conditions.pressure = 1e-9;
        day.begin();
        std::int64_t count = 0;
        for (Ward& ward : day.town.city.wards) {
            for (const PersonPlace i : ward.persons.identity.places()) {
                if (ward.persons.is(i, Flag::phone)) ward.caught.push_back(i);
            }
            punish_caught(day.now(), ward);
            count += ward.today[Count::bribed];
        }
        return count;
    };
    // logistic(1) = 0.73 and logistic(-1) = 0.27 on the same draws
    EXPECT_GT(settled(Enforcement::local), 2 * settled(Enforcement::counts));
}

TEST(Arrest, TakesThePhoneAndEndsFreedomUntilTheCaseIsDecided) {
    Plan plan = settling_plan(-certain, {{"custody", 20}});
    PunishingDay day(plan);
    const Who who = person(day.town.city, Role::smuggler);
    who.raise(Flag::followed);
    who.raise(Flag::old_phone);
    day.punish(who);
    EXPECT_EQ(who.ward->today[Count::arrested], 1);
    EXPECT_EQ(who.ward->today[Count::arrested_brokers], 0);
    EXPECT_EQ(who.ward->today[Count::cases_decided], 0);
    EXPECT_EQ(who.ward->arrests, std::vector<PersonPlace>(1, who.i));
    EXPECT_EQ(who.ward->held, std::vector<PersonPlace>(1, who.i));
    EXPECT_FALSE(who.is(Flag::phone));
    EXPECT_TRUE(who.is(Flag::old_phone));
    EXPECT_FALSE(who.is(Flag::free));
    EXPECT_FALSE(who.is(Flag::followed));
    EXPECT_TRUE(who.is(Flag::held));
    const RandomBlock drawn = draw(day.town.city.random_key,
                                   {who.household(), 0, purpose::custody, purpose::of_member(0)});
    EXPECT_EQ(who.persons().decision_day[who.i],
              0 + 1 + poisson_quantile(20, uniform(drawn.word[0])));
}

TEST(Arrest, OfABrokerIsCountedApart) {
    PunishingDay day(settling_plan(-certain));
    const Who who = person(day.town.city, Role::broker);
    day.punish(who);
    EXPECT_EQ(who.ward->today[Count::arrested_brokers], 1);
}

TEST(Warned, OneSignsAndIsFreeTomorrow) {
    Plan plan = settling_plan(-certain);
    sentence_all_to(plan, Sentence::warned);
    PunishingDay day(plan);
    const Who who = person(day.town.city, Role::smuggler);
    day.arrest_and_decide(who);
    EXPECT_EQ(who.ward->today[Count::cases_decided], 1);
    EXPECT_EQ(who.ward->today[Count::warned], 1);
    EXPECT_EQ(who.ward->today[Count::detained], 0);
    EXPECT_FALSE(who.is(Flag::free));
    EXPECT_FALSE(who.is(Flag::held));
    EXPECT_TRUE(who.is(Flag::detained));  // until tomorrow
    EXPECT_TRUE(who.is(Flag::signed_oath));
    EXPECT_EQ(who.persons().oath_day[who.i], 1);
    day.conditions = day.town.on(2);
    release_detainees(day.now(), *who.ward);
    EXPECT_TRUE(who.is(Flag::free));
}

/// Somebody arrested whose household has that much, where every case can be bought off.
struct RansomDay : PunishingDay {
    Who who = person(town.city, Role::smuggler);
    RansomDay(double money, double goods)
        : PunishingDay([] {
              Plan plan = settling_plan(-certain);
              plan.schedules = {scheduled("settle_base", 1, 59, certain)};
              return plan;
          }()) {
        set_savings(who, money);
        who.ward->homes.goods[who.home()] = goods;
        who.persons().suspicion_base[who.i] = 0.6;
        arrest_and_decide(who);
    }
    double goods() const { return who.ward->homes.goods[who.home()]; }
};

TEST(Ransom, IsDearerThanTheBribeAndTakesSavingsAndDebtsFirst) {
    const RansomDay day(25000, 40000);  // 2 x 15000 are asked
    EXPECT_NEAR(savings(day.now(), day.who), -5000, 1e-9);
    EXPECT_EQ(day.goods(), 40000);
    EXPECT_EQ(day.who.ward->today[Count::ransomed], 1);
    EXPECT_EQ(day.who.ward->today[Count::warned], 1);
    EXPECT_EQ(day.who.ward->today[Count::cases_decided], 1);
    EXPECT_EQ(day.who.ward->today[Count::households_sold], 0);
    EXPECT_EQ(day.who.ward->today[Count::days_held], 1);
    EXPECT_NEAR(day.who.ward->today[Quantity::ransom_paid], 30000, 1e-9);
    EXPECT_NEAR(suspicion_of(day.now(), *day.who.ward, day.who.i), 0.3, 1e-9);
}

TEST(Ransom, MakesAHouseholdSell) {
    const RansomDay half(2000, 40000);  // 10000 of savings and debts, 20000 of goods
    EXPECT_NEAR(savings(half.now(), half.who), -8000, 1e-9);
    EXPECT_NEAR(half.goods(), 20000, 1e-9);
    EXPECT_EQ(half.who.ward->today[Count::households_sold], 1);
    const RansomDay less(2000, 40001);
    EXPECT_EQ(less.who.ward->today[Count::households_sold], 0);
}

TEST(Ransom, IsAllThereIsWhereMoreIsAsked) {
    const RansomDay poor(-7000, 500);
    EXPECT_NEAR(poor.who.ward->today[Quantity::ransom_paid], 1500, 1e-9);
    EXPECT_NEAR(poor.goods(), 0, 1e-9);
    const RansomDay broke(-8000, 0);
    EXPECT_NEAR(broke.who.ward->today[Quantity::ransom_paid], 1, 1e-9);  // by its floor alone
    EXPECT_NEAR(savings(broke.now(), broke.who), -8000, 1e-9);
}

TEST(Detention, EndsAfterTheDayOfTheDecisionPlusOnePlusItsLength) {
    Plan plan = settling_plan(-certain, {{"detention", 20}});
    sentence_all_to(plan, Sentence::detained);
    PunishingDay day(plan);
    day.conditions = day.town.on(7);
    const Who who = person(day.town.city, Role::smuggler);
    day.arrest_and_decide(who);
    EXPECT_EQ(who.ward->today[Count::detained], 1);
    EXPECT_TRUE(who.is(Flag::detained));
    EXPECT_FALSE(who.is(Flag::free));
    EXPECT_FALSE(who.is(Flag::signed_oath));
    EXPECT_EQ(who.ward->detainees, std::vector<PersonPlace>(1, who.i));
    const RandomBlock drawn =
        draw(day.town.city.random_key, {who.household(), 8, purpose::detention,
                                        purpose::of_member(who.persons().identity[who.i].member)});
    EXPECT_EQ(who.persons().release_day[who.i],
              8 + 1 + poisson_quantile(20, uniform(drawn.word[0])));
}

TEST(Prison, IsForGood) {
    Plan plan = settling_plan(-certain);
    sentence_all_to(plan, Sentence::imprisoned);
    PunishingDay day(plan);
    const Who who = person(day.town.city, Role::smuggler);
    day.arrest_and_decide(who);
    EXPECT_TRUE(who.is(Flag::imprisoned));
    EXPECT_FALSE(who.is(Flag::free));
    EXPECT_FALSE(who.is(Flag::held));
    EXPECT_TRUE(who.ward->detainees.empty());
    EXPECT_EQ(who.ward->today[Count::imprisoned], 1);
}

TEST(Exile, IsForTheWholeHouseholdWhateverBecameOfItsMembers) {
    Plan plan = settling_plan(-certain);
    sentence_all_to(plan, Sentence::exiled);
    PunishingDay day(plan);
    City& city = day.town.city;
    Who who;
    std::uint8_t adults = 0;
    for (std::size_t n = 0; adults < 4; ++n) {  // a household of four adults or more
        who = person(city, Role::family, n);
        adults = who.ward->households[who.household() - who.ward->first_household] & adults_mask;
    }
    Ward& ward = *who.ward;
    const PersonPlace detained = place_of(city, ward, day.conditions, {who.household(), 1});
    const PersonPlace imprisoned = place_of(city, ward, day.conditions, {who.household(), 2});
    const PersonPlace held = place_of(city, ward, day.conditions, {who.household(), 3});
    for (const auto& [i, flag] : {std::pair(detained, Flag::detained),
                                  {imprisoned, Flag::imprisoned},
                                  {held, Flag::held}}) {
        ward.persons.lower(i, Flag::free);
        ward.persons.raise(i, flag);
    }
    const double kin = ward.kin_homes;
    day.arrest_and_decide(who);
    EXPECT_EQ(ward.today[Count::exiled_households], 1);
    EXPECT_EQ(ward.today[Count::cases_decided], 1);
    EXPECT_EQ(ward.today[Count::cases_lapsed], 1);  // of the relative who was held
    EXPECT_EQ(ward.exiles, std::vector<PersonPlace>(1, who.i));
    EXPECT_EQ(ward.kin_homes, kin - 1);  // need is a mean over those still there
    const RandomBlock built = draw(city.random_key, {who.household(), 0, purpose::household});
    EXPECT_EQ(ward.today[Count::exiled_people],
              adults + children(day.now().p.population, uniform(built.word[3])));
    EXPECT_EQ(ward.exiled_adults, adults);
    for (const PersonPlace i : {who.i, detained, imprisoned, held}) {
        EXPECT_TRUE(ward.persons.is(i, Flag::exiled));
        EXPECT_FALSE(ward.persons.is(i, Flag::free));
        EXPECT_FALSE(ward.persons.is(i, Flag::detained));
        EXPECT_FALSE(ward.persons.is(i, Flag::imprisoned));
        EXPECT_FALSE(ward.persons.is(i, Flag::held));
        EXPECT_FALSE(ward.persons.is(i, Flag::phone));
    }
    EXPECT_TRUE(ward.households[who.household() - ward.first_household] & exiled_mark);
}

TEST(Exile, TakesThePhonesOfRelativesWhoThenCannotBeCaught) {
    Plan plan = settling_plan(-certain, {{"phone_share.resident", 1}});
    sentence_all_to(plan, Sentence::exiled);
    PunishingDay day(plan);
    Who who;
    for (std::size_t n = 0;; ++n) {
        who = person(day.town.city, Role::family, n);
        if ((who.ward->households[who.household() - who.ward->first_household] & adults_mask) > 1)
            break;
    }
    const PersonPlace relative = find_place(*who.ward, {who.household(), 1});
    ASSERT_TRUE(who.ward->persons.is(relative, Flag::phone));
    day.punish(who);
    day.conditions = day.town.on(1);
    day.begin();
    who.ward->caught = {relative};
    decide_cases(day.now(), *who.ward);
    punish_caught(day.now(), *who.ward);
    EXPECT_FALSE(who.ward->persons.is(relative, Flag::phone));
    EXPECT_EQ(who.ward->today[Count::arrested], 0);  // the relative is no longer there
    EXPECT_EQ(who.ward->today[Count::caught], 0);
    EXPECT_EQ(who.ward->today[Count::exiled_households], 1);
}

TEST(Cases, OfOneHouseholdLapseWithTheFirstThatEndsInExile) {
    Plan plan = settling_plan(-certain, {{"phone_share.resident", 1}});
    sentence_all_to(plan, Sentence::exiled);
    PunishingDay day(plan);
    Who who;
    for (std::size_t n = 0;; ++n) {
        who = person(day.town.city, Role::family, n);
        if ((who.ward->households[who.household() - who.ward->first_household] & adults_mask) > 1)
            break;
    }
    const PersonPlace relative = find_place(*who.ward, {who.household(), 1});
    day.begin();
    who.ward->caught = {relative, who.i};  // the lower id comes first
    punish_caught(day.now(), *who.ward);
    EXPECT_EQ(who.ward->arrests, (std::vector<PersonPlace>{who.i, relative}));
    day.conditions = day.town.on(1);
    day.begin();
    decide_cases(day.now(), *who.ward);
    EXPECT_EQ(who.ward->today[Count::cases_decided], 1);
    EXPECT_EQ(who.ward->today[Count::cases_lapsed], 1);
    EXPECT_EQ(who.ward->today[Count::exiled_households], 1);
    EXPECT_TRUE(who.ward->held.empty());
}

TEST(Caught, CountsOnlyWhoIsStillFreeWithAPhone) {
    PunishingDay day(settling_plan(certain));
    const Who who = person(day.town.city, Role::smuggler);
    who.lower(Flag::phone);
    day.punish(who);
    EXPECT_EQ(who.ward->today[Count::caught], 0);
    who.raise(Flag::phone);
    who.lower(Flag::free);
    day.punish(who);
    EXPECT_EQ(who.ward->today[Count::caught], 0);
}

}  // namespace
}  // namespace tumen
