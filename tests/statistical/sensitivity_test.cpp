#include <gtest/gtest.h>

#include <cmath>

#include "sensitivity/morris.hpp"
#include "sensitivity/sobol_indices.hpp"
#include "support/test_functions.hpp"

/// Estimates of sensitivity against closed forms. Seeds fixed.
namespace tumen::testing {
namespace {

using Function = double (*)(std::span<const double>);

std::vector<double> outputs_of(Function function, const DesignRows& rows) {
    std::vector<double> outputs;
    for (const std::vector<double>& row : rows)
        outputs.push_back(function(row));
    return outputs;
}

SobolIndices indices_of(Function function, std::size_t factors, std::size_t rows,
                        std::uint64_t seed) {
    const auto outputs = outputs_of(function, saltelli_rows(factors, rows, seed));
    return sobol_indices(base_rows(factors, outputs)).value();
}

/// Standard error by the bootstrap, from the width of its 95 % interval.
double error_of(const Estimated& estimated) {
    return (estimated.interval->high - estimated.interval->low) / (2 * 1.96);
}

/// All indices of one large design, to five standard errors of the bootstrap: alpha below 1e-6
/// each. What has no effect alone still has an error, as its estimate is a mean of noise.
void expect_indices(Function function, const ExactIndices& exact, std::size_t rows,
                    double largest_error) {
    const SobolIndices found = indices_of(function, exact.first.size(), rows, 1);
    EXPECT_NEAR(found.mean, exact.mean, 5 * std::sqrt(exact.variance / (2.0 * double(rows))));
    EXPECT_NEAR(found.variance / exact.variance, 1, 0.05);
    for (std::size_t i = 0; i < exact.first.size(); ++i) {
        SCOPED_TRACE(i);
        const auto& [first, total] = found.factors[i];
        EXPECT_NEAR(first.value, exact.first[i], 5 * error_of(first));
        EXPECT_NEAR(total.value, exact.total[i], 5 * error_of(total));
        EXPECT_LT(error_of(first), largest_error);
        EXPECT_LT(error_of(total), largest_error);
    }
}

TEST(SobolIndices, OfIshigamisFunctionAreThoseOfItsClosedForm) {
    expect_indices(ishigami, ishigami_indices(), 8192, 0.02);
}

TEST(SobolIndices, OfSobolsGAreThoseOfItsClosedForm) {
    expect_indices(sobol_g, sobol_g_indices(), 8192, 0.02);
}

/// Over 200 designs of 256 rows: the mean of the estimates is right within four of its standard
/// errors and the bias of a ratio, which is of order 1/256; and the intervals hold the truth at
/// least as often as they say, less three standard errors of 200 trials (0.046).
void expect_unbiased_and_covered(Function function, const ExactIndices& exact) {
    constexpr int designs = 200;
    const std::size_t factors = exact.first.size();
    std::vector<double> sums(2 * factors);
    std::vector<double> squares(2 * factors);
    std::vector<int> covered(2 * factors);
    for (int design = 0; design < designs; ++design) {
        const SobolIndices found =
            indices_of(function, factors, 256, 1000 + static_cast<std::uint64_t>(design));
        for (std::size_t i = 0; i < 2 * factors; ++i) {
            const bool first = i < factors;
            const SobolIndex& index = found.factors[i % factors];
            const Estimated& estimated = first ? index.first : index.total;
            const double truth = first ? exact.first[i] : exact.total[i - factors];
            sums[i] += estimated.value - truth;
            squares[i] += (estimated.value - truth) * (estimated.value - truth);
            if (estimated.interval->low <= truth && truth <= estimated.interval->high) ++covered[i];
        }
    }
    for (std::size_t i = 0; i < 2 * factors; ++i) {
        SCOPED_TRACE(i);
        const double error = std::sqrt(squares[i]) / designs;
        EXPECT_NEAR(sums[i] / designs, 0, 4 * error + 1.0 / 256);
        EXPECT_GE(covered[i] / double{designs}, 0.95 - 0.046);
    }
}

TEST(SobolIndices, OfIshigamisFunctionLieInTheirIntervalsAsOftenAsThoseSay) {
    expect_unbiased_and_covered(ishigami, ishigami_indices());
}

TEST(SobolIndices, OfSobolsGLieInTheirIntervalsAsOftenAsThoseSay) {
    expect_unbiased_and_covered(sobol_g, sobol_g_indices());
}

std::vector<Screening> screenings(std::size_t trajectories, std::uint64_t seed) {
    const MorrisDesign design{morris_inputs, trajectories, 4};
    const DesignRows rows = morris_rows(design, seed);
    std::vector<Screening> found;
    for (const auto& effects :
         elementary_effects(design, rows, outputs_of(morris_function, rows))) {
        found.push_back(screening(effects).value());
    }
    return found;
}

TEST(ElementaryEffects, OfMorrissFunctionHaveTheirExactMeanAndSpread) {
    // 2000 trajectories; five standard errors of the bootstrap, alpha below 1e-6 each of 40.
    const std::vector<Screening> found = screenings(2000, 1);
    for (std::size_t i = 0; i < morris_inputs; ++i) {
        SCOPED_TRACE(i + 1);
        const ExactEffects exact = morris_effects(i);
        EXPECT_NEAR(found[i].mean.value, exact.mean, 5 * error_of(found[i].mean));
        EXPECT_NEAR(found[i].spread.value, exact.spread, 5 * error_of(found[i].spread));
        EXPECT_LT(error_of(found[i].mean), exact.spread / std::sqrt(2000.0) * 1.2);
    }
    // Inputs 8 to 10: the slope is 20 and at most 19 products of size 1 change it, so no effect is
    // negative and the mean of sizes is the mean.
    for (std::size_t i = 7; i < 10; ++i)
        EXPECT_NEAR(found[i].size.value, found[i].mean.value, 1e-9);
}

TEST(ElementaryEffects, OfTenTrajectoriesTellMorrissGroupsApart) {
    // What his paper shows: ten strong inputs, of them 1 to 7 bent or mixed and 8 to 10 nearly
    // linear; ten weak ones.
    const std::vector<Screening> found = screenings(10, 1);
    double weakest = found[0].size.value;
    double strongest_weak = 0;
    for (std::size_t i = 0; i < 10; ++i)
        weakest = std::min(weakest, found[i].size.value);
    for (std::size_t i = 10; i < morris_inputs; ++i)
        strongest_weak = std::max(strongest_weak, found[i].size.value);
    EXPECT_GT(weakest, 2 * strongest_weak);
    for (std::size_t i = 0; i < 7; ++i)
        EXPECT_GT(found[i].spread.value, 0.5 * found[i].size.value) << i + 1;
    for (std::size_t i = 7; i < 10; ++i)
        EXPECT_LT(found[i].spread.value, 0.5 * found[i].size.value) << i + 1;
}

}  // namespace
}  // namespace tumen::testing
