#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/state/world.hpp"

/// The first look at the households of a new ward: how many adults each has, and whose people are
/// of interest.
namespace tumen {

/// A household that has a place from the start.
struct Founder {
    std::uint32_t household;
    std::uint16_t unit;
    Role role;  // of the first adult
    Answer kin;
};

/// Draws the households of a ward, which knows the first and has room for all: counts their adults
/// and returns those with kin abroad or a trader, or all of them.
std::vector<Founder> draw_households(const City& city, Ward& ward, Answer everybody);

/// Divides the ward into the units that begin at `first_of_unit`, whose last element is the
/// household past the last: counts their adults and tells founders where they live.
void settle_units(Ward& ward, std::span<const std::uint32_t> first_of_unit,
                  std::vector<Founder>& founders);

}  // namespace tumen
