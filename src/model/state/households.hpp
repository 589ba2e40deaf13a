#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/state/world.hpp"

/// The first look at the households of a new ward: how many adults each has, and whose people are
/// of interest.
namespace tumen {

/// Who is looked at from the start: first adults with a role; or residents, too, where some hold
/// phones, who then have a place, or where officers may suspect some, who wait on the ward's list.
enum class Founding : std::uint8_t { with_role, residents_too };

/// A household that has a place from the start.
struct Founder {
    HouseholdId household;
    UnitId unit;
    Role role;             // of the first adult
    std::uint8_t members;  // who of its adults have places, a bit each: always the first
    bool kin;
};

/// Draws the households of a ward, which knows the first and has room for all: counts their adults
/// and returns those of which somebody has a place.
std::vector<Founder> draw_households(const City& city, Ward& ward, Founding founding);

/// Divides the ward into the units that begin at `first_of_unit`, whose last element is the
/// household past the last: counts their adults and tells founders where they live.
void settle_units(Ward& ward, std::span<const std::uint32_t> first_of_unit,
                  std::vector<Founder>& founders);

}  // namespace tumen
