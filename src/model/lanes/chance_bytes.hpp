#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/draw_many.hpp"

/// Chances of sixteen days as the sixteen bytes of a block.
namespace tumen {

/// What the bytes of some blocks say against a level each; bit d is byte d's.
struct ComparedBytes {
    std::array<std::uint16_t, columns_length> below;
    std::array<std::uint16_t, columns_length> equal;
};

/// Compares the bytes of the first `count` blocks, each with its own level; the rest of `compared`
/// may be written over.
void compare_bytes(const std::array<RandomBlock, columns_length>& drawn,
                   const std::array<std::uint8_t, columns_length>& levels, std::size_t count,
                   ComparedBytes& compared);

/// Bit p of row d: bit d of days[p].
std::array<std::uint64_t, 16> rows_by_day(const std::array<std::uint16_t, columns_length>& days);

}  // namespace tumen
