#include <gtest/gtest.h>

#include <cmath>

#include "rules/contact.hpp"
#include "rules/remittance.hpp"
#include "support/still.hpp"

/// Step 5 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

void fee_as_things_stand(const Today& now, City& city) {
    SerialExecutor executor;
    for (Ward& ward : city.wards)
        note_brokers(now, ward);
    set_fee(now, city, executor);
}

/// Every family asks every day, whatever the fee.
Plan asking_plan() {
    Plan plan = still_plan();
    set_parameters(plan, {{"request_rate", 100000}, {"penalty", 0}, {"transfer_amount", 8000}});
    return plan;
}

class RemittanceProcess : public ::testing::Test {
  protected:
    Town town{asking_plan()};
    City& city = town.city;
    DayConditions day = town.on(0);
    Today now() const { return today_in(town.city, day); }

    /// The ward and number of the first family of the city.
    struct Family {
        Ward* ward = nullptr;
        KinPlace kin;
        KinHome& home() const { return ward->kin[kin]; }
        Who first_adult() const { return {ward, ward->homes.entries[home().home].first_person}; }
    };
    Family family() {
        for (Ward& ward : city.wards) {
            for (const KinPlace k : ward.kin.places()) {
                const PersonPlace first = ward.homes.entries[ward.kin[k].home].first_person;
                if (ward.persons.identity[first].role == Role::family) return {&ward, k};
            }
        }
        return {};
    }
    void play_step() {
        start_day(now(), city);
        for (Ward& ward : city.wards)
            note_who_would_ask(now(), ward);
        fee_as_things_stand(now(), city);
        for (Ward& ward : city.wards)
            ask_for_money(now(), ward);
    }
    /// Only this family asks.
    void serve(const Family& only) {
        play_step();
        for (Ward& ward : city.wards)
            ward.asked.clear();
        only.ward->asked.assign(1, only.kin);
        transfer_money(now(), city, town.executor);
    }
    std::int64_t count(Count what) const {
        std::int64_t sum = 0;
        for (const Ward& ward : city.wards)
            sum += ward.today[what];
        return sum;
    }
};

TEST_F(RemittanceProcess, TheFeeFollowsTheBrokersWhoAreCalling) {
    ASSERT_GE(city.brokers.size(), 4u);
    const auto all = static_cast<double>(city.brokers.size());
    fee_as_things_stand(now(), city);
    const RemittanceParameters& p = now().p.remittance;
    EXPECT_DOUBLE_EQ(city.fee, fee(p, now().p.drift.risk_baseline, 1));
    broker(city, 0).lower(Flag::calling);
    const Who feared = broker(city, 1);
    feared.persons().risk_excess[feared.i] = 0.01;
    fee_as_things_stand(now(), city);
    const double mean = now().p.drift.risk_baseline + 0.01 / (all - 1);
    EXPECT_DOUBLE_EQ(city.fee, fee(p, mean, (all - 1) / all));
    EXPECT_EQ(city.calling_brokers.size(), city.brokers.size() - 1);
    EXPECT_EQ(city.calling_brokers[0], 1u);
}

TEST_F(RemittanceProcess, WhoIsFollowedCountsWithTheRiskPerceivedAndNotTheFelt) {
    fee_as_things_stand(now(), city);
    const double before = city.fee;
    const Who who = broker(city, 0);
    who.raise(Flag::followed_at_dawn);
    who.raise(Flag::followed);
    fee_as_things_stand(now(), city);
    EXPECT_EQ(city.fee, before);
}

TEST_F(RemittanceProcess, WithoutAnybodyCallingTheFeeIsThatOfGreatFear) {
    for (const BrokerId b : city.brokers.places())
        broker(city, b).lower(Flag::calling);
    fee_as_things_stand(now(), city);
    EXPECT_DOUBLE_EQ(city.fee, fee(now().p.remittance, now().p.contact.risk_followed, 0));
    for (Ward& ward : city.wards)
        ward.brokers.clear();
    city.brokers_at_start = 0;
    fee_as_things_stand(now(), city);
    EXPECT_DOUBLE_EQ(city.fee, fee(now().p.remittance, now().p.contact.risk_followed, 0));
}

