#include "measures/answers/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "experiment/provenance.hpp"
#include "measures/answers/verify_sample.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

MemorySource stored(const Experiment& experiment, const std::vector<ReplicateKey>& keys) {
    std::vector<ReplicateResult> results;
    for (const ReplicateKey key : keys)
        results.push_back(made_up_result(experiment, key));
    return {experiment, std::move(results)};
}

TEST(Verify, finds_equal_what_is_equal_and_plays_only_what_is_stored) {
    const Experiment experiment = small_experiment(2, 4);
    MemorySource source = stored(experiment, {{1, 0}, {1, 1}, {2, 0}, {4, 1}});
    EXPECT_EQ(missing_replicates(source).size(), 4u);
    MadeUpPlayer player(experiment);
    const auto all = verify_results(source, {}, player);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->checked, 4u);
    EXPECT_EQ(all->equal, 4u);
    EXPECT_TRUE(all->differences.empty());
    VerifyOptions first;
    first.replicates = 1;
    EXPECT_EQ(verify_results(source, first, player)->checked, 2u);  // one of each point
}

TEST(Verify, plays_a_sample_again_where_one_is_named) {
    const Experiment experiment = small_experiment(2, 4);
    MemorySource source = stored(experiment, {{1, 0}, {1, 1}, {2, 0}, {4, 1}});
    source.results[2].state_hash = {};
    MadeUpPlayer player(experiment);
    VerifyOptions sample;
    sample.only = {{1, 1}, {2, 0}};
    const auto found = verify_results(source, sample, player);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->checked, 2u);
    ASSERT_EQ(found->differences.size(), 1u);
    EXPECT_EQ(found->differences[0].key, (ReplicateKey{2, 0}));
}

TEST(VerifySample, takes_each_replicate_as_often_as_any_other) {
    std::vector<ReplicateKey> all;
    for (std::uint32_t replicate = 1; replicate <= 10; ++replicate)
        all.push_back({replicate, 0});
    EXPECT_EQ(sample_of(all, 10, 1), all);
    EXPECT_EQ(sample_of(all, 4, 1), sample_of(all, 4, 1));
    std::map<std::uint32_t, int> often;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const auto sample = sample_of(all, 4, seed);
        ASSERT_EQ(sample.size(), 4u);
        EXPECT_TRUE(std::is_sorted(sample.begin(), sample.end()));
        EXPECT_EQ(std::adjacent_find(sample.begin(), sample.end()), sample.end());
        for (const ReplicateKey key : sample)
            ++often[key.replicate];
    }
    ASSERT_EQ(often.size(), 10u);
    for (const auto& [replicate, times] : often)
        EXPECT_NEAR(times, 400, 78) << replicate;  // five standard deviations
}

TEST(Verify, names_the_first_differing_day_in_words) {
    const Experiment experiment = small_experiment(1, 2);
    MemorySource source = stored(experiment, {{1, 0}, {2, 0}});
    source.results[1].cities[1][30][Count::calls] += 1;
    source.results[1].cities[0][31][Quantity::fee] = 0.5;
    source.results[1].state_hash = {};
    MadeUpPlayer player(experiment);
    const auto verification = verify_results(source, {}, player);
    ASSERT_TRUE(verification);
    EXPECT_EQ(verification->equal, 1u);
    ASSERT_EQ(verification->differences.size(), 1u);
    EXPECT_EQ(verification->differences[0].key, (ReplicateKey{2, 0}));
    EXPECT_EQ(verification->differences[0].text,
              "day 30 (2020-10-01), Lower, calls: 6304 and 6303");
}

