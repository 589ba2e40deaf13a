#include <gtest/gtest.h>

#include <array>
#include <boost/math/distributions/chi_squared.hpp>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "calibration/abc/abc.hpp"
#include "experiment/ensemble/pool.hpp"
#include "support/nowhere.hpp"

/// Simulation-based calibration (Talts and others 2018): where the truth is drawn from the prior
/// and data are made with it, its rank among draws of the posterior is uniform. The same engine as
/// `tumen calibrate`, on a simulator that is fast.
namespace tumen {
namespace {

/// Two statistics of two parameters: their sum and their difference with a bend, each with noise.
std::vector<double> observed(std::span<const double> values, std::uint64_t luck) {
    const RandomBlock block = philox({7, 7, 7, 7}, luck);
    const auto noise = [&](std::size_t i) {
        return 0.15 * normal_quantile(uniform(block.word[i]));
    };
    return {values[0] + values[1] + noise(0), values[0] * values[0] - values[1] + noise(1)};
}

/// Ranks of the true first and second parameter among 19 draws of the posterior, 0 .. 19.
std::array<std::size_t, 2> ranks(std::uint32_t world) {
    AbcSettings settings;
    settings.seed = 1000 + world;
    settings.particles = 150;
    settings.generations = 8;
    settings.predictive = 19;
    settings.floor = 0.005;
    settings.priors = {dummy_factor(), dummy_factor()};
    const RandomBlock truth = philox({1, 2, 3, world}, 20240501);
    const std::array<double, 2> values = {uniform(truth.word[0]), uniform(truth.word[1])};
    const auto data = observed(values, 1'000'000'000 + world);
    settings.targets = {{"sum", {data[0], data[0]}, TargetUse::fitted},
                        {"difference", {data[1], data[1]}, TargetUse::fitted}};
    std::vector<Generation> history;
    testing::Nowhere sink;
    SerialExecutor executor;
    const auto simulate = [&](const ProposalName& name, std::span<const double> tried) {
        return std::optional(Simulated{observed(tried, luck_of(settings.seed, name)), ""});
    };
    EXPECT_TRUE(run_abc(settings, history, simulate, sink, executor));
    std::array<std::size_t, 2> below = {0, 0};
    for (const Particle& draw : history.back().particles) {
        for (std::size_t i = 0; i < 2; ++i)
            below[i] += draw.values[i] < values[i] ? 1 : 0;
    }
    return below;
}

TEST(CalibrationRanks, are_uniform_on_synthetic_truth) {
    // 400 worlds, seeds 1000 to 1399, 20 ranks in 10 classes for each of two parameters; alpha
    // 0.001 each. With a posterior half or twice as wide as it should be chi-square is above 60.
    constexpr std::uint32_t worlds = 400;
    std::array<std::array<double, 10>, 2> counts{};
    std::vector<std::array<std::size_t, 2>> found(worlds);
    Pool pool(2);
    pool.run(worlds,
             [&](std::size_t world) { found[world] = ranks(static_cast<std::uint32_t>(world)); });
    for (const auto& rank : found) {
        for (std::size_t i = 0; i < 2; ++i)
            ++counts[i][rank[i] / 2];
    }
    const double limit = boost::math::quantile(boost::math::chi_squared(9), 0.999);
    for (const auto& classes : counts) {
        double chi_square = 0;
        for (const double count : classes)
            chi_square += (count - worlds / 10.0) * (count - worlds / 10.0) / (worlds / 10.0);
        EXPECT_LT(chi_square, limit);
        RecordProperty("chi_square", std::to_string(chi_square));
    }
}

}  // namespace
}  // namespace tumen
