#include "experiment/memory.hpp"

#include <gtest/gtest.h>

#include "support/made_up.hpp"

namespace tumen::test {
namespace {

TEST(Memory, grows_with_threads_and_with_what_they_play) {
    const Experiment small = small_experiment(1, 2);
    Experiment large = small;
    large.points[0].scenario.plan.cities[0].residents *= 100;
    const MemoryNeed need = memory_needed(small);
    EXPECT_GT(total(need, 2), total(need, 1));
    EXPECT_GT(total(memory_needed(large), 1), total(need, 1));
    Experiment many = small;
    while (many.points.size() < 1000)
        many.points.push_back(small.points.front());
    EXPECT_GT(total(memory_needed(many), 1), total(need, 1) + 2e6);
}

TEST(Memory, is_kept_within_by_fewer_threads_down_to_none) {
    Experiment experiment = small_experiment(1, 2);
    experiment.points[0].scenario.plan.cities[0].residents = 1e7;
    const MemoryNeed need = memory_needed(experiment);
    EXPECT_EQ(threads_within(need, total(need, 8), 8), 8u);
    EXPECT_EQ(threads_within(need, total(need, 3), 8), 3u);
    EXPECT_EQ(threads_within(need, total(need, 1) - 1, 8), 0u);
}

TEST(Memory, of_simulations_is_bounded_however_long_they_are) {
    Plan plan = small_experiment(1, 1).points[0].scenario.plan;
    EXPECT_EQ(simulations_to_keep(plan), 64u);
    plan.days = 20000;
    EXPECT_LT(simulations_to_keep(plan), 64u);
    EXPECT_LT(static_cast<double>(simulations_to_keep(plan)) * simulation_bytes(plan), 2e8);
}

TEST(Memory, of_this_process_is_known_here) {
    EXPECT_GT(peak_memory(), 1e6);
    EXPECT_GT(machine_memory(), peak_memory());
}

}  // namespace
}  // namespace tumen::test
