#include "rules/calling.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

TEST(Calling, ARateStandsAtTheIndexOfItsRole) {
    const CallingParameters p{{0, 0.01, 0.12, 0.35}, 80};
    EXPECT_EQ(p.call_rate[index_of(Role::resident)], 0);
    EXPECT_EQ(p.call_rate[index_of(Role::family)], 0.01);
    EXPECT_EQ(p.call_rate[index_of(Role::smuggler)], 0.12);
    EXPECT_EQ(p.call_rate[index_of(Role::broker)], 0.35);
}

TEST(Calling, OnlySmugglersEarnByADayWithACall) {
    const CallingParameters p{{0, 0.01, 0.12, 0.35}, 80};
    EXPECT_EQ(income_of_calling(p, Role::smuggler), 80);
    EXPECT_EQ(income_of_calling(p, Role::resident), 0);
    EXPECT_EQ(income_of_calling(p, Role::family), 0);
    EXPECT_EQ(income_of_calling(p, Role::broker), 0);
}

}  // namespace
}  // namespace tumen
