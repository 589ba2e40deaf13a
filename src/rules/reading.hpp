#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

/// On which days the numbers of a rule are read. Two scenarios that set a number differently have a
/// past in common until the first of them (model/past.hpp).
namespace tumen {

enum class Read : std::uint8_t { always, on_oath_visits, with_a_central_team, where_promised };

template <class OfRule>
struct NumberRead {
    double OfRule::*number;
    Read on;
};

/// What a rule says of its `numbers` numbers, of indexed ones each: those named are read on such
/// days alone, the others always. It is said with how many there are, so that a rule which gets one
/// more does not compile until somebody has asked when that is read.
template <class OfRule, std::size_t numbers, std::size_t some = 0>
struct DaysRead {
    static_assert(sizeof(OfRule) == numbers * sizeof(double),
                  "a rule has other numbers than it says: on which days are they read?");
    std::array<NumberRead<OfRule>, some> on_some_days = {};
};

/// Each rule says it in its header; nothing is said of what is no rule.
template <class OfRule>
inline constexpr std::nullptr_t days_read = nullptr;

}  // namespace tumen
