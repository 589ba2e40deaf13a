#pragma once
#include <compare>
#include <cstdint>

namespace tumen {

/// Which adult of the city: the household, counted through the city, and which of its adults, the
/// first being 0. Not a place: most adults have none.
struct AdultId {
    std::uint32_t household;
    std::uint8_t member;
    friend constexpr auto operator<=>(const AdultId&, const AdultId&) = default;
};

}  // namespace tumen
