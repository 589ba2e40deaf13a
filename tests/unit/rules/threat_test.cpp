#include "rules/threat.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

constexpr ThreatParameters p{1.6, 1.1, 90, 1.2, 1.5};
constexpr ThreatSituation ordinary{Answer::no, std::nullopt, Answer::no, Answer::no};

ThreatSituation situation(Answer drive, std::optional<double> since, Answer oath,
                          Answer team = Answer::no) {
    return {drive, since, oath, team};
}

TEST(Threat, IsOneOnAnOrdinaryDay) {
    EXPECT_EQ(threat_level(p, ordinary), 1);
}

TEST(Threat, IsTheLargestOfThoseThatApply) {
    EXPECT_EQ(threat_level(p, situation(Answer::yes, std::nullopt, Answer::no)), 1.6);
    EXPECT_EQ(threat_level(p, situation(Answer::yes, 5, Answer::yes)), 1.6);
    EXPECT_EQ(threat_level(p, situation(Answer::no, 1, Answer::yes)), 1.2);
    const ThreatParameters mild{0.5, 0.7, 90, 0.9, 0.2};
    EXPECT_EQ(threat_level(mild, situation(Answer::yes, 1, Answer::yes, Answer::yes)), 1);
}

TEST(Threat, LastsBeyondTheDeadlineAsLongAsItLasts) {
    EXPECT_EQ(threat_level(p, situation(Answer::no, 1, Answer::no)), 1.1);
    EXPECT_EQ(threat_level(p, situation(Answer::no, 90, Answer::no)), 1.1);
    EXPECT_EQ(threat_level(p, situation(Answer::no, 91, Answer::no)), 1);
    EXPECT_EQ(threat_level(p, situation(Answer::no, 91, Answer::yes)), 1.2);
}

TEST(Threat, OfAnOathDriveIsItsOwn) {
    EXPECT_EQ(threat_level(p, situation(Answer::no, std::nullopt, Answer::yes)), 1.2);
}

TEST(Threat, IsAtLeastTheSweepsWhileTheCentralTeamIsThere) {
    EXPECT_EQ(threat_level(p, situation(Answer::no, std::nullopt, Answer::no, Answer::yes)), 1.5);
    EXPECT_EQ(threat_level(p, situation(Answer::no, 1, Answer::no, Answer::yes)), 1.5);
    EXPECT_EQ(threat_level(p, situation(Answer::yes, std::nullopt, Answer::no, Answer::yes)), 1.6);
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