TEST_F(RemittanceProcess, EveryFamilyThatFindsContactWorthItAsks) {
    play_step();
    std::size_t families = 0;
    for (const Ward& ward : city.wards)
        families += ward.kin.size();
    EXPECT_EQ(count(Count::transfers_asked), static_cast<std::int64_t>(families));
}

TEST_F(RemittanceProcess, AnExiledFamilyDoesNotAsk) {
    const Family one = family();
    play_step();
    const std::int64_t before = count(Count::transfers_asked);
    one.first_adult().raise(Flag::exiled);
    play_step();
    EXPECT_EQ(count(Count::transfers_asked), before - 1);
}

TEST_F(RemittanceProcess, AFamilyWithAPrisonerOrWithoutAPhoneAsksAllTheSame) {
    const Family one = family();
    play_step();
    const std::int64_t before = count(Count::transfers_asked);
    const Who who = one.first_adult();
    who.lower(Flag::free);
    who.raise(Flag::imprisoned);
    lose_phone(*who.ward, who.i);
    play_step();
    EXPECT_EQ(count(Count::transfers_asked), before);
}

TEST(Requests, NeedANetBenefitAboveMinusTheHysteresis) {
    Plan plan = still_plan();
    set_parameters(plan, {{"request_rate", 100000}});
    Town town(plan);
    const DayConditions day = town.on(0);
    const Today now = today_in(town.city, day);
    const Who who = person(town.city, Role::family);
    const auto asks = [&](double net_benefit) {
        who.persons().identity[who.i].aversion = 1;
        const Outlook seen = outlook(now, *who.ward, who.i);
        who.persons().identity[who.i].aversion =
            (seen.benefit - net_benefit) / (risk_of(now, *who.ward, who.i) * seen.penalty_feared);
        start_day(now, *who.ward);
        note_who_would_ask(now, *who.ward);
        for (const Asking& asking : who.ward->asking) {
            if (who.ward->kin[asking.kin].home == who.home()) return true;
        }
        return false;
    };
    const double hysteresis = plan.parameters.contact.hysteresis;
    EXPECT_TRUE(asks(-hysteresis + 1e-6));
    EXPECT_FALSE(asks(-hysteresis - 1e-6));
    EXPECT_TRUE(asks(1));
}

TEST(Requests, ComeAsOftenAsTheRuleSays) {
    // About 30 families with a request rate of 36.5 a year: over 60 days the count is a sum of
    // independent draws; 5 standard deviations are a chance of one in a million.
    Plan plan = still_plan();
    set_parameters(plan, {{"request_rate", 36.5}, {"penalty", 0}});
    Town town(plan);
    double expected = 0;
    double variance = 0;
    std::int64_t asked = 0;
    for (std::int32_t d = 0; d < 60; ++d) {
        const DayConditions day = town.on(d);
        const Today now = today_in(town.city, day);
        start_day(now, town.city);
        fee_as_things_stand(now, town.city);
        for (Ward& ward : town.city.wards) {
            note_who_would_ask(now, ward);
            ask_for_money(now, ward);
            asked += ward.today[Count::transfers_asked];
            for (const KinHome& kin : ward.kin) {
                const double p =
                    request_probability(now.p.remittance,
                                        need(now.p.contact, ward.homes.base_need[kin.home],
                                             savings_of(now, ward, kin.home)),
                                        town.city.fee);
                expected += p;
                variance += p * (1 - p);
            }
        }
    }
    EXPECT_GT(expected, 50);
    EXPECT_NEAR(static_cast<double>(asked), expected, 5 * std::sqrt(variance));
}

