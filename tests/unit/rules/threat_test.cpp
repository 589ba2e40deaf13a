#include "rules/threat.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr ThreatParameters p{1.6, 1.1, 90, 1.2, 1.5};
constexpr ThreatSituation ordinary{};

TEST(Threat, IsOneOnAnOrdinaryDay) {
    EXPECT_EQ(threat_level(p, ordinary), 1);
}

TEST(Threat, IsTheLargestOfThoseThatApply) {
    EXPECT_EQ(threat_level(p, {.in_hand_in_drive = true}), 1.6);
    EXPECT_EQ(
        threat_level(
            p, {.in_hand_in_drive = true, .days_since_deadline = 5, .oath_drive_begun = true}),
        1.6);
    EXPECT_EQ(threat_level(p, {.days_since_deadline = 1, .oath_drive_begun = true}), 1.2);
    const ThreatParameters mild{0.5, 0.7, 90, 0.9, 0.2};
    EXPECT_EQ(threat_level(mild, {.in_hand_in_drive = true,
                                  .days_since_deadline = 1,
                                  .oath_drive_begun = true,
                                  .central_team = true}),
              1);
}

TEST(Threat, LastsBeyondTheDeadlineAsLongAsItLasts) {
    EXPECT_EQ(threat_level(p, {.days_since_deadline = 1}), 1.1);
    EXPECT_EQ(threat_level(p, {.days_since_deadline = 90}), 1.1);
    EXPECT_EQ(threat_level(p, {.days_since_deadline = 91}), 1);
    EXPECT_EQ(threat_level(p, {.days_since_deadline = 91, .oath_drive_begun = true}), 1.2);
}

TEST(Threat, OfAnOathDriveIsItsOwn) {
    EXPECT_EQ(threat_level(p, {.oath_drive_begun = true}), 1.2);
}

TEST(Threat, IsAtLeastTheSweepsWhileTheCentralTeamIsThere) {
    EXPECT_EQ(threat_level(p, {.central_team = true}), 1.5);
    EXPECT_EQ(threat_level(p, {.days_since_deadline = 1, .central_team = true}), 1.5);
    EXPECT_EQ(threat_level(p, {.in_hand_in_drive = true, .central_team = true}), 1.6);
}

TEST(Pressure, RisesLinearlyFromZeroToOneOnTheDeadline) {
    EXPECT_EQ(drive_pressure(30, 30, 121), 0);
    EXPECT_DOUBLE_EQ(drive_pressure(31, 30, 121), 1.0 / 91);
    EXPECT_DOUBLE_EQ(drive_pressure(60, 30, 120), 1.0 / 3);
    EXPECT_EQ(drive_pressure(121, 30, 121), 1);
}

TEST(Pressure, IsZeroOutsideTheDrive) {
    EXPECT_EQ(drive_pressure(29, 30, 121), 0);
    EXPECT_EQ(drive_pressure(122, 30, 121), 0);
}

TEST(Pressure, OfADriveOfOneDayIsNone) {
    EXPECT_EQ(drive_pressure(5, 5, 5), 0);
    EXPECT_EQ(drive_pressure(4, 5, 5), 0);
    EXPECT_EQ(drive_pressure(6, 5, 5), 0);
}

}  // namespace
}  // namespace tumen
