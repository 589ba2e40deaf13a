

#include "calibration/abc/abc.hpp"
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <mutex>
#include <stdexcept>
#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "calibration/abc/abc_plan.hpp"
#include "calibration/abc/abc_simulators.hpp"
#include "experiment/ensemble/pool.hpp"
#include "experiment/failure.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {
namespace {

/// Keeps what it is given, as a results file would.
class Kept final : public AbcSink {
  public:
    void add(const ProposalName& name, const Particle& particle) override {
        if (generations.empty() || generations.back().status != GenerationStatus::open)
            generations.emplace_back().number = name.generation;
        ASSERT_EQ(name.proposal, generations.back().particles.size());
        generations.back().particles.push_back(particle);
        if (fails_after > 0 && --fails_after == 0)
            throw Failure(diagnostic("the disk is full", ""));
    }
    void close(const Generation& generation) override {
        generations.back().status = generation.status;
    }
    std::vector<Generation> generations;
    std::size_t fails_after = 0;
};

double normal_of(std::uint64_t luck) {
    return normal_quantile(uniform(philox({0, 0, 0, 0}, luck).word[0]));
}

/// The mean of a normal variable with standard deviation `noise` around the parameter, whose prior
/// is the standard normal: the only priors of the engine are flat, so the simulator bends one.
Simulate normal_toy(const AbcSettings& settings, double noise) {
    return [&settings, noise](const ProposalName& name,
                              std::span<const double> values) -> std::optional<Simulated> {
        const double luck = normal_of(luck_of(settings.seed, name));
        return Simulated{{normal_quantile(values[0]) + noise * luck}, ""};
    };
}

AbcSettings toy_settings(double observed) {
    AbcSettings settings;
    settings.priors = {dummy_factor()};
    settings.targets = {{"T", {observed, observed}, TargetUse::fitted}};
    settings.particles = 100;
    settings.generations = 3;
    settings.predictive = 20;
    return settings;
}

void expect_equal(const std::vector<Generation>& one, const std::vector<Generation>& other) {
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t g = 0; g < one.size(); ++g) {
        EXPECT_EQ(one[g].status, other[g].status);
        ASSERT_EQ(one[g].particles.size(), other[g].particles.size()) << "generation " << g;
        for (std::size_t i = 0; i < one[g].particles.size(); ++i) {
            const Particle& a = one[g].particles[i];
            const Particle& b = other[g].particles[i];
            EXPECT_EQ(a.values, b.values);
            EXPECT_EQ(a.statistics, b.statistics);
            EXPECT_EQ(a.status, b.status);
            EXPECT_EQ(a.weight, b.weight);
        }
    }
}

std::vector<Generation> played(const AbcSettings& settings, const Simulate& simulate,
                               std::size_t threads = 1, std::size_t chunk = 16) {
    Pool pool(threads);
    Kept sink;
    std::vector<Generation> history;
    AbcOptions options;
    options.chunk = chunk;
    const auto end = run_abc(settings, history, simulate, sink, pool, options);
    EXPECT_TRUE(end);
    return history;
}

TEST(Abc, finds_the_posterior_of_a_normal_mean) {
    // Prior N(0, 1), one observation 1.2 with noise 0.5: posterior N(1.2 / 1.25, 0.2), so mean 0.96
    // and variance 0.2. 2000 particles with weights: standard error of the mean about 0.015, of the
    // variance about 0.01; the threshold of the last generation widens the variance by about 0.002.
    AbcSettings settings = toy_settings(1.2);
    settings.particles = 2000;
    settings.generations = 7;
    const auto history = played(settings, normal_toy(settings, 0.5), 2);
    const Generation* posterior = posterior_of(history);
    ASSERT_NE(posterior, nullptr);
    EXPECT_EQ(posterior->number, 6U);
    const WeightedSample sample = sample_of(*posterior);
    double mean = 0;
    double square = 0;
    for (std::size_t i = 0; i < sample.weights.size(); ++i) {
        const double value = normal_quantile(sample.particles[i]->values[0]);
        mean += sample.weights[i] * value;
        square += sample.weights[i] * value * value;
    }
    EXPECT_NEAR(mean, 0.96, 0.05);
    EXPECT_NEAR(square - mean * mean, 0.2, 0.03);
    EXPECT_GT(effective_size(sample.weights), 1000);
}

