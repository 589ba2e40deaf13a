#include <gtest/gtest.h>

#include <cmath>

#include "rules/acquisition.hpp"
#include "rules/contact.hpp"
#include "support/still.hpp"

/// Steps 2 to 4 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

class ContactProcess : public ::testing::Test {
  protected:
    Town town{still_plan()};
    DayConditions day = town.on(10);
    Today now() const { return today_in(town.city, day); }
};

TEST_F(ContactProcess, TheDayBeginsWithEmptyHands) {
    const Who who = person(town.city, Role::family);
    Ward& ward = *who.ward;
    ward.today[Count::calls] = 5;
    ward.asking.push_back({KinPlace(0), 0.5});
    ward.asked.emplace_back(0);
    ward.caught.emplace_back(0);
    ward.arrests.emplace_back(0);
    ward.broken.push_back({PersonPlace(0), 1});
    ward.exiles.emplace_back(0);
    ward.handed_in.emplace_back(0);
    who.raise(Flag::asked_to_call);
    who.raise(Flag::caught);
    who.raise(Flag::followed);
    start_day(now(), ward);
    EXPECT_EQ(ward.today[Count::calls], 0);
    EXPECT_TRUE(ward.asking.empty() && ward.asked.empty() && ward.caught.empty());
    EXPECT_TRUE(ward.arrests.empty());
    EXPECT_TRUE(ward.broken.empty() && ward.exiles.empty() && ward.handed_in.empty());
    EXPECT_FALSE(who.is(Flag::asked_to_call));
    EXPECT_FALSE(who.is(Flag::caught));
    EXPECT_TRUE(who.is(Flag::followed));
    EXPECT_TRUE(who.is(Flag::followed_at_dawn));
    who.lower(Flag::followed);
    start_day(now(), ward);
    EXPECT_FALSE(who.is(Flag::followed_at_dawn));
}

TEST_F(ContactProcess, DetaineesAreFreeOnTheDayOfTheirRelease) {
    const Who who = person(town.city, Role::family);
    who.lower(Flag::free);
    who.raise(Flag::detained);
    who.persons().release_day[who.i] = 11;
    who.ward->detainees.assign(1, who.i);
    release_detainees(now(), *who.ward);
    EXPECT_TRUE(who.is(Flag::detained));
    EXPECT_EQ(who.ward->detainees.size(), 1u);
    day = town.on(11);
    release_detainees(now(), *who.ward);
    EXPECT_FALSE(who.is(Flag::detained));
    EXPECT_TRUE(who.is(Flag::free));
    EXPECT_TRUE(who.ward->detainees.empty());
}

TEST_F(ContactProcess, WhoWasExiledMeanwhileIsNotReleased) {
    const Who who = person(town.city, Role::family);
    who.lower(Flag::free);
    who.raise(Flag::exiled);
    who.persons().release_day[who.i] = 10;
    who.ward->detainees.assign(1, who.i);
    release_detainees(now(), *who.ward);
    EXPECT_FALSE(who.is(Flag::free));
    EXPECT_TRUE(who.ward->detainees.empty());
}

TEST_F(ContactProcess, DaysWatchedGrowWhileFollowedAndFadeAfterwards) {
    const Who who = person(town.city, Role::smuggler);
    const auto pass = [&](std::int32_t d, bool followed) {
        day = town.on(d);
        followed ? who.raise(Flag::followed) : who.lower(Flag::followed);
        count_days_watched(now(), *who.ward);
        return days_watched(now(), *who.ward, who.i);
    };
    const double half_life = now().p.drift.watched_half_life;
    EXPECT_EQ(pass(1, true), 1);
    EXPECT_EQ(pass(2, true), 2);
    EXPECT_EQ(pass(3, true), 3);
    const double one_day = std::exp2(-1 / half_life);
    EXPECT_NEAR(pass(4, false), 3 * one_day, 1e-12);
    EXPECT_NEAR(pass(5, false), 3 * one_day * one_day, 1e-12);
}

