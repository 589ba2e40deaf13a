#include "hindcast/scores.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/distributions.hpp"
#include "base/draw.hpp"

namespace tumen {
namespace {

const double root_pi = std::sqrt(std::numbers::pi);

double drawn(std::uint32_t number, std::uint32_t of) {
    return normal_quantile(uniform(philox({number, of, 0, 0}, 77).word[0]));
}

Mixture points(const std::vector<double>& values) {
    Mixture mixture;
    for (const double value : values)
        mixture.push_back({1 / static_cast<double>(values.size()), value, 1e-9});
    return mixture;
}

TEST(Crps, of_a_normal_distribution_is_the_closed_form) {
    // y (2 P(y) - 1) + 2 p(y) - 1 / root of pi, times the spread (Gneiting and others 2005).
    for (const double y : {-2.0, 0.0, 0.7, 3.0}) {
        const double p = std::erfc(-y / std::numbers::sqrt2) / 2;
        const double density = std::exp(-y * y / 2) / std::sqrt(2 * std::numbers::pi);
        const double expected = y * (2 * p - 1) + 2 * density - 1 / root_pi;
        EXPECT_NEAR(crps(Mixture{{1, 0, 1}}, y), expected, 1e-12);
        EXPECT_NEAR(crps(Mixture{{1, 5, 2}}, 5 + 2 * y), 2 * expected, 1e-12);
    }
    EXPECT_NEAR(crps(Mixture{{1, 0, 1}}, 0), 0.2336949772551091, 1e-12);
}

TEST(Crps, of_two_points_is_fair) {
    // Mean distance 1/2 from 0, and 1 between the two: 1/2 - 1/2. The usual score would be 1/4.
    EXPECT_NEAR(crps(points({0, 1}), 0), 0, 1e-6);
    EXPECT_NEAR(crps(points({0, 1}), 3), 2, 1e-6);
    // Weights 3/4 and 1/4: distance 1/4 from 0, half the distance between different points 1/2.
    EXPECT_NEAR(crps(Mixture{{0.75, 0, 1e-9}, {0.25, 1, 1e-9}}, 0), -0.25, 1e-6);
}

TEST(Crps, does_not_depend_in_the_mean_on_how_many_draws_a_forecast_has) {
    // Members and truth from one normal distribution: E|X - Y| - E|X - X'| / 2 = 1 / root of pi.
    // 20,000 forecasts of a spread of about 0.7 each: standard error 0.005, four of them allowed.
    for (const std::uint32_t members : {2u, 5u}) {
        double sum = 0;
        constexpr std::uint32_t forecasts = 20000;
        for (std::uint32_t i = 0; i < forecasts; ++i) {
            std::vector<double> values;
            for (std::uint32_t member = 1; member <= members; ++member)
                values.push_back(drawn(i, member));
            sum += crps(points(values), drawn(i, 0));
        }
        EXPECT_NEAR(sum / forecasts, 1 / root_pi, 0.02) << members;
    }
}

TEST(LogScore, is_the_negative_logarithm_of_the_density) {
    EXPECT_NEAR(log_score(Mixture{{1, 1, 2}}, 3),
                0.5 * std::log(2 * std::numbers::pi) + std::log(2) + 0.5, 1e-12);
    // Halfway between two equal ones the density is that of either.
    EXPECT_NEAR(log_score(Mixture{{0.5, -1, 1}, {0.5, 1, 1}}, 0),
                0.5 * std::log(2 * std::numbers::pi) + 0.5, 1e-12);
    // Far off it is large, and no infinity.
    EXPECT_NEAR(log_score(Mixture{{1, 0, 1}}, 100), 5000 + 0.5 * std::log(2 * std::numbers::pi),
                1e-6);
}

TEST(Coverage, is_of_the_middle_of_the_forecast) {
    const Mixture normal{{1, 0, 1}};
    EXPECT_EQ(covered(normal, 0.67, 0.5), Covered::yes);
    EXPECT_EQ(covered(normal, -0.68, 0.5), Covered::no);
    EXPECT_EQ(covered(normal, 1.64, 0.9), Covered::yes);
    EXPECT_EQ(covered(normal, 1.65, 0.9), Covered::no);
}

TEST(Quantiles, of_a_mixture_have_their_probability_below_them) {
    const Mixture mixture{{0.3, -4, 0.5}, {0.7, 2, 3}};
    for (const double p : {0.05, 0.3, 0.5, 0.95})
        EXPECT_NEAR(probability_below(mixture, quantile_of(mixture, p)), p, 1e-9);
    EXPECT_NEAR(quantile_of(Mixture{{1, 10, 2}}, 0.95), 10 + 2 * 1.6448536269514722, 1e-9);
}

TEST(Skill, is_one_less_the_ratio_and_stays_negative_where_the_rival_is_better) {
    EXPECT_NEAR(skill_of(std::vector<double>{1, 1}, std::vector<double>{2, 2}).value, 0.5, 1e-12);
    EXPECT_NEAR(skill_of(std::vector<double>{1, 1}, std::vector<double>{0.5, 0.5}).value, -1,
                1e-12);
    EXPECT_TRUE(std::isnan(skill_of(std::vector<double>{1}, std::vector<double>{2}).error));
    // Without the one 1 - 3/4, without the other 1 - 1/2: 0.125 about their mean each.
    const Skill skill = skill_of(std::vector<double>{1, 3}, std::vector<double>{2, 4});
    EXPECT_NEAR(skill.value, 1.0 / 3, 1e-12);
    EXPECT_NEAR(skill.error, 0.125, 1e-12);
    EXPECT_EQ(skill.targets, 2u);
}

}  // namespace
}  // namespace tumen
