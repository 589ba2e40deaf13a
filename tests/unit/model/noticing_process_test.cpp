#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/still.hpp"

/// Steps 6 and 7 of the day.
namespace tumen {
namespace {

using namespace tumen::testing;

/// Everybody who is calling makes a call every day; of what may follow, tests say it with
/// `settings`.
Plan calling_plan(std::initializer_list<Setting> settings = {}) {
    Plan plan = still_plan();
    set_parameters(
        plan,
        {{"call_rate.family", 1}, {"call_rate.smuggler", 1}, {"raid", 0}, {"catch_followed", 0}});
    set_parameters(plan, settings);
    return plan;
}

struct Day {
    Town town;
    DayConditions conditions;
    explicit Day(Plan plan) : town(std::move(plan)), conditions(town.on(0)) {}
    Today now() const { return today_in(town.city, conditions); }
    void call() {
        start_day(now(), town.city);
        for (Ward& ward : town.city.wards)
            make_calls(now(), std::span(&ward, 1));
    }
    std::int64_t count(Count what) const {
        std::int64_t sum = 0;
        for (const Ward& ward : town.city.wards)
            sum += ward.today[what];
        return sum;
    }
    std::int64_t callers(Role role) const {
        std::int64_t sum = 0;
        for (const Ward& ward : town.city.wards) {
            for (const PersonPlace i : ward.persons.identity.places()) {
                sum += ward.persons.identity[i].role == role && ward.persons.is(i, Flag::calling);
            }
        }
        return sum;
    }
};

TEST(Calls, AreMadeByEverybodyInContactAtTheirRolesRate) {
    Day day(calling_plan());
    day.call();
    EXPECT_EQ(day.count(Count::calls), day.callers(Role::family) + day.callers(Role::smuggler));
    person(day.town.city, Role::family).lower(Flag::calling);
    day.call();
    EXPECT_EQ(day.count(Count::calls), day.callers(Role::family) + day.callers(Role::smuggler));
}

TEST(Calls, OfABrokerComeWithATransfer) {
    Day day(calling_plan());
    start_day(day.now(), day.town.city);
    broker(day.town.city, 0).raise(Flag::asked_to_call);
    broker(day.town.city, 1).raise(Flag::asked_to_call);
    broker(day.town.city, 1).lower(Flag::calling);
    for (Ward& ward : day.town.city.wards)
        make_calls(day.now(), std::span(&ward, 1));
    EXPECT_EQ(day.count(Count::calls), day.callers(Role::family) + day.callers(Role::smuggler) + 1);
}

TEST(Calls, EarnATraderWhatKeepsTheOrdinarySavingsAndNobodyElse) {
    Day day(calling_plan({{"savings_recovery", 50}}));
    const Who smuggler = person(day.town.city, Role::smuggler);
    const Who family = person(day.town.city, Role::family);
    set_savings(smuggler, 100);
    set_savings(family, 100);
    smuggler.ward->homes.entries[smuggler.home()].savings_ordinary = 4000;
    day.call();
    EXPECT_NEAR(savings(day.now(), smuggler), 180, 1e-9);  // 4000 / (50 x 1)
    EXPECT_EQ(savings(day.now(), family), 100);
    double earned = 0;
    for (const Ward& ward : day.town.city.wards)
        earned += ward.today[Quantity::earned_traders];
    EXPECT_GT(earned, 80);
    smuggler.lower(Flag::calling);
    day.call();
    EXPECT_NEAR(savings(day.now(), smuggler), 180, 1e-9);
}

TEST(Questioning, IsOfWhoWasNamedYesterdayAndIsFree) {
    Day day(calling_plan({{"suspicion_detection", 0.5}, {"search", 1}, {"search_find", 1}}));
    const Who holder = person(day.town.city, Role::smuggler, 0);
    const Who without = person(day.town.city.wards[WardId(1)], Role::smuggler, 0);
    const Who held = person(day.town.city.wards[WardId(1)], Role::family, 0);
    without.lower(Flag::phone);
    held.lower(Flag::free);
    for (const Who& who : {holder, without, held}) {
        who.ward->named.push_back(who.i);
        who.raise(Flag::named);
    }
    start_day(day.now(), day.town.city);
    for (Ward& ward : day.town.city.wards)
        question_named(day.now(), ward);
    EXPECT_EQ(day.count(Count::questioned), 2);
    EXPECT_EQ(day.count(Count::questioned_without_phone), 1);
    EXPECT_NEAR(suspicion_of(day.now(), *holder.ward, holder.i), 0.5, 1e-12);
    EXPECT_NEAR(suspicion_of(day.now(), *held.ward, held.i), 0, 1e-12);
    EXPECT_TRUE(holder.is(Flag::caught));
    EXPECT_FALSE(without.is(Flag::caught));
    for (const Who& who : {holder, without, held}) {
        EXPECT_FALSE(who.is(Flag::named));
        EXPECT_TRUE(who.ward->named.empty());
    }
}

/// Whom a witness of the caller's would be: a call is certainly noticed, so it is void exactly
/// where the witness belongs to the own household or is not free.
TEST(Noticing, IsVoidInTheOwnHouseholdOnly) {
    Day day(calling_plan({{"notice", 1}, {"report_base", -1000}}));
    std::int64_t calls = 0;
    std::int64_t noticed = 0;
    double expected = 0;
    double variance = 0;
    for (std::int32_t d = 0; d < 50; ++d) {
        day.conditions = day.town.on(d);
        day.call();
        calls += day.count(Count::calls);
        noticed += day.count(Count::noticed);
        EXPECT_EQ(day.count(Count::reports), 0);
        for (const Ward& ward : day.town.city.wards) {
            for (const PersonPlace i : ward.persons.identity.places()) {
                const Role role = ward.persons.identity[i].role;
                if (role != Role::family && role != Role::smuggler) continue;
                const std::uint32_t household = ward.persons.identity[i].household;
                const double own = ward.households[household - ward.first_household] & adults_mask;
                const double p = 1 - own / ward.units[ward.persons.identity[i].unit].adults;
                expected += p;
                variance += p * (1 - p);
            }
        }
    }
    EXPECT_GT(calls, 1000);
    EXPECT_LT(noticed, calls);
    // 5 standard deviations are a chance of one in a million
    EXPECT_NEAR(static_cast<double>(noticed), expected, 5 * std::sqrt(variance));
}

TEST(Noticing, NeedsAWitnessWhoIsFree) {
    Day day(calling_plan({{"notice", 1}, {"report_base", 1000}}));
    for (Ward& ward : day.town.city.wards) {
        for (const WatchUnit& unit : ward.units) {
            for (std::uint32_t n = 0; n < unit.adults; ++n) {
                const AdultId adult = adult_of_unit(ward, unit, n);
                const PersonPlace place = place_of(day.town.city, ward, day.conditions, adult);
                ward.persons.lower(place, Flag::free);
            }
        }
    }
    day.call();
    EXPECT_GT(day.count(Count::calls), 0);
    EXPECT_EQ(day.count(Count::noticed), 0);
}

TEST(Noticing, WitnessesDoNotLiveInExile) {
    Day day(calling_plan({{"notice", 1}, {"report_base", 1000}}));
    for (Ward& ward : day.town.city.wards) {
        for (std::uint8_t& mark : ward.households) {
            if (!(mark & known_mark)) mark |= exiled_mark;
        }
        for (const PersonPlace i : ward.persons.identity.places())
            ward.persons.lower(i, Flag::free);
    }
    // what is left to notice are the other adults of the households that call
    day.call();
    EXPECT_LT(day.count(Count::noticed), day.count(Count::calls));
    for (Ward& ward : day.town.city.wards) {
        for (std::uint8_t& mark : ward.households)
            mark |= exiled_mark;
    }
    day.call();
    EXPECT_EQ(day.count(Count::noticed), 0);
}

TEST(Noticing, IsImpossibleWhereTheUnitIsOneHousehold) {
    Day day(calling_plan({{"notice", 1},
                          {"report_base", 1000},
                          {"unit_households_min", 1},
                          {"unit_households_max", 1}}));
    day.call();
    EXPECT_GT(day.count(Count::calls), 0);
    EXPECT_EQ(day.count(Count::noticed), 0);
}

TEST(Reports, RaiseSuspicionAndLeadToNothingWithoutASearch) {
    Day day(calling_plan({{"notice", 1}, {"report_base", 1000}, {"suspicion_report", 0.75}}));
    day.call();
    EXPECT_GT(day.count(Count::reports), 0);
    EXPECT_EQ(day.count(Count::reports), day.count(Count::noticed));
    double suspicion = 0;
    for (const Ward& ward : day.town.city.wards) {
        EXPECT_TRUE(ward.caught.empty());
        for (const PersonPlace i : ward.persons.identity.places()) {
            suspicion += suspicion_of(day.now(), ward, i);
        }
    }
    EXPECT_NEAR(suspicion, 0.75 * static_cast<double>(day.count(Count::reports)), 1e-9);
}

TEST(Reports, CatchWhereASearchFinds) {
    for (const auto& [search, find] : {std::pair(1.0, 1.0), {1.0, 0.0}, {0.0, 1.0}}) {
        Day day(calling_plan(
            {{"notice", 1}, {"report_base", 1000}, {"search", search}, {"search_find", find}}));
        day.call();
        std::size_t caught = 0;
        for (const Ward& ward : day.town.city.wards)
            caught += ward.caught.size();
        EXPECT_EQ(caught, search * find * static_cast<double>(day.count(Count::reports)));
        EXPECT_GT(day.count(Count::reports), 0);
    }
}

TEST(Reports, AreKnownToFollowTheWitness) {
    // A witness with a phone never reports, one without always: those without a place have none.
    Day day(calling_plan({{"notice", 1}, {"report_base", 1000}, {"report_own_phone", 100000}}));
    for (Ward& ward : day.town.city.wards) {
        for (const WatchUnit& unit : ward.units) {
            for (std::uint32_t n = 0; n < unit.adults; ++n) {
                const AdultId adult = adult_of_unit(ward, unit, n);
                const PersonPlace place = place_of(day.town.city, ward, day.conditions, adult);
                ward.persons.raise(place, Flag::phone);
            }
        }
    }
    day.call();
    EXPECT_GT(day.count(Count::noticed), 0);
    EXPECT_EQ(day.count(Count::reports), 0);
}

TEST(Reports, OfWitnessesWithoutAPlaceFollowTheOathAndFearOfTheirUnit) {
    // weights that decide alone: without an oath nobody reports, with one everybody
    for (const bool signed_yesterday : {false, true}) {
        Day day(calling_plan({{"notice", 1}, {"report_base", -1000}, {"report_oath", 3000}}));
        day.conditions = day.town.on(0);
        for (Ward& ward : day.town.city.wards) {
            for (WatchUnit& unit : ward.units) {
                if (signed_yesterday) unit.oath_day = -1;
            }
        }
        day.call();
        EXPECT_GT(day.count(Count::noticed), 0);
        // those with a place of their own have not signed
        EXPECT_EQ(day.count(Count::reports) > 0, signed_yesterday);
    }
    Day day(calling_plan({{"notice", 1}, {"report_base", -1000}, {"report_fear", 1000}}));
    for (Ward& ward : day.town.city.wards) {
        for (WatchUnit& unit : ward.units)
            unit.risk_excess = 0.1;  // 51 times the baseline: ln is 3.9
    }
    day.call();
    EXPECT_GT(day.count(Count::reports), 0);
}

TEST(Detection, IsCertainWhereItsProbabilityIsOne) {
    Day day(calling_plan({{"detection", 1}, {"suspicion_detection", 0.5}}));
    const Who who = person(day.town.city, Role::family);
    day.call();
    EXPECT_EQ(day.count(Count::detected), day.count(Count::calls));
    EXPECT_NEAR(suspicion_of(day.now(), *who.ward, who.i), 0.5, 1e-12);
    EXPECT_TRUE(who.ward->caught.empty());  // no raid
}

TEST(Detection, EndsInARaid) {
    Day day(calling_plan({{"detection", 1}, {"raid", 1}}));
    day.call();
    std::size_t caught = 0;
    for (const Ward& ward : day.town.city.wards) {
        caught += ward.caught.size();
        for (const PersonPlace i : ward.caught)
            EXPECT_TRUE(ward.persons.is(i, Flag::caught));
    }
    EXPECT_EQ(static_cast<std::int64_t>(caught), day.count(Count::calls));
}

TEST(Detection, IsHeightenedByTheCentralTeam) {
    Day day(calling_plan({{"detection", 0.01}, {"central_detection_factor", 100}}));
    day.call();
    EXPECT_LT(day.count(Count::detected), day.count(Count::calls));
    day.conditions.central_team = true;
    day.call();
    EXPECT_EQ(day.count(Count::detected), day.count(Count::calls));
}

TEST(CatchFollowed, IsForCallersWhoWereFollowedYesterday) {
    Day day(calling_plan({{"catch_followed", 1}}));
    const Who followed = person(day.town.city, Role::family, 0);
    const Who newly = person(day.town.city, Role::family, 1);
    const Who quiet = person(day.town.city, Role::family, 2);
    followed.raise(Flag::followed);
    quiet.raise(Flag::followed);
    quiet.lower(Flag::calling);
    start_day(day.now(), day.town.city);
    newly.raise(Flag::followed);  // since today's step 8, of which step 7 knows nothing
    for (Ward& ward : day.town.city.wards)
        make_calls(day.now(), std::span(&ward, 1));
    EXPECT_TRUE(followed.is(Flag::caught));
    EXPECT_FALSE(newly.is(Flag::caught));
    EXPECT_FALSE(quiet.is(Flag::caught));
}

TEST(Catching, HappensOnceADayForWhateverReason) {
    Day day(calling_plan({{"detection", 1},
                          {"raid", 1},
                          {"notice", 1},
                          {"report_base", 1000},
                          {"search", 1},
                          {"search_find", 1},
                          {"catch_followed", 1}}));
    for (Ward& ward : day.town.city.wards) {
        for (const PersonPlace i : ward.persons.identity.places())
            ward.persons.raise(i, Flag::followed);
    }
    day.call();
    for (const Ward& ward : day.town.city.wards) {
        std::vector<PersonPlace> caught = ward.caught;
        std::sort(caught.begin(), caught.end());
        EXPECT_EQ(std::unique(caught.begin(), caught.end()), caught.end());
    }
}

}  // namespace
}  // namespace tumen
