#include "rules/noticing.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

NoticingParameters parameters() {
    NoticingParameters p{};
    p.notice = 0.1;
    p.detection = 0.003;
    p.false_report_rate = 1e-6;
    return p;
}

TEST(Notice, IsThatOfAnyOneOfTheNeighbours) {
    const NoticingParameters p = parameters();
    EXPECT_EQ(notice_probability(p, 0), 0);
    EXPECT_NEAR(notice_probability(p, 1), 0.1, 1e-15);
    EXPECT_NEAR(notice_probability(p, 2), 0.19, 1e-15);   // 1 - 0.9^2
    EXPECT_NEAR(notice_probability(p, 3), 0.271, 1e-15);  // 1 - 0.9^3
}

TEST(Notice, GrowsWithNeighboursAndStaysAProbability) {
    NoticingParameters p = parameters();
    p.notice = 0.0005;
    double last = 0;
    for (int k = 1; k <= 240; ++k) {
        const double probability = notice_probability(p, k);
        EXPECT_GT(probability, last);
        EXPECT_LE(probability, 1);
        EXPECT_LE(probability, 0.0005 * k * (1 + 1e-12));
        last = probability;
    }
}

TEST(Notice, IsCertainOrImpossibleAtTheEnds) {
    NoticingParameters p = parameters();
    p.notice = 0;
    EXPECT_EQ(notice_probability(p, 100), 0);
    p.notice = 1;
    EXPECT_EQ(notice_probability(p, 1), 1);
    EXPECT_EQ(notice_probability(p, 100), 1);
    EXPECT_EQ(notice_probability(p, 0), 0);  // nobody is there to notice
}

TEST(Detection, IsMultipliedByTheCentralTeamUpToCertainty) {
    const NoticingParameters p = parameters();
    EXPECT_EQ(detection_probability(p, 1), 0.003);
    EXPECT_DOUBLE_EQ(detection_probability(p, 12), 0.036);
    EXPECT_EQ(detection_probability(p, 1000), 1);
    EXPECT_EQ(detection_probability(p, 500), 1);  // 1.5 would be more than certain
    EXPECT_EQ(detection_probability(p, 0), 0);
}

TEST(FalseReportRate, GrowWithThePeopleOfAWardAndWithThreat) {
    const NoticingParameters p = parameters();
    EXPECT_DOUBLE_EQ(false_reports_mean(p, 5000, 1), 0.005);
    EXPECT_DOUBLE_EQ(false_reports_mean(p, 5000, 1.6), 0.008);
    EXPECT_DOUBLE_EQ(false_reports_mean(p, 10000, 1), 0.01);
}

}  // namespace
}  // namespace tumen
