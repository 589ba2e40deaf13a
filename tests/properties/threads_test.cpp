#include <gtest/gtest.h>

#include "support/plans.hpp"
#include "support/threads.hpp"

/// A run is bit-identical for any number of threads and any number of wards a task.
namespace tumen::testing {
namespace {

Hash hash_with(const Game& game, Executor& executor, std::uint32_t wards_a_task) {
    PlayOptions options;
    options.wards_a_task = wards_a_task;
    return game.play(seed, 1, 0, executor, options).state_hash;
}

TEST(Threads, OneTwoThreeAndSevenGiveTheSameHash) {
    const Game game(crowded_plan());
    SerialExecutor serial;
    const Hash expected = hash_with(game, serial, 8);
    for (const std::size_t threads : {1u, 2u, 3u, 7u}) {
        ThreadExecutor executor(threads);
        EXPECT_EQ(hash_with(game, executor, 1), expected) << threads << " threads";
    }
}

TEST(Threads, TheOrderOfTasksDoesNotMatter) {
    const Game game(crowded_plan());
    SerialExecutor serial;
    BackwardExecutor backward;
    EXPECT_EQ(hash_with(game, backward, 1), hash_with(game, serial, 1));
}

TEST(Threads, NeitherDoesTheNumberOfWardsATask) {
    const Game game(crowded_plan(6000, 60));
    SerialExecutor serial;
    const Hash expected = hash_with(game, serial, 1);
    for (const std::uint32_t wards : {0u, 2u, 3u, 5u, 8u, 13u, 50u, 100u}) {
        EXPECT_EQ(hash_with(game, serial, wards), expected) << wards << " wards a task";
    }
    ThreadExecutor three(3);
    for (const std::uint32_t wards : {1u, 2u, 4u}) {
        EXPECT_EQ(hash_with(game, three, wards), expected) << wards << " wards a task";
    }
}

TEST(Threads, TheRuleThatTellsTheWholeCityIsNoException) {
    Plan plan = crowded_plan(6000, 60);
    plan.rules.learning = Learning::city;
    const Game game(plan);
    SerialExecutor serial;
    ThreadExecutor three(3);
    EXPECT_EQ(hash_with(game, three, 1), hash_with(game, serial, 8));
}

}  // namespace
}  // namespace tumen::testing