TEST_F(ContactProcess, AMeetingFrightensEverybodyOfAUnitThatMeets) {
    Ward& ward = town.city.wards.front();
    ward.units[UnitId(0)].risk_excess = 0.01;
    const double before = perceived_risk(now(), 0.01);
    frighten_by_meeting(now(), ward);
    EXPECT_EQ(ward.units[UnitId(0)].risk_excess, 0.01);  // there is none today
    day.meeting_reach = 1;
    frighten_by_meeting(now(), ward);
    const double fear = now().p.drift.meeting_fear;
    EXPECT_NEAR(perceived_risk(now(), ward.units[UnitId(0)].risk_excess), frightened(before, fear),
                1e-15);
    const double baseline = now().p.drift.risk_baseline;
    EXPECT_NEAR(perceived_risk(now(), ward.units[UnitId(1)].risk_excess),
                frightened(baseline, fear), 1e-15);
    for (const PersonPlace i : ward.persons.identity.places()) {
        ASSERT_NEAR(risk_of(now(), ward, i), frightened(baseline, fear), 1e-15);
    }
}

TEST(Meeting, IsHeldByAsManyUnitsAsItReaches) {
    Plan plan = still_plan();
    plan.parameters.population.residents = plan.cities[0].residents = 4000;
    set_parameters(plan, {{"unit_households_min", 2}, {"unit_households_max", 2}});
    Town town(plan);
    DayConditions day = town.on(0);
    day.meeting_reach = 0.3;
    std::size_t units = 0;
    double met = 0;
    for (Ward& ward : town.city.wards) {
        frighten_by_meeting(today_in(town.city, day), ward);
        for (const WatchUnit& unit : ward.units) {
            ++units;
            met += unit.risk_excess > 0;
        }
        for (const PersonPlace i : ward.persons.identity.places()) {
            const WatchUnit& own = ward.units[ward.persons.identity[i].unit];
            ASSERT_EQ(ward.persons.risk_excess[i], own.risk_excess);
        }
    }
    ASSERT_EQ(units, 500u);
    EXPECT_NEAR(met, 150, 5 * std::sqrt(500 * 0.3 * 0.7));
}

TEST_F(ContactProcess, TheOutlookIsThatOfTheRules) {
    const Who who = person(town.city, Role::family);
    set_savings(who, 1200);
    who.ward->homes.base_need[who.home()] = 0.4;
    who.persons().identity[who.i].base_need = 0.4;
    who.persons().identity[who.i].aversion = 1.5;
    day.threat = 1.6;
    const ContactParameters& p = now().p.contact;
    const double n = need(p, 0.4, 1200);
    const double b = benefit_of_contact(p, Role::family, n);
    const double x = p.penalty * 1.6;
    const double r = now().p.drift.risk_baseline;
    const Outlook seen = outlook(now(), *who.ward, who.i);
    EXPECT_DOUBLE_EQ(seen.benefit, b);
    EXPECT_DOUBLE_EQ(seen.penalty_feared, x);
    EXPECT_DOUBLE_EQ(seen.net_benefit, b - 1.5 * r * x);

    who.raise(Flag::followed);  // from today's step 8 on: it counts tomorrow
    EXPECT_DOUBLE_EQ(outlook(now(), *who.ward, who.i).net_benefit, seen.net_benefit);
    who.raise(Flag::followed_at_dawn);
    EXPECT_DOUBLE_EQ(outlook(now(), *who.ward, who.i).net_benefit, b - 1.5 * p.risk_followed * x);
}

TEST_F(ContactProcess, TheOutlookKnowsTheSavingsOfDawn) {
    const Who who = person(town.city, Role::family);
    set_savings(who, 1200);
    const double before = outlook(now(), *who.ward, who.i).benefit;
    add_savings(now(), *who.ward, who.home(), 8000);
    EXPECT_EQ(outlook(now(), *who.ward, who.i).benefit, before);
    day = town.on(11);
    EXPECT_LT(outlook(now(), *who.ward, who.i).benefit, before);
}

