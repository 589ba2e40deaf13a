#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/draw.hpp"

namespace tumen {

/// Draws for many entities at once: `out[i]` is the block named by `entity[i]` and `what[i]`
/// (described_by), bit for bit what draw() gives. Uses the widest vectors that the processor has.
void draw_many(const RandomKey& random_key, const std::uint32_t* entity, const std::uint32_t* what,
               std::size_t count, RandomBlock* out);

/// As many numbers as are drawn at once where their words are wanted as columns.
inline constexpr std::size_t columns_length = 64;
using WordColumn = std::array<std::uint32_t, columns_length>;

/// `out[w][i]` is word w of the block named by `entity[i]` and `what[i]`, for i below `count`; what
/// is beyond may be overwritten.
void draw_columns(const RandomKey& random_key, const WordColumn& entity, const WordColumn& what,
                  std::size_t count, std::array<WordColumn, 4>& out);

}  // namespace tumen
