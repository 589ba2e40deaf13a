#include <gtest/gtest.h>

#include "rules/news.hpp"
#include "support/plans.hpp"
#include "support/threads.hpp"

/// A run is bit-identical for any number of threads and any number of wards a task.
namespace tumen::testing {
namespace {

Hash hash_with(const Simulation& simulation, Executor& executor, std::uint32_t wards_a_task) {
    PlayOptions options;
    options.wards_a_task = wards_a_task;
    return simulation.play(seed, 1, 0, executor, options).state_hash;
}

TEST(Threads, OneTwoThreeAndSevenGiveTheSameHash) {
    const Simulation simulation(crowded_plan());
    SerialExecutor serial;
    const Hash expected = hash_with(simulation, serial, 8);
    for (const std::size_t threads : {1u, 2u, 3u, 7u}) {
        ThreadExecutor executor(threads);
        EXPECT_EQ(hash_with(simulation, executor, 1), expected) << threads << " threads";
    }
}

TEST(Threads, TheOrderOfTasksDoesNotMatter) {
    const Simulation simulation(crowded_plan());
    SerialExecutor serial;
    BackwardExecutor backward;
    EXPECT_EQ(hash_with(simulation, backward, 1), hash_with(simulation, serial, 1));
}

TEST(Threads, NeitherDoesTheNumberOfWardsATask) {
    const Simulation simulation(crowded_plan(6000, 60));
    SerialExecutor serial;
    const Hash expected = hash_with(simulation, serial, 1);
    for (const std::uint32_t wards : {0u, 2u, 3u, 5u, 8u, 13u, 50u, 100u}) {
        EXPECT_EQ(hash_with(simulation, serial, wards), expected) << wards << " wards a task";
    }
    ThreadExecutor three(3);
    for (const std::uint32_t wards : {1u, 2u, 4u}) {
        EXPECT_EQ(hash_with(simulation, three, wards), expected) << wards << " wards a task";
    }
}

TEST(Threads, TheRuleThatTellsTheWholeCityIsNoException) {
    Plan plan = crowded_plan(6000, 60);
    plan.rules.learning = Learning::city;
    const Simulation simulation(plan);
    SerialExecutor serial;
    ThreadExecutor three(3);
    EXPECT_EQ(hash_with(simulation, three, 1), hash_with(simulation, serial, 8));
}

}  // namespace
}  // namespace tumen::testing