TEST(Verify, sees_a_hidden_state_that_differs_behind_equal_days) {
    const Experiment experiment = small_experiment(1, 1);
    const Scenario& scenario = experiment.points[0].scenario;
    const ReplicateResult one = made_up_result(experiment, {1, 0});
    ReplicateResult other = one;
    other.seconds = 99;
    EXPECT_EQ(first_difference(scenario, one, other).text, "");
    other.city_hashes[1].low ^= 1;
    EXPECT_THAT(first_difference(scenario, one, other).text, HasSubstr("final state of Lower"));
    other = one;
    other.state_hash.high ^= 1;
    EXPECT_THAT(first_difference(scenario, one, other).text, HasSubstr("state hash"));
    other = one;
    other.adults[0] = 3;
    EXPECT_THAT(first_difference(scenario, one, other).text,
                HasSubstr("adults of Upper: 1001 and 3"));
    other = one;
    other.seed = 8;
    EXPECT_THAT(first_difference(scenario, one, other).text, HasSubstr("seed: 7 and 8"));
    other = one;
    other.outcome = Outcome::failed;
    other.reason = "not enough memory";
    EXPECT_THAT(first_difference(scenario, one, other).text,
                HasSubstr("failed (not enough memory)"));
    other = one;
    other.cities[0].pop_back();
    EXPECT_THAT(first_difference(scenario, one, other).text, HasSubstr("number of days"));
}

TEST(Verify, plays_the_model_again) {
    const Experiment experiment = small_experiment(1, 2);
    MemorySink sink;
    ASSERT_TRUE(play_experiment(experiment, {}, {}, sink));
    MemorySource source(experiment, sink.results);
    const auto verification = verify_results(source, {});
    ASSERT_TRUE(verification);
    EXPECT_EQ(verification->equal, 2u);
    EXPECT_EQ(verification->checked, 2u);
}

TEST(Compare, counts_what_only_one_of_two_has_and_lists_what_differs) {
    const Experiment experiment = small_experiment(1, 3);
    MemorySource one = stored(experiment, {{1, 0}, {2, 0}});
    MemorySource other = stored(experiment, {{2, 0}, {1, 0}, {3, 0}});
    auto comparison = compare_results(one, other);
    ASSERT_TRUE(comparison);
    EXPECT_EQ(comparison->equal, 2u);
    EXPECT_EQ(comparison->left, 1u);
    EXPECT_TRUE(comparison->differences.empty());
    other.results[0].cities[0][0][Count::phones_held] = -1;
    comparison = compare_results(one, other);
    ASSERT_EQ(comparison->differences.size(), 1u);
    EXPECT_EQ(comparison->differences[0].text, "day 0 (2020-09-01), Upper, phones_held: 2 and -1");
}

TEST(Compare, says_in_what_two_experiments_differ) {
    const Experiment one = small_experiment(1, 3);
    Experiment other = one;
    EXPECT_TRUE(experiment_differences(one, other).empty());
    other.command = "tumen run small --threads 2";
    other.name = "other";
    EXPECT_TRUE(experiment_differences(one, other).empty());  // says nothing about what is played
    other.seed = 8;
    EXPECT_THAT(experiment_differences(one, other)[0], HasSubstr("seed: 7 and 8"));
    other = one;
    other.points[0].scenario.plan.parameters.remittance.fee_base = 0.3;
    EXPECT_THAT(experiment_differences(one, other)[0], HasSubstr("scenario of point 0"));
    EXPECT_THAT(experiment_differences(one, small_experiment(2, 3))[1],
                HasSubstr("points: 1 and 2"));
    other = one;
    other.replicates.push_back(4);
    MemorySource a(one, {});
    MemorySource b(other, {});
    EXPECT_EQ(compare_results(a, b)->differences[0].text, "the replicates asked for");
}

TEST(Provenance, names_compiler_and_platform) {
    EXPECT_THAT(compiler_name(), HasSubstr("++ "));
    EXPECT_FALSE(platform_name().empty());
    EXPECT_EQ(name_of(Worktree::clean), "clean");
    EXPECT_EQ(name_of(Worktree::modified), "modified");
    EXPECT_EQ(name_of(Worktree::unknown), "unknown");
}

}  // namespace
}  // namespace tumen::test
