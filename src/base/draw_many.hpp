#pragma once
#include <cstddef>
#include <cstdint>

#include "base/draw.hpp"

namespace tumen {

/// Draws for many entities at once: `out[i]` is the block named by `entity[i]` and `what[i]`
/// (described_by), bit for bit what draw() gives. Uses the widest vectors that the processor has.
void draw_many(const Luck& luck, const std::uint32_t* entity, const std::uint32_t* what,
               std::size_t count, RandomBlock* out);

}  // namespace tumen
