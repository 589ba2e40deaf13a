#include "belief/likelihood/weights.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/draw.hpp"

namespace tumen {
namespace {

double place(std::uint32_t i) {
    return uniform(philox({i, 0, 0, 0}, 99).word[0]);
}

double sum_of(const std::vector<double>& weights) {
    return std::accumulate(weights.begin(), weights.end(), 0.0);
}

TEST(Weights, from_logarithms_keep_their_ratios_however_small) {
    const std::vector<double> weights =
        weights_from(std::vector<double>{-1000, -1000 + std::log(3)});
    EXPECT_NEAR(weights[0], 0.25, 1e-12);
    EXPECT_NEAR(weights[1], 0.75, 1e-12);
}

/// Weights of a Pareto distribution: (1 - u)^-shape.
double shape_found(double shape) {
    std::vector<double> weights;
    for (std::uint32_t i = 0; i < 4000; ++i)
        weights.push_back(std::pow(1 - place(i), -shape));
    return pareto_shape(weights);
}

TEST(ParetoShape, is_that_of_the_distribution_that_weights_come_from) {
    // 190 of 4,000 weights are looked at: a standard error of about (1 + shape) / sqrt(190) = 0.1.
    EXPECT_NEAR(shape_found(0.3), 0.3, 0.25);
    EXPECT_NEAR(shape_found(1.0), 1.0, 0.4);
    EXPECT_GT(shape_found(1.5), 0.7);
    EXPECT_TRUE(std::isnan(pareto_shape(std::vector<double>(10, 0.1))));
}

TEST(ParetoShape, counts_those_who_were_left_out) {
    // A floor under those who went on, and a few above it: nobody carries the weight.
    std::vector<double> level(3000);
    for (std::uint32_t i = 0; i < 200; ++i)
        level[i] = place(i) < 0.9 ? 1 : 1 + 6 * std::pow(place(i) - 0.9, 2) * 10;
    EXPECT_LT(pareto_shape(level), 0.3);
    // One in fifteen, of whom a few do carry it.
    std::vector<double> heavy(3000);
    for (std::uint32_t i = 0; i < 200; ++i)
        heavy[i] = std::pow(1 - place(i), -1.5);
    EXPECT_GT(pareto_shape(heavy), 0.7);
}

TEST(Thinning, lets_large_weights_go_on_as_they_are_and_keeps_the_sum_in_the_mean) {
    std::vector<double> weights;
    for (std::uint32_t i = 0; i < 1000; ++i)
        weights.push_back(place(i) * place(i));
    weights[500] = 30;
    double sum = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const std::vector<double> kept = thinned(weights, 100, 10, seed);
        EXPECT_EQ(kept[500], 30);
        for (std::size_t i = 0; i < 10; ++i)
            EXPECT_EQ(kept[i], weights[i]);
        const auto going_on =
            std::count_if(kept.begin(), kept.end(), [](double w) { return w > 0; });
        EXPECT_NEAR(static_cast<double>(going_on), 100, 40);
        sum += sum_of(kept);
    }
    // The number that goes on varies by about sqrt(90) times a threshold of 3.7: 35, over 200: 2.5.
    EXPECT_NEAR(sum / 200, sum_of(weights), 10);
}

TEST(Thinning, leaves_few_draws_alone) {
    const std::vector<double> weights = {0.2, 0.8};
    EXPECT_EQ(thinned(weights, 5, 0, 1), weights);
}

TEST(Copies, are_as_many_as_wanted_and_follow_the_weights_to_within_one) {
    const std::vector<double> weights = {0.1, 0.25, 0, 0.65};
    const std::vector<std::uint32_t> taken = copies(weights, 2048, 3);
    EXPECT_EQ(std::accumulate(taken.begin(), taken.end(), 0U), 2048U);
    for (std::size_t i = 0; i < weights.size(); ++i)
        EXPECT_NEAR(taken[i], 2048 * weights[i], 1);
}

TEST(Shuffled, has_each_number_once_in_an_order_of_the_seed) {
    std::vector<std::uint32_t> order = shuffled(500, 1);
    EXPECT_NE(order, shuffled(500, 2));
    EXPECT_EQ(order, shuffled(500, 1));
    std::sort(order.begin(), order.end());
    for (std::uint32_t i = 0; i < 500; ++i)
        EXPECT_EQ(order[i], i);
}

}  // namespace
}  // namespace tumen