TEST(Abc, gives_the_same_for_any_number_of_threads_and_any_chunk) {
    const AbcSettings settings = toy_settings(0.7);
    const auto straight = played(settings, normal_toy(settings, 0.5));
    EXPECT_EQ(straight.size(), 4U);
    EXPECT_EQ(straight.back().status, GenerationStatus::predictive);
    expect_equal(straight, played(settings, normal_toy(settings, 0.5), 2));
    expect_equal(straight, played(settings, normal_toy(settings, 0.5), 3, 7));
    expect_equal(straight, played(settings, normal_toy(settings, 0.5), 1, 1000));
}

/// Simulates so many proposals at a time, and what comes back is now one of the older, now one of
/// the newer; what is still there when a generation is closed comes back in the next one.
class OutOfOrder final : public Simulators {
  public:
    OutOfOrder(const Simulate& simulate, std::size_t at_once)
        : simulate_(simulate), at_once_(at_once) {}

    void play(OpenProposals& proposals) override {
        while (proposals.status() == GenerationStatus::open) {
            while (there_.size() < at_once_) {
                auto proposal = proposals.next();
                if (!proposal) break;
                there_.push_back(*std::move(proposal));
            }
            if (there_.empty()) return;
            const auto one =
                there_.begin() + static_cast<std::ptrdiff_t>(++simulated * 7 % there_.size());
            const Proposal proposal = *one;
            there_.erase(one);
            if (proposal.name.generation < newest_) ++late;
            newest_ = std::max(newest_, proposal.name.generation);
            proposals.take(proposal.name, simulate_(proposal.name, proposal.values));
        }
    }

    std::size_t simulated = 0;
    std::size_t late = 0;  // for a generation that was closed

  private:
    const Simulate& simulate_;
    std::size_t at_once_;
    std::uint32_t newest_ = 0;
    std::vector<Proposal> there_;
};

TEST(Abc, gives_the_same_in_whatever_order_simulations_end) {
    const AbcSettings settings = toy_settings(0.7);
    const Simulate simulate = normal_toy(settings, 0.5);
    const auto straight = played(settings, simulate);
    std::size_t late = 0;
    for (const std::size_t at_once : {1U, 2U, 3U, 10U}) {
        Kept sink;
        std::vector<Generation> history;
        OutOfOrder simulators(simulate, at_once);
        ASSERT_TRUE(run_abc(settings, history, simulators, sink));
        expect_equal(straight, history);
        expect_equal(straight, sink.generations);
        late += simulators.late;
    }
    EXPECT_GT(late, 0U);
}

TEST(Abc, stopped_with_simulations_under_way_keeps_what_came_of_them) {
    const AbcSettings settings = toy_settings(0.7);
    const Simulate simulate = normal_toy(settings, 0.5);
    OutOfOrder simulators(simulate, 5);
    AbcOptions options;
    options.stop = [&] { return simulators.simulated >= 150; };
    Kept sink;
    std::vector<Generation> history;
    const auto end = run_abc(settings, history, simulators, sink, options);
    ASSERT_TRUE(end);
    EXPECT_EQ(*end, AbcEnd::none);
    std::size_t kept = 0;
    for (const Generation& generation : history)
        kept += generation.particles.size();
    EXPECT_EQ(kept, 154U);  // the four under way too
    options.stop = nullptr;
    OutOfOrder others(simulate, 2);
    ASSERT_TRUE(run_abc(settings, history, others, sink, options));
    expect_equal(played(settings, simulate), history);
}

