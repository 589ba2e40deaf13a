#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "model/day.hpp"
#include "rules/following.hpp"
#include "support/day.hpp"

/// Step 8 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

Plan following_plan() {
    Plan plan = still_plan();
    set_parameters(plan, {{"officers_per_ward", 2},
                          {"officer_caseload", 1},
                          {"central_caseload", 1},
                          {"follow_threshold", 0.5},
                          {"reputation_weight", 1.5},
                          {"borrowing_limit", 0}});
    return plan;
}

Plan crowded_following_plan() {
    Plan plan = crowded_plan(6000, 10);
    set_parameters(plan, {{"phone_share.resident", 0.15},
                          {"officers_per_ward", 5},
                          {"officer_caseload", 1},
                          {"follow_threshold", 0.5},
                          {"reputation_weight", 1.5}});
    return plan;
}

class Following : public ::testing::Test {
  protected:
    Day day{following_plan()};
    Ward& ward = day.town.city.wards.front();
    Persons& persons = ward.persons;

    void suspect(std::size_t number, double suspicion) {
        const PersonPlace i(number);
        persons.suspicion_excess[i] = suspicion;
        persons.raise(i, Flag::suspect);
    }
    std::set<std::uint32_t> followed() {
        start_day(day.now(), ward);
        choose_followed(day.now(), ward);
        std::set<std::uint32_t> who;
        for (const PersonPlace i : persons.identity.places()) {
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

TEST_F(Following, GoesByReputationDuringAHandInDriveAndTicksOffWhoHandedIn) {
    persons.suspicion_base[PersonPlace(1)] = 0.2;  // 0.2 + 1.5 x 0.2 = 0.5
    persons.suspicion_base[PersonPlace(2)] = 0.21;
    persons.suspicion_base[PersonPlace(3)] = 0.3;
    for (const std::uint32_t i : {1u, 2u, 3u})
        persons.raise(PersonPlace(i), Flag::reputed);
    EXPECT_EQ(followed(), (Set{}));
    day.conditions.hand_in_drive = true;
    EXPECT_EQ(followed(), (Set{2, 3}));
    persons.raise(PersonPlace(3), Flag::handed_in);
    EXPECT_EQ(followed(), (Set{2}));
    day.conditions.hand_in_drive_begins = true;  // of the next one
    EXPECT_EQ(followed(), (Set{2, 3}));
}

TEST_F(Following, DuringAHandInDriveSuspicionAloneStillCounts) {
    day.conditions.hand_in_drive = true;
    suspect(4, 0.6);
    EXPECT_EQ(followed(), (Set{4}));
}

TEST_F(Following, AmongEquallySuspectedTakesTheLowerId) {
    for (const std::uint32_t i : {5u, 3u, 1u, 0u})
        suspect(i, 0.7);
    EXPECT_EQ(followed(), (Set{0, 1}));
}

TEST_F(Following, TheLowerIdIsThatOfHouseholdAndMemberNotOfThePlace) {
    // a relative who gets a place last, in the household of the first of the places
    HouseholdId household = nobody;
    for (const PersonPlace i : ward.by_id) {
        const HouseholdId own = persons.identity[i].household;
        if (adults_in(ward, own) > 1) {
            household = own;
            break;
        }
    }
    ASSERT_NE(household, nobody);
    const PersonPlace late = place_of(day.town.city, ward, day.conditions, {household, 1});
    const PersonPlace first = find_place(ward, {household, 0});
    const PersonPlace last(persons.size() - 2);
    for (const std::size_t i : {late, first, last, PersonPlace(last - 1)})
        suspect(i, 0.7);
    EXPECT_EQ(followed(), (Set{first, late}));
}

TEST_F(Following, TakesOnlyWhoIsFree) {
    suspect(1, 0.9);
    suspect(2, 0.8);
    suspect(3, 0.7);
    persons.lower(PersonPlace(1), Flag::free);
    EXPECT_EQ(followed(), (Set{2, 3}));
}

TEST_F(Following, TakesMoreWhileTheCentralTeamIsThere) {
    for (const std::uint32_t i : {0u, 1u, 2u, 3u})
        suspect(i, 0.9 - 0.1 * i);
    day.conditions.central_team = true;
    EXPECT_EQ(followed(), (Set{0, 1, 2}));
}

TEST_F(Following, LetsGoOfWhoIsNoLongerAmongTheMostSuspected) {
    suspect(1, 0.9);
    EXPECT_EQ(followed(), (Set{1}));
    suspect(1, 0.1);
    suspect(2, 0.9);
    EXPECT_EQ(followed(), (Set{2}));
    EXPECT_TRUE(persons.is(PersonPlace(1), Flag::followed_at_dawn));
}

TEST_F(Following, CountsSuspicionFromTheStartAndWhatWasAdded) {
    persons.suspicion_base[PersonPlace(1)] = 0.3;
    suspect(1, 0.3);
    persons.suspicion_base[PersonPlace(2)] = 0.3;
    suspect(2, 0.1);
    EXPECT_EQ(followed(), (Set{1}));
}

TEST_F(Following, WhoIsFollowedAnewBringsWhatIsLeftOfDaysWatchedBefore) {
    suspect(1, 0.9);
    persons.watched[PersonPlace(1)] = 8;
    persons.watched_clock[PersonPlace(1)] = -1;  // a half-life before the first day
    followed();
    EXPECT_DOUBLE_EQ(persons.watched[PersonPlace(1)], 4);
    EXPECT_EQ(persons.watched_clock[PersonPlace(1)], day.conditions.watched_clock);
}

TEST_F(Following, AForgottenSuspectIsRememberedAfterTheNextEvent) {
    suspect(1, 0.1);
    followed();
    EXPECT_FALSE(persons.is(PersonPlace(1), Flag::suspect));
    add_suspicion(day.now(), ward, PersonPlace(1), 0.6);
    EXPECT_EQ(followed(), (Set{1}));
}

TEST_F(Following, WhoIsSuspectFromTheStartIsNeverForgotten) {
    persons.suspicion_base[PersonPlace(1)] = 0.6;
    suspect(1, -0.5);  // relieved for now
    EXPECT_EQ(followed(), (Set{}));
    persons.suspicion_excess[PersonPlace(1)] = 0;
    EXPECT_EQ(followed(), (Set{1}));
}

/// Whole blocks are scored at once where many are suspected: as the rule has it for one after the
/// other.
class FollowingOfMany : public ::testing::TestWithParam<bool> {
  protected:
    Day day{crowded_following_plan()};
    Ward& ward = day.town.city.wards.front();
    Persons& persons = ward.persons;
    const Parameters& p = day.now().p;

    /// In sixteenths, so that many are equal.
    void suspect_by_chance(std::uint32_t round) {
        for (const PersonPlace i : persons.identity.places()) {
            const RandomBlock drawn = draw({7, round, 1}, {i, 0, Purpose{1}});
            persons.suspicion_base[i] = (drawn.word[0] & 7u) / 16.0;
            persons.suspicion_excess[i] = (drawn.word[1] & 15u) / 16.0 - 0.25;
            for (const auto& [flag, shift] : {std::pair{Flag::suspect, 0},
                                              {Flag::reputed, 2},
                                              {Flag::handed_in, 4},
                                              {Flag::free, 6}}) {
                const bool raised = (drawn.word[2] >> shift & 3u) != 0;
                raised ? persons.raise(i, flag) : persons.lower(i, flag);
            }
        }
    }
    double score(PersonPlace i) {
        const bool pressed = GetParam() && !persons.is(i, Flag::handed_in);
        return following_score(p.following, suspicion_of(day.now(), ward, i),
                               persons.suspicion_base[i],
                               pressed ? Officers::pressed : Officers::calm);
    }
    std::vector<PersonPlace> chosen_singly() {
        std::vector<PersonPlace> some;
        for (const PersonPlace i : persons.identity.places()) {
            const bool listed =
                persons.is(i, Flag::suspect) || (GetParam() && persons.is(i, Flag::reputed));
            if (listed && persons.is(i, Flag::free) && score(i) > p.following.follow_threshold)
                some.push_back(i);
        }
        std::sort(some.begin(), some.end(), [&](PersonPlace one, PersonPlace other) {
            return score(one) != score(other) ? score(one) > score(other)
                                              : id_before(persons, one, other);
        });
        some.resize(std::min<std::size_t>(some.size(), caseload(p.following, 0)));
        return some;
    }
};

TEST_P(FollowingOfMany, IsTheChoiceOfOneAfterTheOther) {
    ASSERT_GT(persons.size(), 130u);  // two whole blocks, and a part of one
    ASSERT_NE(persons.size() % 64, 0u);
    day.conditions.hand_in_drive = GetParam();
    std::reverse(persons.identity.begin(), persons.identity.end());  // later blocks win ties
    std::size_t forgotten = 0;
    for (std::uint32_t round = 0; round < 50; ++round) {
        suspect_by_chance(round);
        std::vector<PersonPlace> expected = chosen_singly();
        std::set<std::uint32_t> suspects;
        for (const PersonPlace i : persons.identity.places()) {
            const bool little = suspicion_of(day.now(), ward, i) <= p.following.follow_threshold &&
                                persons.suspicion_base[i] <= p.following.follow_threshold;
            if (persons.is(i, Flag::suspect) && !little) suspects.insert(i);
            forgotten += persons.is(i, Flag::suspect) && little;
        }
        choose_followed(day.now(), ward);
        std::set<std::uint32_t> followed;
        std::set<std::uint32_t> left;
        for (const PersonPlace i : persons.identity.places()) {
            if (persons.is(i, Flag::followed)) followed.insert(i);
            if (persons.is(i, Flag::suspect)) left.insert(i);
        }
        EXPECT_EQ(followed, std::set<std::uint32_t>(expected.begin(), expected.end())) << round;
        EXPECT_EQ(left, suspects) << round;
    }
    EXPECT_GT(forgotten, 100u);
}

INSTANTIATE_TEST_SUITE_P(Drives, FollowingOfMany, ::testing::Bool());

TEST(Extortion, TakesFromThePurseOfWhoIsFollowed) {
    Plan plan = following_plan();
    set_parameters(plan, {{"extortion", 1}, {"extortion_amount", 1000}});
    Day day(plan);
    const Who rich = person(day.town.city.wards.front(), Role::smuggler);
    const Who poor = person(day.town.city.wards[WardId(1)], Role::smuggler);
    for (const Who& who : {rich, poor}) {
        who.suspicion() = 1;
        who.raise(Flag::suspect);
    }
    set_savings(rich, 5000);
    set_savings(poor, 300);  // and nothing is lent
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

TEST(Suspected, ResidentsGetAPlaceWhenTheChoiceComesToThemAndAllElseIsAsIfTheyHadHadOne) {
    Plan plan = crowded_plan(3000, 100);
    set_parameters(plan, {{"suspicion_prior.resident", 0.4}, {"phone_share.resident", 0.02}});
    Town waiting(plan);
    Town placed(plan);
    give_everybody_a_place(placed.city, placed.on(placed.first_day()));
    std::size_t listed = 0;
    for (const Ward& ward : waiting.city.wards)
        listed += ward.suspected.size();
    std::int64_t followed = 0;
    for (std::int32_t day = waiting.first_day(); day < 100; ++day) {
        const auto report_from = [&](Town& town) {
            play_day(town.city, town.on(day), town.executor, 8);
            return report_of(today_in(town.city, town.on(day)), town.city);
        };
        const DayReport lazy = report_from(waiting);
        const DayReport eager = report_from(placed);
        ASSERT_EQ(lazy.counts, eager.counts) << day;
        ASSERT_NEAR(lazy[Quantity::risk_roles], eager[Quantity::risk_roles], 1e-12) << day;
        ASSERT_NEAR(lazy[Quantity::extorted], eager[Quantity::extorted], 1e-6) << day;
        for (const Ward& ward : waiting.city.wards) {
            for (const PersonPlace i : ward.persons.identity.places()) {
                followed += ward.persons.identity[i].role == Role::resident &&
                            ward.persons.is(i, Flag::followed);
            }
        }
    }
    EXPECT_GT(followed, 100);  // residents, each day
    std::size_t left = 0;
    for (const Ward& ward : waiting.city.wards)
        left += ward.suspected.size();
    EXPECT_GT(left, listed / 2);
    EXPECT_LT(left, listed);
}

}  // namespace
}  // namespace tumen
