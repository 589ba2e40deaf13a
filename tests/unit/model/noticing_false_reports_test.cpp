#include <gtest/gtest.h>

#include <cmath>

#include "support/day.hpp"

/// Step 7 of the day: reports of people whom nobody saw calling.
namespace tumen {
namespace {

using namespace tumen::testing;

/// One false report an adult and day, each of which is searched and finds what is there.
Plan suspicious_plan() {
    Plan plan = still_plan();
    set_parameters(plan, {{"false_report_rate", 1}, {"search", 1}, {"search_find", 1}});
    return plan;
}

class FalseReports : public ::testing::Test {
  protected:
    Day day{suspicious_plan()};
    void report() {
        start_day(day.now(), day.town.city);
        for (Ward& ward : day.town.city.wards)
            report_falsely(day.now(), std::span(&ward, 1));
    }
    std::int64_t count() const {
        std::int64_t sum = 0;
        for (const Ward& ward : day.town.city.wards)
            sum += ward.today[Count::false_reports];
        return sum;
    }
};

TEST_F(FalseReports, AreAsManyAsTheRuleSays) {
    report();
    // Poisson with a mean of one an adult, about 300; 5 standard deviations
    const double mean = day.town.city.adults;
    EXPECT_NEAR(static_cast<double>(count()), mean, 5 * std::sqrt(mean));
    day.conditions.threat = 3;
    report();
    EXPECT_NEAR(static_cast<double>(count()), 3 * mean, 5 * std::sqrt(3 * mean));
}

TEST_F(FalseReports, ReachAnyoneAndMakeThemSuspect) {
    report();
    double suspicion = 0;
    std::size_t without_phone = 0;
    std::size_t people = 0;
    for (const Ward& ward : day.town.city.wards) {
        people += ward.persons.size();
        for (const PersonPlace i : ward.persons.identity.places()) {
            suspicion += suspicion_of(day.now(), ward, i);
            without_phone += ward.persons.is(i, Flag::suspect) && !ward.persons.is(i, Flag::phone);
        }
    }
    EXPECT_NEAR(suspicion, day.now().p.noticing.suspicion_report * static_cast<double>(count()),
                1e-9);
    EXPECT_GT(without_phone, 50u);
    EXPECT_GT(people, 100u);  // whoever is reported has a place from now on
}

TEST_F(FalseReports, FindAPhoneOnlyWhereThereIsOne) {
    report();
    std::size_t caught = 0;
    for (const Ward& ward : day.town.city.wards) {
        caught += ward.caught.size();
        for (const PersonPlace i : ward.persons.identity.places()) {
            const bool reported = ward.persons.is(i, Flag::suspect);
            EXPECT_EQ(ward.persons.is(i, Flag::caught),
                      reported && ward.persons.is(i, Flag::phone));
        }
    }
    EXPECT_GT(caught, 0u);
}

TEST_F(FalseReports, AreVoidForWhoIsNotFree) {
    for (Ward& ward : day.town.city.wards) {
        for (std::uint8_t& mark : ward.households) {
            if (!(mark & known_mark)) mark |= exiled_mark;
        }
        for (const PersonPlace i : ward.persons.identity.places()) {
            ward.persons.lower(i, Flag::free);
            ward.persons.raise(i, Flag::detained);
        }
    }
    report();
    // what is left are the free relatives of those with a place
    for (const Ward& ward : day.town.city.wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            if (ward.persons.is(i, Flag::suspect)) {
                EXPECT_TRUE(ward.persons.is(i, Flag::free));
            }
        }
    }
    for (Ward& ward : day.town.city.wards) {
        for (std::uint8_t& mark : ward.households)
            mark |= exiled_mark;
    }
    report();
    EXPECT_EQ(count(), 0);
}

TEST_F(FalseReports, OfOneDayAreEachDrawnAnew) {
    // 300 reports a ward and more reuse no draw: people are hit a Poisson number of times, and so
    // about e^-5 of them not at all when there are five a head.
    day.conditions.threat = 5;
    report();
    std::size_t hit = 0;
    for (const Ward& ward : day.town.city.wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            hit += ward.persons.is(i, Flag::suspect);
        }
    }
    const double adults = day.town.city.adults;
    const double missed = adults * std::exp(-5);
    EXPECT_NEAR(static_cast<double>(hit), adults - missed, 5 * std::sqrt(missed) + 1);
}

}  // namespace
}  // namespace tumen