TEST(Abc, interrupted_anywhere_and_gone_on_with_gives_the_same) {
    const AbcSettings settings = toy_settings(0.7);
    const Simulate simulate = normal_toy(settings, 0.5);
    const auto straight = played(settings, simulate);
    for (const std::size_t kept : {1U, 99U, 100U, 101U, 163U, 340U}) {
        Kept sink;
        sink.fails_after = kept;  // the last one is there, whatever came after it is not
        Pool pool(2);
        std::vector<Generation> history;
        EXPECT_FALSE(run_abc(settings, history, simulate, sink, pool));
        sink.fails_after = 0;
        std::vector<Generation> stored = sink.generations;
        for (Generation& generation : stored) {
            for (Particle& particle : generation.particles)
                particle.place.clear();  // is not stored
        }
        ASSERT_EQ(restore(settings, stored), "");
        ASSERT_TRUE(run_abc(settings, stored, simulate, sink, pool));
        expect_equal(straight, stored);
        expect_equal(straight, sink.generations);
    }
}

TEST(Abc, does_not_go_on_from_what_it_would_not_have_proposed) {
    const AbcSettings settings = toy_settings(0.7);
    const auto straight = played(settings, normal_toy(settings, 0.5));
    auto altered = straight;
    altered[1].particles[3].values[0] += 1e-9;
    EXPECT_NE(restore(settings, altered).find("proposal 3 of generation 1"), std::string::npos);
    altered = straight;
    altered[2].particles.pop_back();
    EXPECT_NE(restore(settings, altered), "");
    AbcSettings other = settings;
    other.seed = 2;
    altered = straight;
    EXPECT_NE(restore(other, altered), "");
}

TEST(Abc, keeps_failed_simulations_with_their_reason_and_out_of_the_sample) {
    const AbcSettings settings = toy_settings(0.7);
    const Simulate toy = normal_toy(settings, 0.5);
    const auto history = played(settings, [&](const ProposalName& name, auto values) {
        if (values[0] < 0.3) return std::optional(Simulated{{}, "the city burnt down"});
        return toy(name, values);
    });
    for (const Generation& generation : history) {
        for (const Particle& particle : generation.particles) {
            if (particle.values[0] >= 0.3) {
                EXPECT_NE(particle.status, ParticleStatus::failed);
                continue;
            }
            EXPECT_EQ(particle.status, ParticleStatus::failed);
            EXPECT_EQ(particle.reason, "the city burnt down");
        }
    }
    EXPECT_EQ(posterior_of(history)->accepted(), settings.particles);
}

TEST(Abc, gives_up_a_generation_in_which_too_few_are_accepted) {
    AbcSettings settings = toy_settings(0.7);
    settings.generations = 30;  // far more than the noise allows
    settings.floor = 0.1;
    const auto history = played(settings, normal_toy(settings, 0.5));
    EXPECT_EQ(end_of(settings, history), AbcEnd::too_few_accepted);
    ASSERT_GE(history.size(), 3U);
    EXPECT_EQ(history[history.size() - 2].status, GenerationStatus::given_up);
    EXPECT_EQ(posterior_of(history), &history[history.size() - 3]);
    EXPECT_EQ(history.back().particles.size(), settings.predictive);
    auto again = history;
    EXPECT_EQ(restore(settings, again), "");
}

TEST(Abc, has_no_posterior_where_nothing_can_be_simulated) {
    const AbcSettings settings = toy_settings(0.7);
    const auto history = played(settings, [](const ProposalName&, auto) {
        return std::optional(Simulated{{}, "no"});
    });
    EXPECT_EQ(end_of(settings, history), AbcEnd::no_posterior);
    EXPECT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].particles.size(), 500U);  // 10 expected at a floor of 2 %
}

TEST(Abc, stops_where_all_accepted_lie_within_the_bands) {
    AbcSettings settings = toy_settings(0);
    settings.targets = {{"T", {-2, 2}, TargetUse::fitted}};
    const auto history = played(settings, normal_toy(settings, 0.5));
    EXPECT_EQ(end_of(settings, history), AbcEnd::all_bands_met);
    ASSERT_EQ(history.size(), 3U);  // prior, one at threshold 0, predictive
    for (const Particle* particle : sample_of(history[1]).particles)
        EXPECT_LE(std::abs(particle->statistics[0]), 2);
}