TEST_F(ContactProcess, AnOathRaisesThePenaltyFromTheDayAfterOn) {
    const Who who = person(town.city, Role::family);
    const double x = outlook(now(), *who.ward, who.i).penalty_feared;
    sign_oath(now(), *who.ward, who.i);
    EXPECT_DOUBLE_EQ(outlook(now(), *who.ward, who.i).penalty_feared, x);
    const double effect = now().p.contact.oath_effect;
    const double half_life = now().p.drift.oath_half_life;
    day = town.on(11);
    EXPECT_DOUBLE_EQ(outlook(now(), *who.ward, who.i).penalty_feared,
                     x * (1 + effect * std::exp2(-1 / half_life)));
}

/// Somebody whose net benefit is made to be `value`.
void make_net_benefit(const Today& now, const Who& who, double value) {
    who.persons().identity[who.i].aversion = 1;
    const Outlook seen = outlook(now, *who.ward, who.i);
    who.persons().identity[who.i].aversion =
        (seen.benefit - value) / (risk_of(now, *who.ward, who.i) * seen.penalty_feared);
}

TEST(Review, SetsWhoIsCallingByTheNetBenefit) {
    Plan plan = still_plan();
    set_parameters(plan, {{"review_rate", 1}});
    Town town(plan);
    const DayConditions day = town.on(0);
    const Today now = today_in(town.city, day);
    const double hysteresis = plan.parameters.contact.hysteresis;
    const auto calls = [&](double net_benefit, bool before) {
        const Who who = person(town.city, Role::smuggler);
        make_net_benefit(now, who, net_benefit);
        before ? who.raise(Flag::calling) : who.lower(Flag::calling);
        start_day(now, *who.ward);
        review_contact(now, std::span(who.ward, 1));
        return who.is(Flag::calling);
    };
    EXPECT_TRUE(calls(hysteresis + 0.01, false));
    EXPECT_TRUE(calls(hysteresis + 0.01, true));
    EXPECT_FALSE(calls(-hysteresis - 0.01, true));
    EXPECT_FALSE(calls(-hysteresis - 0.01, false));
    EXPECT_TRUE(calls(0, true));
    EXPECT_FALSE(calls(0, false));
}

TEST(Review, IsForHoldersOnDaysOnWhichTheyReview) {
    Plan plan = still_plan();
    plan.schedules = {scheduled("review_rate", 1, 59, 1)};
    Town town(plan);
    const Who who = person(town.city, Role::smuggler);
    who.persons().identity[who.i].aversion = 1000;
    const auto calling_on = [&](std::int32_t d) {
        const DayConditions day = town.on(d);
        const Today now = today_in(town.city, day);
        start_day(now, *who.ward);
        review_contact(now, std::span(who.ward, 1));
        return who.is(Flag::calling);
    };
    EXPECT_TRUE(calling_on(0));  // nobody reviews
    EXPECT_FALSE(calling_on(1));
    who.persons().identity[who.i].aversion = 0;
    who.lower(Flag::phone);
    EXPECT_FALSE(calling_on(2));  // no phone, no mind to make up
}

class Purchase : public ::testing::Test {
  protected:
    static Plan plan() {
        Plan plan = still_plan();
        set_parameters(plan, {{"purchase_rate", 1},
                              {"phone_supply", 1},
                              {"borrowing_limit", 1000},
                              {"aversion_spread", 0}});
        return plan;
    }
    Town town{plan()};
    DayConditions day = town.on(0);
    Who who = person(town.city, Role::smuggler);
    double price = 0;

    void SetUp() override {
        lose_phone(*who.ward, who.i);
        who.persons().identity[who.i].aversion = 0;  // contact is worth it
        price = phone_price(now().p.acquisition, day.threat);
        set_savings(who, 5000);
    }
    Today now() const { return today_in(town.city, day); }
    bool buys() {
        start_day(now(), *who.ward);
        buy_phones(now(), std::span(who.ward, 1));
        return who.is(Flag::phone);
    }
};

TEST_F(Purchase, GivesAPhoneForItsPriceAndWhoHasOneCalls) {
    ASSERT_TRUE(buys());
    EXPECT_TRUE(who.is(Flag::calling));
    EXPECT_NEAR(savings(now(), who), 5000 - price, 1e-9);
    EXPECT_EQ(who.ward->today[Count::phones_bought], 1);
}

