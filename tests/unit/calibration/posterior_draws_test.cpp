#include "calibration/posterior_draws.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

Particle particle_of(double fee, double weight) {
    Particle particle;
    particle.status = ParticleStatus::accepted;
    particle.weight = weight;
    particle.values = {fee};
    particle.statistics = {fee};
    return particle;
}

/// A calibration of the broker's fee: particles at 20 % and at 30 %, these thrice as heavy; worth
/// 1.6 each of two.
std::vector<Generation> history(std::size_t pairs = 80) {
    Generation kept;
    kept.status = GenerationStatus::complete;
    for (std::size_t i = 0; i < pairs; ++i) {
        kept.particles.push_back(particle_of(0.2, 0.25));
        kept.particles.push_back(particle_of(0.3, 0.75));
    }
    Generation afresh = kept;
    afresh.status = GenerationStatus::predictive;
    return {kept, afresh};
}

Experiment calibrated(const std::string& prior = "fee_base") {
    CalibrationAsked asked;
    asked.fitted = {find_pattern("K1")};
    asked.priors = {*read_factor(prior)};
    asked.generations = 1;
    Experiment experiment;
    experiment.kind = ExperimentKind::calibrate;
    experiment.name = "calibrate-small";
    experiment.seed = 7;
    experiment.design = calibration_design(asked);
    experiment.points.push_back({std::string(asked.fitted.front()->test.scenario), {}, {}});
    return experiment;
}

class StoredSource final : public CalibrationSource {
  public:
    explicit StoredSource(std::vector<Generation> generations, Experiment experiment = calibrated())
        : experiment_(std::move(experiment)), generations_(std::move(generations)) {}
    const Experiment& experiment() const override { return experiment_; }
    const std::vector<ReplicateKey>& replicates() const override { return none_; }
    Expected<ReplicateResult, Diagnostic> read(ReplicateKey) override { return ReplicateResult{}; }
    Expected<std::vector<Generation>, Diagnostic> generations() override { return generations_; }

  private:
    Experiment experiment_;
    std::vector<Generation> generations_;
    std::vector<ReplicateKey> none_;
};

StoredPosterior posterior() {
    StoredSource source(history());
    return *read_posterior(source, "c.sqlite");
}

std::optional<Diagnostic> take(Experiment& experiment, const StoredPosterior& stored) {
    return take_draws(experiment, posterior_source(stored, experiment.seed), RivalDraws::left,
                      experiment.replicates);
}

TEST(PosteriorDraws, give_each_replicate_a_particle_whatever_else_is_drawn) {
    Experiment few = small_experiment(2, 3);
    Experiment many = small_experiment(2, 40);
    ASSERT_FALSE(take(few, posterior()));
    ASSERT_FALSE(take(many, posterior()));
    ASSERT_EQ(many.draws.size(), 40u);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(few.draws[i].values, many.draws[i].values);
    for (const ReplicateDraw& draw : many.draws) {
        ASSERT_EQ(draw.values.size(), 1u);
        EXPECT_EQ(draw.values.front().first, "fee_base");
        EXPECT_TRUE(draw.values.front().second == 0.2 || draw.values.front().second == 0.3);
    }
}

TEST(PosteriorDraws, name_the_calibration_so_that_no_other_is_taken_for_it) {
    const Design design = posterior().design;
    EXPECT_EQ(design.method, "posterior");
    EXPECT_EQ(option_of(design, "calibration"), "calibrate-small, seed 7");
    std::vector<Generation> other = history();
    other.front().particles.front().values = {0.21};
    StoredSource source(other);
    const auto another = read_posterior(source, "d.sqlite");
    ASSERT_TRUE(another);
    EXPECT_NE(option_of(design, "hash"), option_of(another->design, "hash"));
}

TEST(PosteriorDraws, need_a_calibration_that_is_finished) {
    std::vector<Generation> unfinished = history();
    unfinished.pop_back();
    StoredSource source(unfinished);
    const auto refused = read_posterior(source, "c.sqlite");
    ASSERT_FALSE(refused);
    EXPECT_THAT(describe(refused.error()), HasSubstr("c.sqlite is not finished"));
    StoredSource run({}, small_experiment(1, 1));
    EXPECT_FALSE(read_posterior(run, "run.sqlite"));
}

TEST(PosteriorDraws, are_not_taken_from_what_is_worth_too_few) {
    StoredSource few(history(62));  // worth 99
    const auto refused = read_posterior(few, "c.sqlite");
    ASSERT_FALSE(refused);
    EXPECT_THAT(describe(refused.error()), HasSubstr("This is no posterior"));
    StoredSource enough(history(63));
    EXPECT_TRUE(read_posterior(enough, "c.sqlite"));
}

TEST(PosteriorDraws, do_not_replace_what_is_set) {
    EXPECT_FALSE(set_and_drawn(posterior().posterior, {"fee_base_of_another=1", "detection=0.1"}));
    const auto refused = set_and_drawn(posterior().posterior, {"fee_base=0.3"});
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->problem, HasSubstr("both set and drawn"));
}

TEST(PosteriorDraws, that_a_scenario_cannot_be_played_with_are_refused) {
    std::vector<Generation> adults = history();
    for (Generation& generation : adults) {
        for (Particle& particle : generation.particles)
            particle.values = {50};  // adults in a household, of which there are fewer people
    }
    StoredSource source(adults, calibrated("household_adults"));
    const auto stored = read_posterior(source, "c.sqlite");
    ASSERT_TRUE(stored);
    Experiment experiment = small_experiment(1, 2);
    const auto refused = take(experiment, *stored);
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->problem, HasSubstr("cannot be played with what is drawn"));
}

}  // namespace
}  // namespace tumen::test