TEST(Abc, does_not_fit_to_what_is_held_out) {
    AbcSettings settings = toy_settings(0.7);
    settings.targets.push_back({"H", {100, 100}, TargetUse::held_out});
    const auto plain = played(toy_settings(0.7), normal_toy(settings, 0.5));
    const auto history = played(settings, [&](const ProposalName& name, auto values) {
        auto one = normal_toy(settings, 0.5)(name, values);
        one->statistics.push_back(0);
        return one;
    });
    ASSERT_EQ(history.size(), plain.size());
    EXPECT_EQ(history[2].particles.size(), plain[2].particles.size());
}

TEST(Abc, treats_a_statistic_without_value_as_far_away) {
    AbcSettings settings = toy_settings(0.7);
    const auto history = played(settings, [&](const ProposalName& name, auto values) {
        auto one = normal_toy(settings, 0.5)(name, values);
        if (values[0] < 0.5) one->statistics[0] = std::nan("");
        return one;
    });
    for (const Particle* particle : sample_of(*posterior_of(history)).particles)
        EXPECT_GE(particle->values[0], 0.5);
}

TEST(Deviation, counts_from_the_nearer_end_of_the_interval) {
    EXPECT_EQ(deviation({1, 2}, 1.5), 0);
    EXPECT_EQ(deviation({1, 2}, 2), 0);
    EXPECT_EQ(deviation({1, 2}, 4), 2);
    EXPECT_EQ(deviation({1, 2}, 0), 1);
    EXPECT_EQ(deviation({1, 2}, std::nan("")), std::numeric_limits<double>::infinity());
}

TEST(Scales, are_median_absolute_deviations) {
    // Values 1, 2, 3, 4, 100: median 3, deviations 2, 1, 0, 1, 97, their median 1. The second
    // statistic has more equal values than others: its standard deviation. The third never varies.
    const std::vector<std::vector<double>> simulations = {
        {1, 0, 5}, {2, 0, 5}, {3, 0, 5}, {4, 0, 5}, {100, 5, 5}};
    const auto scales = scales_of(simulations, 3);
    EXPECT_DOUBLE_EQ(scales[0], 1);
    EXPECT_NEAR(scales[1], std::sqrt(5.0), 1e-12);
    EXPECT_DOUBLE_EQ(scales[2], 1);
}

TEST(StepKernel, has_twice_the_covariance_of_the_sample) {
    // Places (0,0), (1,1), (1,0), (0,1) with weights .4, .4, .1, .1: variances .25, covariance .15.
    const std::vector<CubePlace> places = {{0, 0}, {1, 1}, {1, 0}, {0, 1}};
    const std::vector<double> weights = {0.4, 0.4, 0.1, 0.1};
    const StepKernel kernel(places, weights);
    const CubePlace along = kernel.step({0, 0}, std::vector<double>{1, 0});
    EXPECT_NEAR(along[0], std::sqrt(0.5), 1e-9);
    EXPECT_NEAR(along[0] * along[1], 0.3, 1e-9);  // first column of the factor
    const CubePlace other = kernel.step({0, 0}, std::vector<double>{0, 1});
    EXPECT_NEAR(along[1] * along[1] + other[1] * other[1], 0.5, 1e-9);
    // exp(-x' S^-1 x / 2) with x = (1, 0): S^-1 = [.5 -.3; -.3 .5] / (.25 - .09).
    EXPECT_NEAR(StepKernel::density(kernel.whitened({0, 0}), kernel.whitened({1, 0})),
                std::exp(-0.5 * 0.5 / 0.16), 1e-9);
}

TEST(LuckOf, is_another_for_every_proposal) {
    EXPECT_EQ(luck_of(1, {2, 3}), luck_of(1, {2, 3}));
    EXPECT_NE(luck_of(1, {2, 3}), luck_of(1, {3, 2}));
    EXPECT_NE(luck_of(1, {2, 3}), luck_of(2, {2, 3}));
    EXPECT_LT(luck_of(7, {0, 0}), std::uint64_t{1} << 63);
}

}  // namespace
}  // namespace tumen
