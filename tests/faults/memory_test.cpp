#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "experiment/ensemble/pool.hpp"
#include "model/day.hpp"
#include "support/plans.hpp"
#include "support/town.hpp"

/// Memory that runs out while a city is played: the replicate fails, and gives back what it took.
namespace {

std::atomic<std::int64_t> live = 0;       // pieces of memory that nobody has given back
std::atomic<std::int64_t> taken = 0;      // pieces asked for so far
std::atomic<std::int64_t> fails_at = -1;  // the piece that is refused

void* take(std::size_t size, std::size_t alignment = alignof(std::max_align_t)) {
    if (taken.fetch_add(1) == fails_at.load()) throw std::bad_alloc();
    const std::size_t rounded = (size + alignment) / alignment * alignment;  // (never none)
    void* const piece = std::aligned_alloc(alignment, rounded);
    if (piece == nullptr) throw std::bad_alloc();
    live.fetch_add(1);
    return piece;
}

void give_back(void* piece) {
    if (piece == nullptr) return;
    live.fetch_sub(1);
    std::free(piece);
}

}  // namespace

// All of the program's memory goes this way, in this executable.
void* operator new(std::size_t size) {
    return take(size);
}
void* operator new[](std::size_t size) {
    return take(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return take(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* piece, std::align_val_t) noexcept {
    give_back(piece);
}
void operator delete(void* piece, std::size_t, std::align_val_t) noexcept {
    give_back(piece);
}
void operator delete(void* piece) noexcept {
    give_back(piece);
}
void operator delete[](void* piece) noexcept {
    give_back(piece);
}
void operator delete(void* piece, std::size_t) noexcept {
    give_back(piece);
}
void operator delete[](void* piece, std::size_t) noexcept {
    give_back(piece);
}

namespace tumen::testing {
namespace {

enum class Ended : std::uint8_t { well, without_memory };

/// Plays a city with its `piece`-th piece of memory refused.
Ended play_without(const Simulation& simulation, std::int64_t piece, Executor& executor) {
    taken = 0;
    fails_at = piece;
    Ended ended = Ended::well;
    try {
        simulation.play(seed, 1, 0, executor);
    } catch (const std::bad_alloc&) {
        ended = Ended::without_memory;
    }
    fails_at = -1;
    return ended;
}

/// Refuses many of the pieces that a city takes, one a city. How many cities ended for it.
std::int64_t refuse_everywhere(const Simulation& simulation, Executor& executor) {
    EXPECT_EQ(play_without(simulation, -1, executor), Ended::well);
    const std::int64_t pieces = taken;
    const std::int64_t before = live;
    std::int64_t refused = 0;
    for (std::int64_t piece = 0; piece < pieces; piece += 1 + pieces / 300) {
        refused += play_without(simulation, piece, executor) == Ended::without_memory ? 1 : 0;
        EXPECT_EQ(live, before) << "piece " << piece << " of " << pieces;
    }
    return refused;
}

TEST(OutOfMemory, a_city_gives_back_all_that_it_took) {
    const Simulation simulation(hand_in_plan(2000, 40));
    SerialExecutor executor;
    EXPECT_GT(refuse_everywhere(simulation, executor), 100);
}

TEST(OutOfMemory, a_city_played_by_several_threads_gives_back_all_that_it_took) {
    const Simulation simulation(hand_in_plan(2000, 40));
    Pool pool(3);
    EXPECT_GT(refuse_everywhere(simulation, pool), 100);
}

TEST(OutOfMemory, the_next_city_is_built_in_what_a_city_without_memory_left) {
    const Simulation simulation(hand_in_plan(2000, 40));
    SerialExecutor executor;
    const Hash whole = simulation.play(seed, 1, 0, executor).state_hash;
    int refused = 0;
    for (std::int64_t piece = 0; piece < 300; ++piece) {
        City city;
        PlayOptions options;
        options.city = &city;
        taken = 0;
        fails_at = piece;
        try {
            simulation.play(seed, 2, 0, executor, options);
        } catch (const std::bad_alloc&) {
            ++refused;
        }
        fails_at = -1;
        EXPECT_EQ(simulation.play(seed, 1, 0, executor, options).state_hash, whole) << piece;
    }
    EXPECT_GT(refused, 100);
}

/// A day keeps its buffers: it takes memory only where somebody new gets a place, or where more
/// happens in a ward than ever before.
TEST(Days, TakeNoMemoryOfTheirOwn) {
    const Simulation simulation(crowded_plan(20000, 60));
    SerialExecutor executor;
    City city = build_city(simulation, 0, {seed, 1, 1}, executor);
    const Calendar& calendar = simulation.calendar();
    give_everybody_a_place(city, calendar.on(calendar.first_day()));
    std::int64_t calls = 0;
    std::int64_t pieces = 0;
    for (std::int32_t day = calendar.first_day(); day < 10; ++day) {
        const std::int64_t before = taken;
        play_day(city, calendar.on(day), executor, PlayOptions{}.wards_a_task);
        if (day < 0) continue;
        pieces += taken - before;
        calls += report_of(today_in(city, calendar.on(day)), city)[Count::calls];
    }
    EXPECT_GT(calls, 100);
    EXPECT_LT(pieces, 10);  // in ten days, of all wards
}

}  // namespace
}  // namespace tumen::testing
