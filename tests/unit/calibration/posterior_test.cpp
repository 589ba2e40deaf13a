#include "calibration/posterior.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "calibration/calibrate.hpp"

namespace tumen {
namespace {

/// Particles at these values of the dummy, which lies in 0 to 1.
Generation generation_of(const std::vector<std::pair<double, double>>& values_and_weights,
                         GenerationStatus status) {
    Generation generation;
    generation.status = status;
    for (const auto& [value, weight] : values_and_weights) {
        Particle particle;
        particle.status = ParticleStatus::accepted;
        particle.weight = weight;
        particle.values = {value};
        particle.statistics = {value};
        generation.particles.push_back(particle);
    }
    return generation;
}

AbcSettings settings_of_one() {
    AbcSettings settings;
    settings.priors = {dummy_factor()};
    settings.targets = {{"K1", {0.28, 0.35}, TargetUse::fitted}};
    settings.generations = 1;
    return settings;
}

TEST(Posterior, is_told_with_its_weights) {
    // Values 0.2 and 0.6 with weights 3 to 1: mean 0.3, variance 0.03, so shrinkage 1 - 0.36.
    const AbcSettings settings = settings_of_one();
    std::vector<Generation> history = {
        generation_of({{0.2, 3}, {0.6, 1}}, GenerationStatus::complete)};
    find_places(settings, history);
    const CalibrationSummary summary = summarise(settings, history);
    ASSERT_EQ(summary.parameters.size(), 1U);
    EXPECT_NEAR(summary.parameters[0].mean, 0.3, 1e-12);
    EXPECT_NEAR(summary.parameters[0].shrinkage, 0.64, 1e-12);
    EXPECT_EQ(summary.parameters[0].median, 0.2);
    EXPECT_EQ(summary.parameters[0].ninety, (Interval{0.2, 0.6}));
    EXPECT_NEAR(summary.effective_size, 1.6, 1e-12);  // 1 / (9/16 + 1/16)
    EXPECT_FALSE(summary.no_posterior.empty()) << "1.6 of 2 particles are few";
    EXPECT_EQ(summary.end, AbcEnd::none) << "it has not been simulated afresh";
}

std::vector<std::string> warnings_for(const std::vector<double>& values) {
    std::vector<std::pair<double, double>> weighted;
    for (const double value : values)
        weighted.emplace_back(value, 1);
    const AbcSettings settings = settings_of_one();
    std::vector<Generation> history = {generation_of(weighted, GenerationStatus::complete)};
    find_places(settings, history);
    return summarise(settings, history).parameters[0].warnings;
}

TEST(Posterior, warns_of_edges_and_of_parameters_that_nothing_is_known_of) {
    EXPECT_TRUE(warnings_for({0.4, 0.45, 0.5, 0.55}).empty());
    EXPECT_EQ(warnings_for({0.01, 0.05, 0.3, 0.4}),
              std::vector<std::string>{"it lies at the low end of its prior"});
    EXPECT_EQ(warnings_for({0.95, 0.99, 0.7, 0.6}),
              std::vector<std::string>{"it lies at the high end of its prior"});
    EXPECT_EQ(warnings_for({0.12, 0.3, 0.5, 0.7, 0.88, 0.02, 0.98}),
              std::vector<std::string>{"the patterns say little about it"});
}

TEST(Posterior, shows_patterns_before_and_after) {
    const AbcSettings settings = settings_of_one();
    std::vector<Generation> history = {
        generation_of({{0.1, 1}, {0.3, 1}, {0.5, 1}, {std::nan(""), 1}},
                      GenerationStatus::complete),
        generation_of({{0.3, 1}, {0.31, 1}}, GenerationStatus::predictive)};
    history[0].particles[3].values = {0.7};
    history[1].number = 1;
    find_places(settings, history);
    const CalibrationSummary summary = summarise(settings, history);
    ASSERT_EQ(summary.patterns.size(), 1U);
    EXPECT_EQ(summary.patterns[0].prior->n, 3U) << "one has no value";
    EXPECT_NEAR(summary.patterns[0].prior->share, 1.0 / 3, 1e-12);
    EXPECT_EQ(summary.patterns[0].posterior->share, 1);
    EXPECT_EQ(summary.end, AbcEnd::all_played);
}

TEST(Posterior, says_first_that_no_set_of_values_shows_a_pattern) {
    const AbcSettings settings = settings_of_one();
    std::vector<Generation> history = {
        generation_of({{0.5, 1}, {0.7, 1}}, GenerationStatus::complete),
        generation_of({{0.5, 1}, {0.6, 1}}, GenerationStatus::predictive)};
    history[1].number = 1;
    find_places(settings, history);
    EXPECT_TRUE(
        summarise(settings, history).why.starts_with("No set of values that was tried shows K1: "));
    history[0].particles[0].statistics = {0.3};  // one before did
    EXPECT_TRUE(summarise(settings, history).why.starts_with("This is no posterior"));
}

/// So many particles of one weight, of which some show K1 before; `after`: 0.3 where all show it
/// after, 0.5 where none does.
std::vector<Generation> fitted(std::size_t particles, std::size_t showing_before, double after) {
    std::vector<std::pair<double, double>> before(particles, {0.5, 1});
    std::fill_n(before.begin(), showing_before, std::pair{0.3, 1.0});
    std::vector<Generation> history = {
        generation_of(before, GenerationStatus::complete),
        generation_of(std::vector<std::pair<double, double>>(40, {after, 1}),
                      GenerationStatus::predictive)};
    history[1].number = 1;
    find_places(settings_of_one(), history);
    return history;
}

TEST(Posterior, is_none_below_a_hundred_independent_sets_of_values) {
    const CalibrationSummary few = summarise(settings_of_one(), fitted(99, 50, 0.3));
    EXPECT_TRUE(few.why.starts_with("This is no posterior: the 99 sets of values"));
    EXPECT_EQ(few.why.find("--"), std::string::npos)
        << "Python and a page have no flags: " << few.why;
    const CalibrationSummary enough = summarise(settings_of_one(), fitted(100, 50, 0.3));
    EXPECT_EQ(enough.no_posterior, "");
    EXPECT_TRUE(enough.why.starts_with("It ended"));
}

TEST(Posterior, says_which_patterns_got_worse) {
    const CalibrationSummary worse = summarise(settings_of_one(), fitted(100, 50, 0.5));
    EXPECT_TRUE(worse.patterns[0].got_worse());
    EXPECT_TRUE(worse.why.starts_with("Fewer sets of values show K1 than before. "));
    // None of 40 showing it after may be 8.8 % of all: 3.84 / (40 + 3.84). Before, the interval
    // reaches 5 % below 12 of 100, and 4.2 % below 9 of 100: together 10.1 % and 9.7 %.
    EXPECT_TRUE(summarise(settings_of_one(), fitted(100, 12, 0.5)).patterns[0].got_worse());
    EXPECT_FALSE(summarise(settings_of_one(), fitted(100, 9, 0.5)).patterns[0].got_worse());
    EXPECT_FALSE(summarise(settings_of_one(), fitted(100, 50, 0.3)).patterns[0].got_worse());
}

TEST(Posterior, takes_all_of_few_before_for_no_certainty) {
    // 10 of 10 may be 72 % of all, so that 36 of 40 after, 90 %, is nothing worse.
    std::vector<Generation> history = fitted(10, 10, 0.3);
    for (std::size_t i = 0; i < 4; ++i)
        history[1].particles[i].statistics = {0.5};
    const CalibrationSummary summary = summarise(settings_of_one(), history);
    EXPECT_EQ(summary.patterns[0].posterior->showing, 36u);
    EXPECT_FALSE(summary.patterns[0].got_worse());
    EXPECT_NE(summary.why.find("after the one generation asked for."), std::string::npos);
}

TEST(DrawFrom, takes_particles_as_often_as_their_weights_say) {
    // 20,000 draws of weights 0.7, 0.2, 0.1: standard errors up to 0.0033, four of them allowed.
    const Posterior posterior{{"fee_base"}, {{1}, {2}, {3}}, {0.7, 0.2, 0.1}};
    std::map<double, double> share;
    for (std::uint32_t replicate = 1; replicate <= 20000; ++replicate)
        share[draw_from(posterior, 1, replicate).values[0].second] += 1.0 / 20000;
    EXPECT_NEAR(share[1], 0.7, 0.013);
    EXPECT_NEAR(share[2], 0.2, 0.012);
    EXPECT_NEAR(share[3], 0.1, 0.009);
}

TEST(DrawFrom, is_keyed_by_seed_and_replicate) {
    const Posterior posterior{{"fee_base"}, {{1}, {2}}, {0.5, 0.5}};
    const auto some = draws_from(posterior, 7, {3, 5});
    const auto more = draws_from(posterior, 7, {1, 2, 3, 4, 5});
    EXPECT_EQ(some[0], more[2]);
    EXPECT_EQ(some[1], more[4]);
    EXPECT_EQ(some[0].values[0].first, "fee_base");
}

TEST(Calibration, is_read_back_from_its_design) {
    CalibrationAsked asked;
    asked.fitted = {find_pattern("K1")};
    asked.held_out = {find_pattern("K18")};
    asked.priors = {*read_prior("detection")};
    asked.particles = 50;
    Experiment experiment;
    experiment.kind = ExperimentKind::calibrate;
    experiment.seed = 3;
    experiment.design = calibration_design(asked);
    EXPECT_FALSE(calibration_of(experiment)) << "the scenarios of its patterns are missing";
    for (const char* name : {"hyesan-calm", "hyesan-sweep"})
        experiment.points.push_back({name, {}, {}});
    const auto calibration = calibration_of(experiment);
    ASSERT_TRUE(calibration);
    EXPECT_EQ(calibration->settings.particles, 50U);
    ASSERT_EQ(calibration->settings.targets.size(), 2U);
    EXPECT_EQ(calibration->settings.targets[0].interval, (Interval{0.28, 0.35}));
    EXPECT_EQ(calibration->settings.targets[0].use, TargetUse::fitted);
    EXPECT_EQ(calibration->settings.targets[1].use, TargetUse::held_out);
    EXPECT_EQ(calibration->settings.priors[0].scale, Scale::logarithmic);
    experiment.kind = ExperimentKind::run;
    EXPECT_FALSE(calibration_of(experiment));
}

TEST(Calibration, takes_its_parameters_from_the_ledger) {
    const auto priors = widest_priors({find_pattern("K1"), find_pattern("P11")}, 3);
    ASSERT_EQ(priors.size(), 3U);
    EXPECT_EQ(priors[0].name, "detection") << "the widest that is not fixed";
    for (const Factor& one : priors)
        EXPECT_NE(one.name, "risk_baseline") << "a unit, hence fixed";
    for (const Factor& one : widest_priors({find_pattern("P26")}, 10))
        EXPECT_FALSE(one.name.starts_with("sentence_")) << "shares that sum to 1";
    EXPECT_FALSE(read_prior("residents")) << "part of a scenario";
    EXPECT_FALSE(read_prior("no_such_name"));
}

}  // namespace
}  // namespace tumen
