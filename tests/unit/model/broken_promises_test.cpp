#include <gtest/gtest.h>

#include "support/settling.hpp"

/// Promises of forgiveness that fall due: step 11 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

class BrokenPromises : public ::testing::Test {
  protected:
    static Plan plan() {
        Plan plan = settling_plan(certain);
        sentence_all_to(plan, Sentence::imprisoned);
        return plan;
    }
    PunishingDay day{plan()};
    Who who = person(day.town.city, Role::smuggler);
    Ward& ward = *who.ward;

    void promise(std::int32_t breach_day) {
        who.persons().breach_day[who.i] = breach_day;
        ward.promised.assign(1, who.i);
        day.begin();
    }
};

TEST_F(BrokenPromises, EndInArrestWithoutAChanceToSettle) {
    promise(0);
    break_promises(day.now(), ward);
    EXPECT_EQ(ward.today[Count::promises_broken], 1);
    EXPECT_EQ(ward.today[Count::arrested], 1);
    EXPECT_EQ(ward.today[Count::bribed], 0);
    EXPECT_EQ(ward.today[Count::caught], 0);
    EXPECT_TRUE(who.is(Flag::held));
    EXPECT_TRUE(who.is(Flag::promise_case));
    EXPECT_FALSE(who.is(Flag::phone));
    EXPECT_TRUE(ward.promised.empty());
    EXPECT_EQ(ward.arrests, std::vector<PersonPlace>(1, who.i));
}

TEST_F(BrokenPromises, WaitForTheirDay) {
    promise(1);
    break_promises(day.now(), ward);
    EXPECT_EQ(ward.today[Count::promises_broken], 0);
    EXPECT_EQ(ward.promised.size(), 1u);
    EXPECT_EQ(who.persons().breach_day[who.i], 1);
    day.conditions = day.town.on(1);
    break_promises(day.now(), ward);
    EXPECT_EQ(ward.today[Count::promises_broken], 1);
}

TEST_F(BrokenPromises, LapseForWhoIsNotFree) {
    promise(0);
    who.lower(Flag::free);
    break_promises(day.now(), ward);
    EXPECT_EQ(ward.today[Count::promises_broken], 0);
    EXPECT_TRUE(ward.promised.empty());
    EXPECT_EQ(who.persons().breach_day[who.i], never);
    who.raise(Flag::free);
    break_promises(day.now(), ward);
    EXPECT_EQ(ward.today[Count::arrested], 0);
}

TEST_F(BrokenPromises, WeighByWhatBecameOfTheCase) {
    promise(0);
    break_promises(day.now(), ward);
    EXPECT_TRUE(ward.broken.empty());  // nobody knows yet
    day.conditions = day.town.on(1);
    day.begin();
    EXPECT_EQ(day.now().p.news.promise_breach_weight, (BySentence<double>{0.25, 0.5, 0.75, 1}));
    decide_cases(day.now(), ward);
    ASSERT_EQ(ward.broken.size(), 1u);
    EXPECT_EQ(ward.broken[0].person, who.i);
    EXPECT_FALSE(who.is(Flag::promise_case));
    // Every case is bought off here: the one who trusted is warned.
    EXPECT_EQ(ward.broken[0].weight, 0.25);
}

TEST_F(BrokenPromises, FallDueOnWhoHasNoPhoneToo) {
    lose_phone(ward, who.i);
    promise(0);
    break_promises(day.now(), ward);
    EXPECT_EQ(ward.today[Count::promises_broken], 1);
}

TEST_F(BrokenPromises, ArrestNobodyTwiceADay) {
    Plan strict = plan();
    set_parameters(strict, {{"settle_base", -certain}});
    PunishingDay other(strict);
    const Who same = person(other.town.city, Role::smuggler);
    same.persons().breach_day[same.i] = 0;
    same.ward->promised.assign(1, same.i);
    other.punish(same);
    break_promises(other.now(), *same.ward);
    EXPECT_EQ(same.ward->today[Count::promises_broken], 0);
    EXPECT_EQ(same.ward->arrests.size(), 1u);
    EXPECT_TRUE(same.ward->promised.empty());
}

}  // namespace
}  // namespace tumen
