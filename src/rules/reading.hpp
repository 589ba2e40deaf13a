#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

/// On which days the numbers of a rule are read. Two scenarios that set a number differently have a
/// past in common until the first of them (model/past/readings.hpp).
namespace tumen {

/// "Since" is for good: what was promised or sentenced then is looked at on later days.
enum class Read : std::uint8_t {
    always,
    on_oath_visits,
    on_meetings,
    with_a_central_team,
    in_a_hand_in_drive,
    since_a_hand_in_drive,
    since_a_deadline,  // of a hand-in drive: the days after it
    since_an_oath_drive,
    since_a_drive,   // of phones or of oaths
    under_threat,    // where it is not that of an ordinary day, which it multiplies by nothing
    under_pressure,  // likewise
    where_promised
};
inline constexpr std::size_t read_count = static_cast<std::size_t>(Read::where_promised) + 1;

/// One of a rule's numbers, or one that it has for each role or sentence.
template <class OfRule>
struct NumberRead {
    std::span<const double> (*numbers)(const OfRule&);
    Read on;
};

template <auto number, class OfRule>
std::span<const double> numbers_of(const OfRule& rule) {
    if constexpr (requires { (rule.*number).size(); }) {
        return rule.*number;
    } else {
        return {&(rule.*number), 1};
    }
}

/// What a rule says of its `numbers` numbers, of indexed ones each: those named are read on such
/// days alone, the others always. It is said with how many there are, so that a rule which gets one
/// more does not compile until somebody has asked when that is read.
template <class OfRule, std::size_t numbers, std::size_t some = 0>
struct DaysRead {
    static_assert(sizeof(OfRule) == numbers * sizeof(double),
                  "a rule has other numbers than it says: on which days are they read?");
    std::array<NumberRead<OfRule>, some> on_some_days = {};
    Read others = Read::always;
};

/// Each rule says it in its header; nothing is said of what is no rule.
template <class OfRule>
inline constexpr std::nullptr_t days_read = nullptr;

}  // namespace tumen
