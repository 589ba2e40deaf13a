#include <gtest/gtest.h>

#include <cmath>

#include "model/day.hpp"
#include "rules/following.hpp"
#include "support/plans.hpp"
#include "support/town.hpp"

/// Nobody appears or vanishes, nobody is in two places, and what is reported is what the city
/// holds: counted a second time, person by person, on every day of the most eventful scenario.
namespace tumen::testing {
namespace {

struct Census {
    std::int64_t free = 0, held = 0, detained = 0, imprisoned = 0, exiled = 0;
    std::int64_t phones = 0, calling = 0, followed = 0, signed_oath = 0;
};

void count_person(const Persons& persons, PersonPlace i, Census& census) {
    const bool free = persons.is(i, Flag::free);
    const bool held = persons.is(i, Flag::held);
    const bool detained = persons.is(i, Flag::detained);
    const bool imprisoned = persons.is(i, Flag::imprisoned);
    const bool exiled = persons.is(i, Flag::exiled);
    ASSERT_EQ(free + held + detained + imprisoned + exiled, 1) << "one place a person";
    census.free += free;
    census.held += held;
    census.detained += detained;
    census.imprisoned += imprisoned;
    census.exiled += exiled;
    const bool phone = persons.is(i, Flag::phone);
    if (phone) {
        ASSERT_TRUE(free && persons.is(i, Flag::ever_held));
    } else {
        ASSERT_FALSE(persons.is(i, Flag::calling)) << "nobody calls without a phone";
    }
    census.phones += phone;
    census.calling += persons.is(i, Flag::calling);
    census.followed += persons.is(i, Flag::followed);
    ASSERT_EQ(persons.is(i, Flag::signed_oath), persons.oath_day[i] != never);
    census.signed_oath += persons.is(i, Flag::signed_oath);
}

/// Adults without a place: free, unless the household is exiled.
void count_others(const Ward& ward, Census& census) {
    for (const WatchUnit& unit : ward.units) {
        for (std::uint32_t h = 0; h < unit.households; ++h) {
            const HouseholdId household(unit.first_household + h);
            const std::uint8_t mark = marks_of(ward, household);
            for (std::uint8_t member = 0; member < (mark & adults_mask); ++member) {
                if (find_place(ward, {household, member}) != nobody) continue;
                (mark & exiled_mark ? census.exiled : census.free) += 1;
            }
        }
    }
}

Census census_of(const City& city) {
    Census census;
    for (const Ward& ward : city.wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            count_person(ward.persons, i, census);
        }
        count_others(ward, census);
    }
    return census;
}

void compare(const Census& census, const DayReport& report, std::int64_t adults) {
    ASSERT_EQ(census.free + census.held + census.detained + census.imprisoned + census.exiled,
              adults);
    ASSERT_EQ(report[Count::free_adults], census.free);
    ASSERT_EQ(report[Count::in_custody], census.held);
    ASSERT_EQ(report[Count::in_detention], census.detained);
    ASSERT_EQ(report[Count::in_prison], census.imprisoned);
    ASSERT_EQ(report[Count::in_exile], census.exiled);
    ASSERT_EQ(report[Count::phones_held], census.phones);
    ASSERT_EQ(calling(report), census.calling);
    ASSERT_EQ(report[Count::followed], census.followed);
    ASSERT_LE(report[Count::phones_held], adults);
    ASSERT_LE(report[Count::signed_oath], adults);
    ASSERT_GE(report[Count::signed_oath], census.signed_oath);
}

/// Identities between the counts of one day.
void compare_counts(const DayReport& report) {
    ASSERT_EQ(report[Count::transfers_asked],
              report[Count::transfers_served] + report[Count::transfers_unmet]);
    ASSERT_EQ(report[Count::cases_decided], report[Count::warned] + report[Count::detained] +
                                                report[Count::imprisoned] +
                                                report[Count::exiled_households]);
    ASSERT_LE(report[Count::ransomed], report[Count::warned]);
    ASSERT_LE(report[Count::households_sold], report[Count::ransomed]);
    ASSERT_LE(report[Count::arrested_brokers], report[Count::arrested]);
    ASSERT_LE(report[Count::questioned_without_phone], report[Count::questioned]);
    ASSERT_LE(report[Count::told_arrests], report[Count::arrested]);
    ASSERT_LE(report[Count::told_exiles], report[Count::exiled_households]);
    ASSERT_LE(report[Count::told_hand_ins], handed_in(report));
    ASSERT_LE(report[Count::reached_30], report[Count::reached_365]);
    ASSERT_LE(report[Count::reached_365], report[Count::kin_households]);
    ASSERT_LE(report[Count::silent_90] + report[Count::reached_30], report[Count::kin_households]);
    ASSERT_LE(report[Quantity::money_delivered], report[Quantity::money_sent]);
    ASSERT_EQ(report[Count::arrested],
              report[Count::caught] - report[Count::bribed] + report[Count::promises_broken]);
    ASSERT_LE(report[Count::reports], report[Count::noticed]);
    ASSERT_LE(report[Count::noticed], report[Count::calls]);
    ASSERT_LE(report[Count::detected], report[Count::calls]);
    ASSERT_LE(handed_in(report) + report[Count::decoys_refused], report[Count::considered]);
    ASSERT_LE(report[Count::broker_real], report[Count::real_professional]);
    ASSERT_LE(report[Count::broker_real_followed], report[Count::broker_real]);
    ASSERT_LE(report[Count::signers_calling], report[Count::signed_oath]);
    ASSERT_GE(report[Count::exiled_people], report[Count::exiled_households]);
    for (const std::int64_t count : report.counts)
        ASSERT_GE(count, 0);
    for (const double quantity : report.quantities)
        ASSERT_TRUE(std::isfinite(quantity));
}

/// What happened to everybody arrested so far, the warm-up included.
struct Cases {
    std::int64_t arrested = 0, decided = 0, lapsed = 0;

