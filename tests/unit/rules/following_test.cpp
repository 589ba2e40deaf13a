#include "rules/following.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr FollowingParameters p{3, 1.5, 2.5, 0.5, 1.5, 0.05, 1000};

TEST(Caseload, IsWhatAWardsOfficersManageRoundedDown) {
    EXPECT_EQ(caseload(p, 0), 4u);  // 3 x 1.5 = 4.5
    FollowingParameters none = p;
    none.officers_per_ward = 0;
    EXPECT_EQ(caseload(none, 0), 0u);
}

TEST(Caseload, GrowsWhileTheCentralTeamIsThere) {
    EXPECT_EQ(caseload(p, 1), 6u);  // 4 + 2
}

TEST(Score, IsSuspicionAndWhilePressedReputationBesides) {
    EXPECT_EQ(following_score(p, 0.3, 0.4, Officers::calm), 0.3);
    EXPECT_DOUBLE_EQ(following_score(p, 0.3, 0.4, Officers::pressed), 0.9);  // 0.3 + 1.5 x 0.4
    EXPECT_EQ(following_score(p, 0.3, 0, Officers::pressed), 0.3);
}

TEST(Extortion, TakesWhatIsAskedMoreUnderPressure) {
    EXPECT_EQ(extorted(p, 5000, 0, 0), 1000);
    EXPECT_EQ(extorted(p, 5000, 0, 0.5), 1500);
    EXPECT_EQ(extorted(p, 5000, 0, 1), 2000);
}

TEST(Extortion, TakesNoMoreThanThereIsOrCanBeBorrowed) {
    EXPECT_EQ(extorted(p, 600, 0, 0), 600);
    EXPECT_EQ(extorted(p, 0, 0, 1), 0);
    EXPECT_EQ(extorted(p, -3000, 0, 1), 0);
    EXPECT_EQ(extorted(p, -3000, 3400, 1), 400);
    EXPECT_EQ(extorted(p, -3000, 8000, 1), 2000);
    EXPECT_EQ(extorted(p, -9000, 8000, 1), 0);
    EXPECT_EQ(extorted(p, -3000, 3000.5, 1), 0.5);  // half a yuan is taken, too
}

TEST(Toll, IsWhatPayingOnWouldTakeOfAllOneHas) {
    EXPECT_DOUBLE_EQ(toll_of_paying(p, 120, 24000, 0), 0.25);  // 120 x 0.05 x 1000 / 24000
    EXPECT_DOUBLE_EQ(toll_of_paying(p, 120, 24000, 1), 0.5);
    EXPECT_EQ(toll_of_paying(p, 120, 6000, 0), 1);
    EXPECT_EQ(toll_of_paying(p, 120, 100, 0), 1);
    EXPECT_EQ(toll_of_paying(p, 120, -500, 0), 1);
    EXPECT_EQ(toll_of_paying(p, 120, 4000, 0), 1);  // never more than all
    FollowingParameters small = p;
    small.extortion_amount = 10;  // half a yuan a day
    EXPECT_DOUBLE_EQ(toll_of_paying(small, 1, 2, 0), 0.25);
    EXPECT_DOUBLE_EQ(toll_of_paying(small, 1, 1.25, 0), 0.4);
    EXPECT_DOUBLE_EQ(toll_of_paying(small, 1, 0.5, 0), 0.5);  // of a yuan at least
    FollowingParameters honest = p;
    honest.extortion = 0;
    EXPECT_EQ(toll_of_paying(honest, 120, 100, 1), 0);
}

}  // namespace
}  // namespace tumen