TEST_F(Purchase, CostsMoreUnderThreat) {
    day.threat = 1.5;
    ASSERT_TRUE(buys());
    EXPECT_NEAR(savings(now(), who), 5000 - phone_price(now().p.acquisition, 1.5), 1e-9);
    EXPECT_GT(phone_price(now().p.acquisition, 1.5), price);
}

TEST_F(Purchase, NeedsTheMoneyOrTheCreditOfATrader) {
    set_savings(who, price - 1000.01);
    EXPECT_FALSE(buys());
    set_savings(who, price - 1000);
    EXPECT_TRUE(buys());
    EXPECT_NEAR(savings(now(), who), -1000, 1e-9);
    who = person(town.city, Role::family);
    lose_phone(*who.ward, who.i);
    who.persons().identity[who.i].aversion = 0;
    set_savings(who, price - 0.01);
    EXPECT_FALSE(buys());
    set_savings(who, price);
    EXPECT_TRUE(buys());
}

TEST_F(Purchase, IsForPeopleWithARole) {
    who.lower(Flag::smuggler);
    EXPECT_FALSE(buys());
}

TEST_F(Purchase, NeedsFreedom) {
    who.lower(Flag::free);
    EXPECT_FALSE(buys());
}

TEST_F(Purchase, IsForThoseWhoHaveHeldOne) {
    who.lower(Flag::ever_held);
    EXPECT_FALSE(buys());
}

TEST_F(Purchase, IsForThoseWithoutOne) {
    who.raise(Flag::phone);
    EXPECT_TRUE(buys());
    EXPECT_NEAR(savings(now(), who), 5000, 1e-9);
    EXPECT_EQ(who.ward->today[Count::phones_bought], 0);
}

TEST_F(Purchase, NeedsANetBenefitBeyondTheHysteresis) {
    const double hysteresis = now().p.contact.hysteresis;
    make_net_benefit(now(), who, hysteresis - 1e-6);
    EXPECT_FALSE(buys());
    make_net_benefit(now(), who, hysteresis + 1e-6);
    EXPECT_TRUE(buys());
}

class ContactDays : public ::testing::Test {
  protected:
    Town town{still_plan()};
    Who who = person(town.city, Role::family);
    Ward& ward = *who.ward;

    void be(std::int32_t day, bool calls) {
        const DayConditions conditions = town.on(day);
        const Today now = today_in(town.city, conditions);
        start_day(now, ward);
        if (calls) note_contact(now, ward, who.home());
    }
    /// Counted anew from the days of last contact.
    std::int32_t within(std::int32_t day, std::int32_t days) const {
        std::int32_t count = 0;
        for (const KinHome& kin : ward.kin)
            count += day - ward.homes.entries[kin.home].contact_day < days;
        return count;
    }
    void expect_counts(std::int32_t day) const {
        EXPECT_EQ(ward.contacts.within_30, within(day, 30)) << day;
        EXPECT_EQ(ward.contacts.within_90, within(day, 90)) << day;
        EXPECT_EQ(ward.contacts.within_365, within(day, 365)) << day;
    }
};

TEST_F(ContactDays, AreCountedAsIfLookedUpEveryDay) {
    ASSERT_GT(ward.kin.size(), 3u);
    for (std::int32_t day = 0; day < 60; ++day) {
        be(day, day % 7 == 3);
        expect_counts(day);
    }
}

TEST_F(ContactDays, AHouseholdWithoutKinAbroadIsNotCounted) {
    const Who smuggler = [&] {
        for (std::size_t n = 0;; ++n) {
            const Who one = person(town.city, Role::smuggler, n);
            if (one.ward->homes.entries[one.home()].kin == nobody) return one;
        }
    }();
    const Contacts before = smuggler.ward->contacts;
    const DayConditions conditions = town.on(0);
    note_contact(today_in(town.city, conditions), *smuggler.ward, smuggler.home());
    EXPECT_EQ(smuggler.ward->contacts.within_30, before.within_30);
    EXPECT_EQ(smuggler.ward->contacts.on_day, before.on_day);
}

}  // namespace
}  // namespace tumen
