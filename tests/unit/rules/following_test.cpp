#include "rules/following.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr FollowingParameters p{3, 1.5, 2.5, 0.5, 0.4, 0.05, 1000};

TEST(Caseload, IsWhatAWardsOfficersManageRoundedDown) {
    EXPECT_EQ(caseload(p, 0), 4u);  // 3 x 1.5 = 4.5
    FollowingParameters none = p;
    none.officers_per_ward = 0;
    EXPECT_EQ(caseload(none, 0), 0u);
}

TEST(Caseload, GrowsWhileTheCentralTeamIsThere) {
    EXPECT_EQ(caseload(p, 1), 6u);  // 4 + 2
}

TEST(Extortion, TakesWhatIsAskedMoreUnderPressure) {
    EXPECT_EQ(extorted(p, 5000, 0), 1000);
    EXPECT_EQ(extorted(p, 5000, 0.5), 1500);
    EXPECT_EQ(extorted(p, 5000, 1), 2000);
}

TEST(Extortion, TakesNoMoreThanThereIsAndNothingFromDebtors) {
    EXPECT_EQ(extorted(p, 600, 0), 600);
    EXPECT_EQ(extorted(p, 1000, 0), 1000);
    EXPECT_EQ(extorted(p, 0.5, 0), 0.5);
    EXPECT_EQ(extorted(p, 0, 1), 0);
    EXPECT_EQ(extorted(p, -3000, 1), 0);
}

}  // namespace
}  // namespace tumen
