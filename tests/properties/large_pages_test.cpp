#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>

#include "model/state/world.hpp"
#include "support/plans.hpp"

#if defined(__linux__)
#include <sys/mman.h>
#include <sys/prctl.h>
#endif

/// A city so large that its columns are held in large pages is bit for bit the city in small ones.
namespace tumen::testing {
namespace {

#if defined(__linux__) && defined(PR_SET_THP_DISABLE)

/// Anonymous memory of this process in large pages [kB], as the system counts it.
std::int64_t in_large_pages() {
    std::ifstream file("/proc/self/smaps_rollup");
    std::string word;
    while (file >> word) {
        if (word == "AnonHugePages:") {
            std::int64_t kilobytes = 0;
            file >> kilobytes;
            return kilobytes;
        }
    }
    return 0;
}

/// While it lives the system gives this process no large page, whatever it asks for.
class SmallPagesOnly {
  public:
    SmallPagesOnly() { prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0); }
    ~SmallPagesOnly() { prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0); }
    SmallPagesOnly(const SmallPagesOnly&) = delete;
    SmallPagesOnly& operator=(const SmallPagesOnly&) = delete;
};

/// Whether the system makes a large page of small ones when asked: Linux 6.1, unless forbidden.
bool are_given() {
    constexpr std::size_t page = std::size_t{2} << 20;
    constexpr int collapse = 25;  // MADV_COLLAPSE
    void* const memory =
        mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return false;
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    auto* const whole = reinterpret_cast<char*>((address + page - 1) / page * page);
    madvise(whole, page, MADV_HUGEPAGE);
    *whole = 1;
    const bool given = madvise(whole, page, collapse) == 0;
    munmap(memory, 2 * page);
    return given;
}

Plan large_plan() {
    Plan plan = crowded_plan(1'600'000, 70);  // more than a million adults
    set_parameter(plan, "warmup", 10);
    return plan;
}

TEST(LargePages, ChangeNoBit) {
    const Simulation simulation(large_plan());
    SerialExecutor executor;
    const auto played = [&] { return simulation.play(seed, 1, 0, executor, {}).state_hash; };
    const Hash small = [&] {
        const SmallPagesOnly here;
        return played();
    }();
    EXPECT_EQ(played(), small);
}

/// What a large city takes in large pages [kB].
std::int64_t taken_by_a_city() {
    const Simulation simulation(large_plan());
    SerialExecutor executor;
    const City city = build_city(simulation, 0, {seed, 1, 0}, executor);
    return in_large_pages();
}

// Each in a process of its own: what one city leaves to the next lies where it lay.
TEST(LargePagesDeathTest, HoldALargeCityWhereTheSystemGivesThem) {
    if (!are_given()) GTEST_SKIP() << "this system gives no large pages";
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            const SmallPagesOnly here;
            std::exit(taken_by_a_city() == 0 ? 0 : 1);
        },
        ::testing::ExitedWithCode(0), "");
    EXPECT_EXIT(std::exit(taken_by_a_city() > 2048 ? 0 : 1), ::testing::ExitedWithCode(0), "");
}

#endif

}  // namespace
}  // namespace tumen::testing
