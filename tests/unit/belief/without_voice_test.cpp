#include "belief/without_voice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/draw.hpp"
#include "belief/likelihood/weights.hpp"
#include "belief/statements/statements.hpp"
#include "measures/numbers/effective_size.hpp"
#include "scenario/assembly/read_scenario.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view speaker = "daily-nk";

bool has_no_oath(std::uint32_t candidate) {
    for (const auto& [rule, choice] : draw_rules(ledger_likelihood(), 1, candidate)) {
        if (rule == "oath") return choice == "none";
    }
    return false;
}

bool says(std::string_view voice, const Pattern& pattern) {
    const Likelihood& likelihood = ledger_likelihood();
    return std::any_of(
        likelihood.patterns().begin(), likelihood.patterns().end(), [&](const PatternReading& one) {
            return one.pattern == &pattern && likelihood.voices()[one.voice] == voice;
        });
}

/// Bands of the speaker are met under the rule `oath = none` and missed under the others; what all
/// other voices report is met by everybody.
std::optional<double> told_by_one(std::uint32_t candidate, const Pattern& pattern) {
    const PatternTest& test = pattern.test;
    if (test.expectation != Expectation::band)
        return test.expectation == Expectation::positive ? 1 : -1;
    const double luck = uniform(philox({candidate, name_hash(pattern.id), 0, 0}, 5).word[0]);
    const double within =
        std::clamp(test.low + luck * (test.high - test.low), 0.001, 0.999 * test.high);
    return !says(speaker, pattern) || has_no_oath(candidate) ? within : 2 * test.high;
}

Making made() {
    MakingSettings settings;
    settings.candidates = 900;
    settings.go_on = 1;
    settings.prior_sample = 20;
    settings.start_plays = 2;
    settings.draws = 512;
    auto making =
        Making::plan(settings, ledger_priors(), ledger_likelihood(), fitted_patterns(),
                     [](const std::string& name) { return *read_scenario(name, EmbeddedFiles()); });
    EXPECT_TRUE(making);
    for (std::size_t group = 0; group < making->groups().size(); ++group) {
        for (const std::uint32_t number : making->to_play(Phase::candidates, group)) {
            PatternValues values;
            for (const Pattern* pattern : making->groups()[group].patterns)
                values.push_back(told_by_one(number, *pattern));
            making->take(Phase::candidates, group, number, std::move(values));
        }
        making->close(group);
    }
    return *std::move(making);
}

double share_of_no_oath(const Belief& belief) {
    for (const RuleBelief& one : belief.rules) {
        if (one.rule == "oath" && one.choice == "none") return one.belief;
    }
    return -1;
}

double share_of_no_oath(const std::vector<BeliefDraw>& draws) {
    const auto with = std::count_if(draws.begin(), draws.end(), [](const BeliefDraw& draw) {
        return has_no_oath(draw.candidate);
    });
    return static_cast<double>(with) / static_cast<double>(draws.size());
}

TEST(WithoutVoice, forgets_what_that_voice_alone_said) {
    const Belief belief = belief_of(made(), {});
    EXPECT_GT(share_of_no_oath(belief), 0.8);
    const auto without = without_voice(belief, speaker);
    ASSERT_TRUE(without) << describe(without.error());
    EXPECT_EQ(without->without, speaker);
    EXPECT_NEAR(share_of_no_oath(*without), 1.0 / 3, 0.08);
    EXPECT_NEAR(share_of_no_oath(without->draws), 1.0 / 3, 0.08);
    EXPECT_GT(without->effective, belief.effective);
    EXPECT_EQ(without->draws.size(), belief.draws.size());
}

TEST(WithoutVoice, keeps_what_others_said) {
    const Belief belief = belief_of(made(), {});
    const auto other = std::find_if(belief.voices.begin(), belief.voices.end(),
                                    [](const std::string& voice) { return voice != speaker; });
    ASSERT_NE(other, belief.voices.end());
    const auto without = without_voice(belief, *other);
    ASSERT_TRUE(without) << describe(without.error());
    EXPECT_GT(share_of_no_oath(*without), 0.8);
}

TEST(WithoutVoice, weighs_as_a_likelihood_without_the_voice_does) {
    const Making making = made();
    const Belief belief = belief_of(making, {});
    const auto anew = making.weights(making.likelihood().without_voice(speaker));
    const auto without = without_voice(belief, speaker);
    ASSERT_TRUE(without);
    EXPECT_NEAR(without->effective, effective_size(anew), 0.01 * without->effective);
    // Of draws that were made with the voice, the weights are ratios.
    const CandidateWeights ratios = weights_without_each(belief).at(std::string(speaker));
    const std::vector<double> with = making.weights();
    double all = 0;
    for (std::size_t i = 0; i < with.size(); ++i)
        all += with[i] * ratios.at(making.survivors()[i]);
    for (std::size_t i = 0; i < with.size(); ++i)
        EXPECT_NEAR(with[i] * ratios.at(making.survivors()[i]) / all, anew[i], 0.002 * anew[i]);
}

TEST(WithoutVoice, survives_the_file) {
    const Belief belief = belief_of(made(), {"m", "p", "q", "r"});
    const auto read = Belief::read({"made up", "made_up.toml", belief.write()});
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->voices, belief.voices);
    const auto without = without_voice(*read, speaker);
    ASSERT_TRUE(without);
    EXPECT_EQ(without->draws, without_voice(belief, speaker)->draws);
}

TEST(WithoutVoice, names_the_voices_there_are) {
    const Belief belief = belief_of(made(), {});
    const auto nobody = without_voice(belief, "nobody");
    ASSERT_FALSE(nobody);
    EXPECT_THAT(describe(nobody.error()), HasSubstr("nobody"));
    EXPECT_THAT(describe(nobody.error()), HasSubstr(std::string(speaker)));
}

TEST(SignShare, weighs_draws_by_their_families) {
    const std::vector<std::optional<bool>> votes = {true, true, false, false};
    const std::vector<std::uint32_t> families = {1, 1, 2, 3};
    const SignShare share = share_of(votes, families, {{1, 3.0}, {2, 2.0}});
    EXPECT_NEAR(share.share, 6.0 / 8, 1e-12);
    EXPECT_NEAR(share.effective, 64.0 / (36 + 4), 1e-12);
    EXPECT_EQ(share_of(votes, families, {}).effective, 0);
}

}  // namespace
}  // namespace tumen
