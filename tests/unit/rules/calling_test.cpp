#include "rules/calling.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

TEST(Calling, ARateStandsAtTheIndexOfItsRole) {
    const CallingParameters p{{0, 0.01, 0.1, 0.4}};
    EXPECT_EQ(p.call_rate[index_of(Role::resident)], 0);
    EXPECT_EQ(p.call_rate[index_of(Role::family)], 0.01);
    EXPECT_EQ(p.call_rate[index_of(Role::smuggler)], 0.1);
    EXPECT_EQ(p.call_rate[index_of(Role::broker)], 0.4);
}

TEST(Calling, ADayWithACallEarnsATraderWhatIsSpentBetweenTwoOfThem) {
    const CallingParameters p{{0, 0.01, 0.1, 0.4}};
    // Of 3000 a share 1/45 is spent a day; who calls on every tenth earns ten times that.
    EXPECT_DOUBLE_EQ(income_of_calling(p, Role::smuggler, 3000, 45, 1), 3000.0 / 4.5);
    EXPECT_DOUBLE_EQ(income_of_calling(p, Role::broker, 9000, 45, 1), 500);  // 9000 / (45 x 0.4)
    EXPECT_DOUBLE_EQ(income_of_calling(p, Role::broker, 9000, 45, 0.3), 150);
    EXPECT_EQ(income_of_calling(p, Role::broker, 9000, 45, 0), 0);
}

TEST(Calling, NobodyElseEarnsNorWhoNeverCalls) {
    EXPECT_EQ(income_of_calling({{0, 0.01, 0.1, 0.4}}, Role::resident, 3000, 45, 1), 0);
    EXPECT_EQ(income_of_calling({{0, 0.01, 0.1, 0.4}}, Role::family, 3000, 45, 1), 0);
    EXPECT_EQ(income_of_calling({{0, 0.01, 0, 0.4}}, Role::smuggler, 3000, 45, 1), 0);
}

}  // namespace
}  // namespace tumen
