#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/diagnostic.hpp"

namespace tumen {

/// What a scenario may hold at most. Beyond is an error with the limit in its text.
struct Limits {
    std::size_t file_bytes = 1u << 20;
    std::size_t problems = 20;  // shown at once
    std::size_t extends_depth = 8;
    std::size_t extends_files = 32;
    std::size_t cities = 400;
    std::size_t entries = 1000;  // of one list
    double residents = 100e6;    // of all cities together
    std::int32_t days = 20000;
    std::int32_t warmup = 4000;  // [days]; earlier ones have no draws
    std::size_t name_length = 64;
    std::size_t keys = 30000;  // of one file
    std::size_t nesting = 16;  // brackets or dots in TOML
    std::size_t headlines = 50;
    std::size_t ward_groups = 64;
    std::size_t places = 2000;         // cities times ward groups, where they have own entries
    std::size_t place_days = 2000000;  // ... times days
    std::size_t place_cuts = 30000;    // ... times days on which values change
};
inline constexpr Limits scenario_limits{};

/// Never empty; at most scenario_limits.problems.
using Diagnostics = std::vector<Diagnostic>;

}  // namespace tumen