TEST_F(RemittanceProcess, AFamilyIsServedByTheFirstOfItsBrokersWhoIsCalling) {
    const Family one = family();
    one.home().brokers = {BrokerId(2), BrokerId(3)};
    const Who first = broker(city, 2);
    const Who second = broker(city, 3);
    set_savings(first, 0);
    set_savings(second, 0);
    set_savings(one.first_adult(), 0);
    serve(one);
    const Payout paid = payout(now().p.remittance, 8000, city.fee);
    EXPECT_NEAR(savings(now(), first), paid.broker, 1e-9);
    EXPECT_EQ(savings(now(), second), 0);
    EXPECT_NEAR(savings(now(), one.first_adult()), paid.family, 1e-9);
    EXPECT_TRUE(first.is(Flag::asked_to_call));
    EXPECT_FALSE(second.is(Flag::asked_to_call));
    EXPECT_EQ(count(Count::transfers_served), 1);
    EXPECT_EQ(count(Count::transfers_unmet), 0);
    EXPECT_NEAR(one.ward->today[Quantity::money_delivered], paid.family, 1e-9);

    first.lower(Flag::calling);
    serve(one);
    EXPECT_TRUE(second.is(Flag::asked_to_call));
    EXPECT_FALSE(first.is(Flag::asked_to_call));
}

TEST_F(RemittanceProcess, WithoutItsBrokersAFamilyGoesUnmetUnlessItFindsAnother) {
    const Family one = family();
    one.home().brokers = {BrokerId(2), BrokerId(3)};
    broker(city, 2).lower(Flag::calling);
    broker(city, 3).lower(Flag::calling);
    serve(one);  // broker_search is 0
    EXPECT_EQ(count(Count::transfers_unmet), 1);
    EXPECT_EQ(count(Count::transfers_served), 0);
    EXPECT_EQ(one.ward->today[Quantity::money_delivered], 0);
}

TEST(BrokerSearch, FindsABrokerWhoIsCallingAndEachOfThemSometimes) {
    Plan plan = asking_plan();
    set_parameters(plan, {{"broker_search", 1}});
    Town town(plan);
    City& city = town.city;
    for (std::uint32_t b = 0; b < 3; ++b)
        broker(city, b).lower(Flag::calling);
    const DayConditions day = town.on(0);
    const Today now = today_in(city, day);
    start_day(now, city);
    fee_as_things_stand(now, city);
    std::int64_t asked = 0;
    for (Ward& ward : city.wards) {
        for (const KinPlace k : ward.kin.places()) {
            ward.kin[k].brokers = {BrokerId(0), BrokerId(1)};
            ward.asked.push_back(k);
            ++asked;
        }
    }
    ASSERT_GT(asked, 20);
    transfer_money(now, city, town.executor);
    std::int64_t served = 0;
    for (const Ward& ward : city.wards)
        served += ward.today[Count::transfers_served];
    EXPECT_EQ(served, asked);
    for (std::uint32_t b = 0; b < 3; ++b)
        EXPECT_FALSE(broker(city, b).is(Flag::asked_to_call));
    std::size_t found = 0;
    for (std::uint32_t b = 3; b < city.brokers.size(); ++b) {
        found += broker(city, b).is(Flag::asked_to_call);
    }
    EXPECT_GT(found, 1u);
}

TEST(BrokerSearch, FindsNobodyWhereNobodyIsCalling) {
    Plan plan = asking_plan();
    set_parameters(plan, {{"broker_search", 1}});
    Town town(plan);
    for (const BrokerId b : town.city.brokers.places()) {
        broker(town.city, b).lower(Flag::calling);
    }
    const DayConditions day = town.on(0);
    const Today now = today_in(town.city, day);
    start_day(now, town.city);
    fee_as_things_stand(now, town.city);
    town.city.wards.front().asked.assign(1, KinPlace(0));
    transfer_money(now, town.city, town.executor);
    EXPECT_EQ(town.city.wards.front().today[Count::transfers_unmet], 1);
}

TEST(BrokerSearch, WhoWasFoundTakesThePlaceOfTheSecondOne) {
    Plan plan = asking_plan();
    set_parameters(plan, {{"broker_search", 1}});
    Town town(plan);
    City& city = town.city;
    for (std::uint32_t b = 0; b + 1 < city.brokers.size(); ++b)
        broker(city, b).lower(Flag::calling);
    const auto last = static_cast<std::uint32_t>(city.brokers.size() - 1);
    const DayConditions day = town.on(0);
    const Today now = today_in(city, day);
    start_day(now, city);
    fee_as_things_stand(now, city);
    city.wards.front().kin.front().brokers = {BrokerId(0), BrokerId(1)};
    city.wards.front().asked.assign(1, KinPlace(0));
    transfer_money(now, city, town.executor);
    EXPECT_EQ(city.wards.front().kin.front().brokers[0], 0u);
    EXPECT_EQ(city.wards.front().kin.front().brokers[1], last);
}