    void add(const City& city) {
        for (const Ward& ward : city.wards) {
            arrested += ward.today[Count::arrested];
            decided += ward.today[Count::cases_decided];
            lapsed += ward.today[Count::cases_lapsed];
        }
    }
};

/// How long ago households were in contact, looked up one by one.
void compare_contacts(const City& city, std::int32_t day, const DayReport& report) {
    std::int64_t within_30 = 0, within_365 = 0, silent_90 = 0, households = 0;
    for (const Ward& ward : city.wards) {
        for (const KinHome& kin : ward.kin) {
            const std::int32_t days = day - ward.homes.entries[kin.home].contact_day;
            ++households;
            within_30 += days < 30;
            within_365 += days < 365;
            silent_90 += days >= 90;
        }
    }
    ASSERT_EQ(report[Count::kin_households], households);
    ASSERT_EQ(report[Count::reached_30], within_30);
    ASSERT_EQ(report[Count::reached_365], within_365);
    ASSERT_EQ(report[Count::silent_90], silent_90);
}

/// No more are followed than a ward's officers can.
void compare_followed(const Today& now, const City& city) {
    const std::size_t most = caseload(now.p.following, now.day.central_team ? 1 : 0);
    for (const Ward& ward : city.wards)
        ASSERT_LE(ward.suspects.size(), most);
}

void play_and_compare(Plan plan) {
    const std::int32_t last = plan.days;
    Town town(std::move(plan));
    Cases cases;
    for (std::int32_t day = town.first_day(); day < last; ++day) {
        const DayConditions conditions = town.on(day);
        play_day(town.city, conditions, town.executor, 8);
        cases.add(town.city);
        if (day < 0) continue;
        const DayReport report = report_of(today_in(town.city, conditions), town.city);
        compare(census_of(town.city), report, town.city.adults);
        compare_contacts(town.city, day, report);
        compare_followed(today_in(town.city, conditions), town.city);
        ASSERT_EQ(cases.arrested, cases.decided + report[Count::in_custody] + cases.lapsed);
        compare_counts(report);
        if (::testing::Test::HasFatalFailure()) FAIL() << "day " << day;
    }
}

TEST(Conservation, EverybodyIsSomewhereOnEveryDayOfACrowdedCalendar) {
    play_and_compare(crowded_plan(3000, 150));
}

TEST(Conservation, AlsoWhereEverybodyHasAPlaceFromTheStart) {
    Plan plan = crowded_plan(2000, 120);
    set_parameters(plan, {{"suspicion_prior.resident", 0.1}});
    play_and_compare(plan);
}

TEST(Conservation, AlsoWhereNearlyEveryArrestIsExile) {
    Plan plan = crowded_plan(2000, 120);
    set_parameters(plan, {{"sentence_calm.exiled", 5},
                          {"sentence_harsh.exiled", 5},
                          {"settle_base", -5},
                          {"oath_refusal", 0.3}});
    play_and_compare(plan);
}

TEST(Conservation, StocksFollowFromEvents) {
    const CityResult result = play(crowded_plan(3000, 150));
    for (std::size_t day = 1; day < result.days.size(); ++day) {
        const DayReport& before = result.days[day - 1];
        const DayReport& today = result.days[day];
        ASSERT_GE(today[Count::in_exile], before[Count::in_exile]);
        ASSERT_GE(today[Count::signed_oath], before[Count::signed_oath]);
        // whoever goes to prison leaves it only into exile with the household
        ASSERT_LE(today[Count::in_prison], before[Count::in_prison] + today[Count::imprisoned]);
        const std::int64_t lost =
            before[Count::phones_held] + today[Count::phones_bought] - today[Count::phones_held];
        ASSERT_GE(lost, 0);
        const std::int64_t real = today[Count::real_family] + today[Count::real_professional];
        ASSERT_GE(lost, real);
    }
}

TEST(Conservation, SignedCountsEveryAdultOnceHoweverOftenTheySign) {
    Plan plan = calm_plan(3000, 60);
    plan.oath_drives = {{0, 20}, {30, 50}};
    set_parameters(plan, {{"oath_visit", 1}, {"oath_refusal", 0}, {"meeting_fear", 0}});
    stop_enforcement(plan);
    const CityResult result = play(plan);
    EXPECT_EQ(result.days[0][Count::signed_oath], static_cast<std::int64_t>(result.adults));
    EXPECT_EQ(result.days.back()[Count::signed_oath], static_cast<std::int64_t>(result.adults));
}

}  // namespace
}  // namespace tumen::testing
