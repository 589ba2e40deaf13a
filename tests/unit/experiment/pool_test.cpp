#include "experiment/ensemble/pool.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/no_more_threads.hpp"

namespace tumen {
namespace {

TEST(Pool, carries_out_every_task_exactly_once_whatever_the_number_of_threads) {
    for (const std::size_t threads : {1u, 2u, 7u}) {
        Pool pool(threads);
        EXPECT_EQ(pool.threads(), threads);
        std::vector<std::atomic<int>> done(1000);
        pool.run(done.size(), [&](std::size_t i) { ++done[i]; });
        for (const auto& times : done)
            EXPECT_EQ(times, 1);
    }
}

TEST(Pool, returns_only_when_all_tasks_have_ended) {
    Pool pool(4);
    for (int round = 0; round < 500; ++round) {
        int sum = 0;  // not atomic: written by one task, read after run()
        std::vector<int> parts(3);
        pool.run(parts.size(), [&](std::size_t i) { parts[i] = static_cast<int>(i) + 1; });
        for (const int part : parts)
            sum += part;
        ASSERT_EQ(sum, 6);
    }
}

TEST(Pool, does_all_the_work_with_fewer_threads_where_the_system_starts_no_more) {
    const test::NoMoreThreads none;
    Pool pool(4);
    EXPECT_EQ(pool.threads(), 1);
    std::vector<int> done(1000);
    pool.run(done.size(), [&](std::size_t i) { ++done[i]; });
    EXPECT_EQ(done, std::vector<int>(1000, 1));
}

TEST(Pool, knows_how_many_threads_can_be_started) {
    EXPECT_EQ(startable_threads(3), 3);
    const test::NoMoreThreads none;
    EXPECT_EQ(startable_threads(3), 1);
}

TEST(Pool, ends_many_short_jobs_one_after_the_other_and_from_several_tasks_at_once) {
    for (const std::size_t threads : {2u, 5u}) {
        Pool pool(threads);
        std::vector<int> sums(6);
        pool.run(sums.size(), [&](std::size_t which) {
            for (int round = 0; round < 2000; ++round) {
                std::array<int, 4> parts{};  // on this task's stack, gone when run() returns
                pool.run(parts.size(), [&](std::size_t i) { parts[i] = static_cast<int>(i); });
                sums[which] += parts[0] + parts[1] + parts[2] + parts[3];
            }
        });
        for (const int sum : sums)
            EXPECT_EQ(sum, 2000 * 6);
    }
}

TEST(Pool, lets_tasks_run_tasks_of_their_own) {
    Pool pool(3);
    std::atomic<int> leaves = 0;
    pool.run(8, [&](std::size_t) {
        pool.run(8, [&](std::size_t) { pool.run(4, [&](std::size_t) { ++leaves; }); });
    });
    EXPECT_EQ(leaves, 8 * 8 * 4);
}

TEST(Pool, hands_on_the_failure_of_a_task_and_can_be_used_again) {
    Pool pool(3);
    // So many that none of the threads comes to their end while the failing one waits for its turn.
    constexpr std::size_t many = 1'000'000'000;
    std::atomic<std::size_t> begun = 0;
    const auto failing = [&](std::size_t i) {
        ++begun;
        if (i == 5) throw std::runtime_error("task 5");
    };
    try {
        pool.run(many, failing);
        FAIL() << "the failure was lost";
    } catch (const std::runtime_error& failure) {
        EXPECT_EQ(failure.what(), std::string("task 5"));
    }
    EXPECT_LT(begun, many);  // those not begun are dropped
    std::atomic<int> done = 0;
    pool.run(10, [&](std::size_t) { ++done; });
    EXPECT_EQ(done, 10);
}

TEST(Pool, does_nothing_for_no_tasks) {
    Pool pool(2);
    pool.run(0, [](std::size_t) { FAIL(); });
    EXPECT_GE(available_threads(), 1u);
}

}  // namespace
}  // namespace tumen