TEST_F(RemittanceProcess, WhatWasNotSentIsPartlyMadeUp) {
    Plan plan = asking_plan();
    set_parameters(plan, {{"request_rate", 0.73}, {"transfer_makeup", 0.8}});
    // 1000 days are two ordinary gaps: 8000 (0.2 + 0.8 x 2)
    EXPECT_DOUBLE_EQ(money_sent(plan.parameters.remittance, 1000), 14400);
    const Family one = family();
    one.home().brokers = {BrokerId(2), BrokerId(3)};
    one.home().transfer_day = -40;
    serve(one);
    EXPECT_EQ(one.home().transfer_day, 0);
    EXPECT_EQ(one.ward->homes.entries[one.home().home].contact_day, 0);
    EXPECT_NEAR(one.ward->today[Quantity::money_sent], 8000, 1e-9);  // nothing is made up here
}

TEST(Movement, WhereNothingMovesNobodyIsServed) {
    Plan plan = asking_plan();
    set_parameters(plan, {{"movement", 0}});
    Town town(plan);
    City& city = town.city;
    const DayConditions day = town.on(0);
    const Today now = today_in(city, day);
    start_day(now, city);
    fee_as_things_stand(now, city);
    city.wards.front().asked = {KinPlace(0), KinPlace(1)};
    transfer_money(now, city, town.executor);
    EXPECT_EQ(city.wards.front().today[Count::transfers_unmet], 2);
    EXPECT_EQ(city.wards.front().today[Count::transfers_served], 0);
}

TEST(BrokerEntry, CallingSmugglersTakeTheWorkOfBrokersWhoFellSilent) {
    Plan plan = still_plan();
    set_parameters(plan, {{"broker_entry", 1}, {"contact_benefit.broker", 5}});
    Town town(plan);
    City& city = town.city;
    const DayConditions day = town.on(0);
    const Today now = today_in(city, day);
    const Who calls = person(city, Role::smuggler, 0);
    const Who quiet = person(city, Role::smuggler, 1);
    quiet.lower(Flag::calling);
    start_day(now, city);
    const double as_smuggler = outlook(now, *calls.ward, calls.i).benefit;
    city.calling_share = 0;
    const std::size_t before = city.brokers.size();
    replace_brokers(now, city, town.executor);
    EXPECT_EQ(calls.persons().identity[calls.i].role, Role::broker);
    EXPECT_TRUE(calls.is(Flag::broker));
    EXPECT_FALSE(calls.is(Flag::smuggler));
    EXPECT_EQ(quiet.persons().identity[quiet.i].role, Role::smuggler);
    EXPECT_GT(city.brokers.size(), before);
    EXPECT_EQ(city.brokers_at_start, before);
    EXPECT_GT(calls.ward->today[Count::became_brokers], 0);
    EXPECT_EQ(outlook(now, *calls.ward, calls.i).benefit, as_smuggler);  // until tomorrow
    start_day(now, city);
    EXPECT_GT(outlook(now, *calls.ward, calls.i).benefit, as_smuggler);
}

TEST(BrokerEntry, NobodyComesWhereAllBrokersCall) {
    Plan plan = still_plan();
    set_parameters(plan, {{"broker_entry", 1}});
    Town town(plan);
    const DayConditions day = town.on(0);
    const Today now = today_in(town.city, day);
    start_day(now, town.city);
    fee_as_things_stand(now, town.city);
    const std::size_t before = town.city.brokers.size();
    replace_brokers(now, town.city, town.executor);
    EXPECT_EQ(town.city.brokers.size(), before);
}

}  // namespace
}  // namespace tumen
