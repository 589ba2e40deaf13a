#include "rules/reporting.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tumen {
namespace {

constexpr ReportingParameters p{-3, 0.7, 0.8, 0.5, 3, 1.5, 0.3, 0.6, 2.5, 0};
/// An average witness of an average unit, without oath, fear or phone.
constexpr WitnessSituation average{0, 0, 1, 0, false};
constexpr bool with_phone = true;
constexpr bool without_phone = false;

double log_odds(const ReportingParameters& parameters, double threat,
                const WitnessSituation& witness) {
    const double probability = report_probability(parameters, threat, witness);
    return std::log(probability / (1 - probability));
}

TEST(Reporting, AnAverageWitnessReportsAtTheBaseOdds) {
    EXPECT_NEAR(report_probability(p, 1, average), 0.04742587317756678,
                1e-15);  // logistic(-3)
}

TEST(Reporting, EachReasonMovesTheLogOddsByItsWeight) {
    EXPECT_NEAR(log_odds(p, 1, {2, 0, 1, 0, without_phone}), -3 + 1.4, 1e-12);     // loyalty
    EXPECT_NEAR(log_odds(p, 1.5, average), -3 + 0.4, 1e-12);                       // threat
    EXPECT_NEAR(log_odds(p, 1, {0, 0.5, 1, 0, without_phone}), -3 + 0.25, 1e-12);  // oath
    EXPECT_NEAR(log_odds(p, 1, {0, 0, std::exp(2.0), 0, without_phone}), -3 + 0.6,
                1e-12);                                                         // fear
    EXPECT_NEAR(log_odds(p, 1, {0, 0, 1, 2, without_phone}), -3 - 1.2, 1e-12);  // cohesion
    EXPECT_NEAR(log_odds(p, 1, {0, 0, 1, 0, with_phone}), -5.5,
                1e-12);  // a phone of one's own
    ReportingParameters paid = p;
    paid.reward = 2;
    EXPECT_NEAR(log_odds(paid, 1, average), 0, 1e-12);  // -3 + 1.5 x 2
}

TEST(Reporting, AllReasonsAddUp) {
    ReportingParameters paid = p;
    paid.reward = 1;
    // -3 + 0.7 + 0.8 x 0.2 + 0.5 x 0.2 + 1.5 + 0.3 - 0.6 - 2.5
    EXPECT_NEAR(log_odds(paid, 1.2, {1, 0.2, std::exp(1.0), 1, with_phone}), -3.34, 1e-12);
}

}  // namespace
}  // namespace tumen
