#include "base/date.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

Date on(int year, int month, int day) {
    return *make_date(year, month, day);
}

TEST(Date, CountsDaysFromTheFirstOf1970) {
    EXPECT_EQ(on(1970, 1, 1).days_since_epoch, 0);
    EXPECT_EQ(on(1969, 12, 31).days_since_epoch, -1);
    EXPECT_EQ(on(2000, 3, 1).days_since_epoch, 11017);
}

TEST(Date, TheDriveOf2020LastsNinetyTwoDays) {
    EXPECT_EQ(days_between(on(2020, 9, 1), on(2020, 10, 1)), 30);
    EXPECT_EQ(days_between(on(2020, 9, 1), on(2020, 12, 31)), 121);
    EXPECT_EQ(days_between(on(2020, 10, 1), on(2020, 9, 1)), -30);
    EXPECT_EQ(plus_days(on(2020, 9, 1), 121), on(2020, 12, 31));
}

TEST(Date, KnowsLeapYears) {
    EXPECT_TRUE(make_date(2020, 2, 29));
    EXPECT_TRUE(make_date(2000, 2, 29));
    EXPECT_FALSE(make_date(2021, 2, 29));
    EXPECT_FALSE(make_date(1900, 2, 29));
}

TEST(Date, RefusesDaysThatDoNotExist) {
    EXPECT_FALSE(make_date(2020, 2, 30));
    EXPECT_FALSE(make_date(2020, 4, 31));
    EXPECT_FALSE(make_date(2020, 13, 1));
    EXPECT_FALSE(make_date(2020, 0, 1));
    EXPECT_FALSE(make_date(2020, 1, 0));
    EXPECT_FALSE(make_date(2020, 1, 32));
    EXPECT_FALSE(make_date(0, 1, 1));
    EXPECT_FALSE(make_date(10000, 1, 1));
    EXPECT_FALSE(make_date(2020, -1, -1));
    EXPECT_TRUE(make_date(1, 1, 1));
    EXPECT_TRUE(make_date(9999, 12, 31));
}

TEST(ReadDate, TakesOnlyTheOneForm) {
    EXPECT_EQ(read_date("2020-10-01"), on(2020, 10, 1));
    for (const char* wrong :
         {"", "2020-10-1", "2020-10-011", "2020/10/01", "2020-10/01", "2020-1001x", "+020-10-01",
          "2020-02-30", "2o20-10-01", " 2020-10-01", "2020-1a-01", "2020-10-0:"}) {
        EXPECT_FALSE(read_date(wrong)) << wrong;
    }
}

TEST(Date, IsWrittenForPeopleAndForFiles) {
    EXPECT_EQ(iso(on(2020, 10, 1)), "2020-10-01");
    EXPECT_EQ(iso(on(33, 4, 5)), "0033-04-05");
    EXPECT_EQ(in_words(on(2020, 10, 1)), "1 October 2020");
    EXPECT_EQ(in_words(on(2022, 1, 31)), "31 January 2022");
    EXPECT_EQ(in_words(on(2022, 12, 9)), "9 December 2022");
}

TEST(Date, EveryDayOfFourCenturiesReadsBack) {
    for (std::int32_t day = on(1800, 1, 1).days_since_epoch; day < on(2200, 1, 1).days_since_epoch;
         ++day) {
        ASSERT_EQ(read_date(iso({day})), Date{day});
    }
}

}  // namespace
}  // namespace tumen
