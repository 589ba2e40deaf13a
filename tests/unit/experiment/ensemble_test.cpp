#include "experiment/ensemble/ensemble.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <new>
#include <stdexcept>

#include "experiment/failure.hpp"
#include "measures/answers/verify.hpp"
#include "support/made_up.hpp"
#include "support/no_more_threads.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

EnsembleOptions with_threads(std::size_t threads) {
    EnsembleOptions options;
    options.threads = threads;
    return options;
}

std::vector<ReplicateResult> in_order(std::vector<ReplicateResult> results) {
    std::sort(results.begin(), results.end(),
              [](const auto& one, const auto& other) { return key_of(one) < key_of(other); });
    return results;
}

TEST(Ensemble, plays_every_city_of_every_replicate_and_gives_the_same_for_any_number_of_threads) {
    const Experiment experiment = small_experiment(3, 5);
    for (const std::size_t threads : {1u, 2u, 7u, 40u}) {
        MadeUpPlayer player(experiment);
        MemorySink sink;
        const auto summary = play_experiment(experiment, {}, with_threads(threads), sink, player);
        ASSERT_TRUE(summary);
        EXPECT_EQ(summary->done, 15u);
        EXPECT_EQ(summary->failed + summary->skipped + summary->left, 0u);
        EXPECT_FALSE(summary->interrupted);
        const auto results = in_order(std::move(sink.results));
        ASSERT_EQ(results.size(), 15u);
        for (const ReplicateResult& result : results) {
            const Scenario& scenario = experiment.points[result.point].scenario;
            const auto expected = made_up_result(experiment, key_of(result));
            EXPECT_EQ(first_difference(scenario, result, expected).text, "");
        }
    }
}

TEST(Ensemble, plays_all_points_of_a_replicate_before_the_next_so_that_a_short_sweep_is_balanced) {
    const Experiment experiment = small_experiment(3, 4);
    MadeUpPlayer player(experiment);
    MemorySink sink;
    ASSERT_TRUE(play_experiment(experiment, {}, with_threads(1), sink, player));
    const std::vector<ReplicateKey> planned = planned_replicates(experiment);
    ASSERT_EQ(sink.results.size(), planned.size());
    for (std::size_t i = 0; i < planned.size(); ++i)
        EXPECT_EQ(key_of(sink.results[i]), planned[i]);
    EXPECT_EQ(planned[3], (ReplicateKey{2, 0}));
}

TEST(Ensemble, leaves_out_what_is_done) {
    const Experiment experiment = small_experiment(2, 3);
    MadeUpPlayer player(experiment);
    MemorySink sink;
    const auto summary = play_experiment(experiment, {{1, 0}, {1, 1}, {3, 1}, {9, 0}},
                                         with_threads(2), sink, player);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->done, 3u);
    EXPECT_EQ(summary->skipped, 3u);  // (9, 0) was never asked for
    for (const auto& result : sink.results)
        EXPECT_NE(result.replicate, 1u);
}

TEST(Ensemble, stores_a_replicate_that_cannot_be_played_as_failed_with_its_seed_and_reason) {
    const Experiment experiment = small_experiment(1, 4);
    MadeUpPlayer player(experiment);
    player.before = [](const CityTask& task, Executor&, const PlayOptions&) {
        if (task.replicate == 2 && task.city == 1) throw std::bad_alloc();
        if (task.replicate == 3) throw std::runtime_error("city " + std::to_string(task.city));
    };
    MemorySink sink;
    const auto summary = play_experiment(experiment, {}, with_threads(3), sink, player);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->done, 2u);
    EXPECT_EQ(summary->failed, 2u);
    const auto results = in_order(std::move(sink.results));
    EXPECT_EQ(results[1].outcome, Outcome::failed);
    EXPECT_EQ(results[1].reason, "not enough memory");
    EXPECT_EQ(results[1].seed, 7u);
    EXPECT_TRUE(results[1].cities.empty());
    EXPECT_EQ(results[2].reason, "city 0");  // of several the first, whichever ended first
}

