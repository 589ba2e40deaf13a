#include "rules/population.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

PopulationParameters parameters() {
    PopulationParameters p{};
    p.residents = 192680;
    p.household_size = 3.9;
    p.household_adults = 2.9;
    p.kin_abroad = 0.045;
    p.smuggler_households = 0.015;
    p.broker_households = 0.003;
    p.savings_median = 1000;
    p.savings_spread = 0.5;
    p.savings_factor = {1, 1.5, 2, 4};
    p.goods_factor = 10;
    p.aversion_spread = 0.5;
    p.suspicion_prior = {0, 0.1, 0.2, 0.3};
    return p;
}

constexpr double one_sigma = 0.8413447460685429;  // P(N(0,1) <= 1)

TEST(Population, HouseholdsAreResidentsOverTheMeanSizeToTheNearest) {
    PopulationParameters p = parameters();
    EXPECT_EQ(household_count(p), 49405u);  // 192680 / 3.9 = 49405.1
    p.household_size = 4;
    p.residents = 1002;
    EXPECT_EQ(household_count(p), 251u);  // 250.5 is rounded up
    p.residents = 1001;
    EXPECT_EQ(household_count(p), 250u);  // 250.25
    p.residents = 1001.8;
    EXPECT_EQ(household_count(p), 250u);  // 250.45
    p.residents = 0;
    EXPECT_EQ(household_count(p), 0u);
}

TEST(Population, FurtherAdultsHaveTheProbabilityThatGivesTheMean) {
    PopulationParameters p = parameters();
    EXPECT_DOUBLE_EQ(more_adults_probability(p), 0.38);  // (2.9 - 1) / 5
    p.household_adults = 1;
    EXPECT_EQ(more_adults_probability(p), 0);
    p.household_adults = 6;
    EXPECT_EQ(more_adults_probability(p), 1);
}

TEST(Population, AHouseholdIsBrokersOrSmugglersAsDrawnElseFamilyWithKinAbroad) {
    const PopulationParameters p = parameters();
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.0029, 0.9), Role::broker);
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.0029, 0.01),
              Role::broker);  // kin abroad changes nothing
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.0031, 0.9), Role::smuggler);
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.0179, 0.01),
              Role::smuggler);  // 0.003 + 0.015 = 0.018
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.0181, 0.044), Role::family);
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.0181, 0.046), Role::resident);
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.9, 0.044), Role::family);
}

TEST(Population, SharesAreOpenAbove) {
    const PopulationParameters p = parameters();
    EXPECT_EQ(first_adult_role<double>(role_shares(p), p.broker_households, 0.9), Role::smuggler);
    EXPECT_EQ(
        first_adult_role<double>(role_shares(p), p.broker_households + p.smuggler_households, 0.9),
        Role::resident);
    EXPECT_EQ(first_adult_role<double>(role_shares(p), 0.9, p.kin_abroad), Role::resident);
}

TEST(Population, SavingsAreLogNormalAroundTheMedianTimesTheRolesFactor) {
    const PopulationParameters p = parameters();
    EXPECT_DOUBLE_EQ(ordinary_savings(p, Role::resident, 0.5), 1000);
    EXPECT_DOUBLE_EQ(ordinary_savings(p, Role::family, 0.5), 1500);
    EXPECT_DOUBLE_EQ(ordinary_savings(p, Role::smuggler, 0.5), 2000);
    EXPECT_DOUBLE_EQ(ordinary_savings(p, Role::broker, 0.5), 4000);
    // one standard deviation up: 1000 e^0.5
    EXPECT_NEAR(ordinary_savings(p, Role::resident, one_sigma), 1648.7212707, 1e-6);
    EXPECT_NEAR(ordinary_savings(p, Role::resident, 1 - one_sigma), 606.5306597, 1e-6);
}

TEST(Population, AversionIsLogNormalAroundOne) {
    PopulationParameters p = parameters();
    EXPECT_EQ(risk_aversion(p, 0.5), 1);
    EXPECT_NEAR(risk_aversion(p, one_sigma), 1.6487212707, 1e-9);
    p.aversion_spread = 0;
    EXPECT_EQ(risk_aversion(p, 0.99), 1);
}

TEST(Population, SuspicionAtTheStartIsUniformUpToTwiceThePrior) {
    const PopulationParameters p = parameters();
    EXPECT_EQ(initial_suspicion(p, Role::resident, 0.9), 0);
    EXPECT_DOUBLE_EQ(initial_suspicion(p, Role::family, 0.5), 0.1);
    EXPECT_DOUBLE_EQ(initial_suspicion(p, Role::smuggler, 0.25), 0.1);
    EXPECT_DOUBLE_EQ(initial_suspicion(p, Role::broker, 1), 0.6);
}

TEST(Population, ChildrenArePoissonAroundWhatIsLeftOfTheHousehold) {
    PopulationParameters p = parameters();
    // mean 3.9 - 2.9 = 1: P(0) = 0.3679, P(<=1) = 0.7358
    EXPECT_EQ(children(p, 0.36), 0);
    EXPECT_EQ(children(p, 0.37), 1);
    EXPECT_EQ(children(p, 0.74), 2);
    p.household_size = 2.9;
    EXPECT_EQ(children(p, 0.999), 0);
}

TEST(Population, WhatCanBeSoldIsAMultipleOfOrdinarySavings) {
    EXPECT_EQ(initial_goods(parameters(), 600), 6000);  // 10 x 600
}

TEST(Population, DaysSinceSomethingAreExponentialAndAtLeastOne) {
    EXPECT_EQ(days_since(860, 0.999999), 1);               // 1 + 860 x 0.000001
    EXPECT_EQ(days_since(100, 0.36787944117144233), 101);  // ln of it is -1, and a little less
    EXPECT_EQ(days_since(100, 0.5), 70);                   // 1 + 69.3
    EXPECT_EQ(days_since(0, 0.5), 1);
    EXPECT_EQ(days_since(1e9, 0.1), most_days_since);
}

}  // namespace
}  // namespace tumen
