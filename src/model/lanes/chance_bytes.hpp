#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/philox.hpp"

/// Chances of sixteen days as the sixteen bytes of a block.
namespace tumen {

inline constexpr std::size_t most_drawers = 64;

/// What the bytes of some blocks say against a level each; bit d is byte d's.
struct ComparedBytes {
    std::array<std::uint16_t, most_drawers> below;
    std::array<std::uint16_t, most_drawers> equal;
};

/// Compares the bytes of the first `count` blocks, each with its own level; the rest of `compared`
/// may be written over.
void compare_bytes(const std::array<RandomBlock, most_drawers>& drawn,
                   const std::array<std::uint8_t, most_drawers>& levels, std::size_t count,
                   ComparedBytes& compared);

/// Bit p of row d: bit d of days[p].
std::array<std::uint64_t, 16> rows_by_day(const std::array<std::uint16_t, most_drawers>& days);

}  // namespace tumen
