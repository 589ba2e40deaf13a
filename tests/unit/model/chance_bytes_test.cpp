#include "model/lanes/chance_bytes.hpp"

#include <gtest/gtest.h>

#include "base/draw.hpp"

/// Chances of sixteen days compare and turn as single bytes and bits do.
namespace tumen {
namespace {

std::uint32_t byte_of(const RandomBlock& block, std::size_t d) {
    return block.word[d / 4] >> (8 * (d % 4)) & 0xFFu;
}

TEST(CompareBytes, ComparesEachBlockWithItsOwnLevel) {
    std::array<RandomBlock, columns_length> drawn{};
    std::array<std::uint8_t, columns_length> levels{};
    for (std::uint32_t n = 0; n < columns_length; ++n) {
        drawn[n] = draw({42, 1, 1}, {n, 0, Purpose{1}});
        levels[n] = static_cast<std::uint8_t>(byte_of(drawn[n], n % 16));  // one is equal
    }
    levels[5] = 0;
    levels[6] = 255;
    for (std::size_t count = 1; count <= columns_length; ++count) {
        ComparedBytes compared{};
        compare_bytes(drawn, levels, count, compared);
        for (std::size_t n = 0; n < count; ++n) {
            for (std::size_t d = 0; d < 16; ++d) {
                const std::uint32_t byte = byte_of(drawn[n], d);
                EXPECT_EQ(compared.below[n] >> d & 1u, byte < levels[n] ? 1u : 0u) << n << ' ' << d;
                EXPECT_EQ(compared.equal[n] >> d & 1u, byte == levels[n] ? 1u : 0u)
                    << n << ' ' << d;
            }
        }
    }
}

TEST(RowsByDay, TurnPeopleByDaysIntoDaysByPeople) {
    std::array<std::uint16_t, columns_length> days{};
    for (std::uint32_t p = 0; p < columns_length; ++p)
        days[p] = static_cast<std::uint16_t>(draw({42, 1, 1}, {p, 0, Purpose{2}}).word[0]);
    const std::array<std::uint64_t, 16> rows = rows_by_day(days);
    for (std::size_t p = 0; p < columns_length; ++p) {
        for (std::size_t d = 0; d < rows.size(); ++d)
            EXPECT_EQ(rows[d] >> p & 1u, days[p] >> d & 1u) << p << ' ' << d;
    }
}

}  // namespace
}  // namespace tumen