TEST(Ensemble, can_stop_at_the_first_failure) {
    const Experiment experiment = small_experiment(1, 50);
    MadeUpPlayer player(experiment);
    player.before = [](const CityTask& task, Executor&, const PlayOptions&) {
        if (task.replicate == 2) throw std::runtime_error("broken");
    };
    MemorySink sink;
    EnsembleOptions options = with_threads(1);
    options.on_error = OnError::stop;
    sink.before = [](const ReplicateResult& result) { ASSERT_LT(result.replicate, 50u); };
    const auto summary = play_experiment(experiment, {}, options, sink, player);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->failed, 1u);
    EXPECT_GT(summary->left, 0u);
    EXPECT_FALSE(summary->interrupted);
}

TEST(Ensemble, drops_what_is_being_played_and_keeps_what_is_finished_when_asked_to_stop) {
    const Experiment experiment = small_experiment(1, 20);
    std::atomic<StopRequest> stop = StopRequest::none;
    MadeUpPlayer player(experiment);
    player.before = [&](const CityTask& task, Executor&, const PlayOptions&) {
        if (task.replicate == 6) stop = StopRequest::stop;
    };
    MemorySink sink;
    EnsembleOptions options = with_threads(1);
    options.stop = &stop;
    const auto summary = play_experiment(experiment, {}, options, sink, player);
    ASSERT_TRUE(summary);
    EXPECT_TRUE(summary->interrupted);
    EXPECT_EQ(summary->done, 5u);
    EXPECT_EQ(summary->left, 15u);
    ASSERT_EQ(sink.results.size(), 5u);
    for (const auto& result : sink.results)
        EXPECT_EQ(result.cities[1].size(), 40u);
}

TEST(Ensemble, ends_with_the_diagnostic_of_a_sink_that_fails_and_plays_no_more) {
    const Experiment experiment = small_experiment(1, 500);
    MadeUpPlayer player(experiment);
    MemorySink sink;
    sink.before = [](const ReplicateResult& result) {
        if (result.replicate == 3) throw Failure(diagnostic("the disk is full", "", "make room"));
    };
    std::atomic<std::size_t> played = 0;
    player.before = [&](const CityTask&, Executor&, const PlayOptions&) { ++played; };
    const auto summary = play_experiment(experiment, {}, with_threads(2), sink, player);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().problem, "the disk is full");
    EXPECT_EQ(summary.error().suggestion, "make room");
    EXPECT_LT(played, 1000u);
    EXPECT_LT(sink.results.size(), 250u);
}

TEST(Ensemble, does_not_run_away_from_a_slow_disk) {
    const Experiment experiment = small_experiment(1, 60);
    MadeUpPlayer player(experiment);
    MemorySink sink;
    std::atomic<int> played = 0;
    std::atomic<int> ahead = 0;
    player.before = [&](const CityTask&, Executor&, const PlayOptions&) { ++played; };
    sink.before = [&](const ReplicateResult&) {
        const int stored = static_cast<int>(sink.results.size());
        ahead = std::max(ahead.load(), played / 2 - stored);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    };
    ASSERT_TRUE(play_experiment(experiment, {}, with_threads(2), sink, player));
    // In the queue 4, being stored 1, waiting for room or being played by each of two threads 2.
    EXPECT_LE(ahead, 4 + 1 + 2 * 2);
    EXPECT_EQ(sink.results.size(), 60u);
}

TEST(Ensemble, shares_the_wards_of_a_city_among_threads_that_have_no_city) {
    for (const std::size_t threads : {1u, 2u, 3u}) {
        const Experiment experiment = small_experiment(1, 1);  // two cities
        MadeUpPlayer player(experiment);
        std::atomic<int> shared = 0;
        player.before = [&](const CityTask&, Executor& executor, const PlayOptions&) {
            if (dynamic_cast<SerialExecutor*>(&executor) == nullptr) ++shared;
        };
        MemorySink sink;
        ASSERT_TRUE(play_experiment(experiment, {}, with_threads(threads), sink, player));
        if (threads != 2) {
            EXPECT_EQ(shared, threads == 1 ? 0 : 2);
        }
    }
}

