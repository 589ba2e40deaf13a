#include "scenario/text/quantity.hpp"

#include "support.hpp"

namespace tumen {
namespace {

struct Reading {
    std::string_view text;
    Unit unit;
    double value;
};

TEST(Quantity, ReadsWhatPeopleWrite) {
    const Reading readings[] = {
        {"15 %", Unit::share, 0.15},
        {"7%", Unit::share, 0.07},
        {"0.1 %", Unit::probability, 0.001},
        {"0.22", Unit::share, 0.22},
        {"30 days", Unit::days, 30},
        {" 1 day ", Unit::days, 1},
        {"6 weeks", Unit::days, 42},
        {"2 years", Unit::days, 730},
        {"15000 CNY", Unit::cny, 15000},
        {"15,000 CNY", Unit::cny, 15000},
        {"1,234,567.5 CNY", Unit::cny, 1234567.5},
        {"80 CNY/day", Unit::cny_a_day, 80},
        {"0.65 /year", Unit::per_year, 0.65},
        {"0.04 per day", Unit::per_day, 0.04},
        {"5 %/day", Unit::probability_a_day, 0.05},
        {"5 %", Unit::probability_a_day, 0.05},
        {"0.05 /day", Unit::probability_a_day, 0.05},
        {"192680 people", Unit::people, 192680},
        {"1e-06", Unit::per_day, 1e-6},
        {"-3", Unit::log_odds, -3},
        {"-3 log-odds", Unit::log_odds, -3},
        {"1.6", Unit::one, 1.6},
    };
    for (const Reading& reading : readings) {
        const auto value = read_quantity(reading.text, reading.unit);
        ASSERT_TRUE(value) << reading.text;
        EXPECT_EQ(*value, reading.value) << reading.text;
    }
}

struct Refusal {
    std::string_view text;
    Unit unit;
    std::string_view problem;
};

TEST(Quantity, RefusesWrongUnitsWithWhatWasExpected) {
    const Refusal refusals[] = {
        {"30 days", Unit::cny, "got days, expected CNY"},
        {"30 CNY", Unit::days, "got CNY, expected a time in days"},
        {"30 %", Unit::one, "got %, expected a plain number"},
        {"30 %", Unit::days, "got %, expected a time in days"},
        {"2 months", Unit::days, "got months, expected"},
        {"0.65 /day", Unit::per_year, "got /day, expected a rate a year"},
        {"5 EUR", Unit::cny, "got EUR, expected CNY"},
        {"", Unit::share, "is no number"},
        {"%", Unit::share, "is no number"},
        {"a lot", Unit::share, "is no number"},
        {"1.2.3", Unit::one, "is no number"},
        {"1,50", Unit::share, "is no number"},
        {"1,5000 CNY", Unit::cny, "is no number"},
        {"15000, CNY", Unit::cny, "is no number"},
        {"nan", Unit::one, "is no number"},
        {"inf", Unit::one, "is no number"},
        {"1e999", Unit::one, "is no number"},
    };
    for (const Refusal& refusal : refusals) {
        const auto value = read_quantity(refusal.text, refusal.unit);
        ASSERT_FALSE(value) << refusal.text;
        EXPECT_THAT(value.error().problem, ::testing::HasSubstr(refusal.problem)) << refusal.text;
    }
    EXPECT_EQ(read_quantity("2 months", Unit::days).error().reason, "a month has 28 to 31 days");
}

TEST(Quantity, RefusesWhatItsUnitMakesLargerThanAnyNumber) {
    const auto value = read_quantity("1e308 years", Unit::days);
    ASSERT_FALSE(value);
    EXPECT_NE(value.error().problem.find("larger than any number"), std::string::npos);
}

TEST(Quantity, IsWrittenForPeople) {
    EXPECT_EQ(quantity_text(0.22, Unit::share), "22 %");
    EXPECT_EQ(quantity_text(0.07, Unit::probability), "7 %");
    EXPECT_EQ(quantity_text(0.0005, Unit::probability), "0.05 %");
    EXPECT_EQ(quantity_text(15000, Unit::cny), "15,000 CNY");
    EXPECT_EQ(quantity_text(1234567.5, Unit::cny), "1,234,567.5 CNY");
    EXPECT_EQ(quantity_text(30, Unit::days), "30 days");
    EXPECT_EQ(quantity_text(1, Unit::days), "1 day");
    EXPECT_EQ(quantity_text(1, Unit::people), "1 person");
    EXPECT_EQ(quantity_text(-3000, Unit::log_odds), "-3,000 log-odds");
    EXPECT_EQ(quantity_text(-300, Unit::one), "-300");
    EXPECT_EQ(quantity_text(-0.0, Unit::one), "0");
}

TEST(Quantity, WhatIsWrittenForPeopleIsReadAgain) {
    for (int unit = 0; unit <= static_cast<int>(Unit::log_odds); ++unit) {
        for (const double value : {0.0, 1.0, 0.25, 15000.0, 0.07}) {
            const std::string text = quantity_text(value, static_cast<Unit>(unit));
            const auto again = read_quantity(text, static_cast<Unit>(unit));
            ASSERT_TRUE(again) << text;
            EXPECT_DOUBLE_EQ(*again, value) << text;
        }
    }
}

}  // namespace
}  // namespace tumen
