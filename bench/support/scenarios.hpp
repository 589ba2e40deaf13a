#pragma once
#include <string_view>

#include "model/play.hpp"

namespace tumen::bench {

/// Everything here plays under this seed.
inline constexpr std::uint64_t seed = 20201001;

/// The plan of an embedded scenario; ends the program where there is none of that name.
Plan embedded_plan(std::string_view name);

/// hyesan-handin with that many residents.
Plan hand_in_plan(double residents);

/// Ends the program: a result is not what it must be, so that its time means nothing.
[[noreturn]] void stop(std::string_view why);

}  // namespace tumen::bench