TEST(Ensemble, plays_and_stores_all_where_the_system_starts_no_thread) {
    const Experiment experiment = small_experiment(2, 5);
    const NoMoreThreads none;
    MadeUpPlayer player(experiment);
    MemorySink sink;
    const auto summary = play_experiment(experiment, {}, with_threads(4), sink, player);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->done, 10u);
    EXPECT_EQ(sink.results.size(), 10u);
}

TEST(Ensemble, ends_with_the_diagnostic_of_a_failing_sink_where_the_system_starts_no_thread) {
    const Experiment experiment = small_experiment(1, 5);
    const NoMoreThreads none;
    MadeUpPlayer player(experiment);
    MemorySink sink;
    sink.before = [](const ReplicateResult& result) {
        if (result.replicate == 3) throw Failure(diagnostic("the disk is full", ""));
    };
    const auto summary = play_experiment(experiment, {}, with_threads(4), sink, player);
    ASSERT_FALSE(summary);
    EXPECT_THAT(summary.error().problem, HasSubstr("the disk is full"));
    EXPECT_EQ(sink.results.size(), 2u);
}

TEST(Ensemble, tells_how_far_it_is) {
    const Experiment experiment = small_experiment(1, 6);
    MadeUpPlayer player(experiment);
    MemorySink sink;
    EnsembleOptions options = with_threads(2);
    Progress last;
    options.progress = [&](const Progress& now) {
        EXPECT_GE(now.done, last.done);
        EXPECT_GE(now.cities_played, last.cities_played);
        last = now;
    };
    ASSERT_TRUE(play_experiment(experiment, {{1, 0}}, options, sink, player));
    EXPECT_EQ(last.replicates, 5u);
    EXPECT_EQ(last.done, 5u);
    EXPECT_EQ(last.cities, 10u);
    EXPECT_EQ(last.cities_played, 10u);
}

TEST(Ensemble, plays_the_model_to_the_same_hashes_for_any_number_of_threads_and_wards_a_task) {
    const Experiment experiment = small_experiment(2, 2);
    std::vector<ReplicateResult> first;
    for (const std::size_t threads : {1u, 2u, 7u}) {
        EnsembleOptions options = with_threads(threads);
        options.wards_a_task = threads == 2 ? 1 : 8;
        MemorySink sink;
        ASSERT_TRUE(play_experiment(experiment, {}, options, sink));
        auto results = in_order(std::move(sink.results));
        ASSERT_EQ(results.size(), 4u);
        if (first.empty()) first = results;
        for (std::size_t i = 0; i < results.size(); ++i) {
            EXPECT_EQ(results[i].outcome, Outcome::done) << results[i].reason;
            EXPECT_EQ(hex(results[i].state_hash), hex(first[i].state_hash));
        }
    }
    EXPECT_NE(first[0].state_hash, first[1].state_hash);
    EXPECT_NE(first[0].state_hash, first[2].state_hash);
}

TEST(SimulationPlayer, gives_the_same_when_simulations_must_be_made_again) {
    const Experiment experiment = small_experiment(3, 1);
    SimulationPlayer few(experiment, 1);
    SimulationPlayer many(experiment, 64);
    SerialExecutor alone;
    for (int round = 0; round < 2; ++round) {
        for (std::uint32_t point = 0; point < 3; ++point) {
            const CityTask task{point, 1, 0};
            EXPECT_EQ(few.play(task, alone, {}).state_hash, many.play(task, alone, {}).state_hash);
        }
    }
}

}  // namespace
}  // namespace tumen::test
