#include <gtest/gtest.h>

#include "calibration/calibrate.hpp"
#include "calibration/posterior.hpp"
#include "experiment/disk_files.hpp"
#include "experiment/ensemble/pool.hpp"
#include "support/nowhere.hpp"

/// A truth that is known, since the model itself made the "reports": does the calibration find it?
namespace tumen {
namespace {

/// A small Hyesan in calm months, with the patterns that its fees, arrests and transfers show.
Experiment small_city(std::uint64_t seed) {
    ReadOptions options;
    options.overrides = {"residents=20000"};
    Experiment experiment;
    experiment.kind = ExperimentKind::calibrate;
    experiment.seed = seed;
    experiment.points.push_back({"hyesan-calm", *load_scenario("hyesan-calm", options), {}});
    CalibrationAsked asked;
    for (const char* id : {"K1", "P11", "P37"})
        asked.fitted.push_back(find_pattern(id));
    asked.priors = {*read_prior("fee_base"), *read_prior("detection=0.001..0.05")};
    asked.particles = 80;
    asked.generations = 4;
    asked.predictive = 10;
    experiment.design = calibration_design(asked);
    return experiment;
}

/// How many of the two true values lie in the 90 % interval of their posterior.
int covered(std::uint64_t seed, const std::vector<double>& truth) {
    const Experiment experiment = small_city(seed);
    Calibration calibration = *calibration_of(experiment);
    const PatternSimulator simulator(experiment, calibration, [] { return false; });
    // A proposal that no calibration makes: its luck is that of no other simulation.
    const auto reported = simulator({1000, 0, Measured::all}, truth);
    for (std::size_t i = 0; i < calibration.settings.targets.size(); ++i)
        calibration.settings.targets[i].interval = {reported->statistics[i],
                                                    reported->statistics[i]};
    std::vector<Generation> history;
    testing::Nowhere sink;
    Pool pool(2);
    EXPECT_TRUE(run_abc(calibration.settings, history, simulator, sink, pool));
    const CalibrationSummary summary = summarise(calibration.settings, history);
    int found = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const Interval& interval = summary.parameters[i].ninety;
        if (interval.low <= truth[i] && truth[i] <= interval.high) ++found;
    }
    EXPECT_GT(summary.parameters[0].shrinkage, 0.2)
        << "the fee is seen, so its base is known better";
    return found;
}

TEST(CalibrationRecovery, covers_the_parameters_that_made_the_reports) {
    // Three truths, seeds 11 to 13, two parameters each: of six intervals of 90 % fewer than four
    // would miss with probability 0.016 if they were exact; those of few generations are wider.
    int found = covered(11, {0.25, 0.004});
    found += covered(12, {0.3, 0.01});
    found += covered(13, {0.2, 0.02});
    EXPECT_GE(found, 4);
}

}  // namespace
}  // namespace tumen
