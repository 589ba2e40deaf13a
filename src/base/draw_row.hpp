#pragma once
#include <cstdint>
#include <span>

#include "base/draw.hpp"

namespace tumen {

/// The draws of consecutive entities: `out[i]` is `draw(luck, {first.entity + i, ...})`, bit for bit. The
/// loops inside run over several entities at once, so compilers can use vector instructions.
void draw_row(const Luck& luck, const DrawName& first, std::span<RandomBlock> out);

}  // namespace tumen
