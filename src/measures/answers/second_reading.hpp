#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "measures/answers/spread.hpp"
#include "measures/numbers/weighted.hpp"

/// What plays come to where the reports that their values were drawn by are read the second way
/// that the evidence states. Nothing is played for it: the same plays count for more or less.
namespace tumen {

/// How much plays count in the second reading.
struct SecondReading {
    std::string how;                          // "each voice as one report, however many it made"
    std::map<std::uint32_t, double> weights;  // by replicate, up to a constant
    DrawsOfPlays families;  // plays of one draw of the prior and near it: together no more than one
    double effective = 0;   // of equal draws that the whole belief is worth there
    std::string refusal;    // why these are too few to tell anything; empty where they are not
};

/// The plays behind a number are worth at least so many equal ones, or no range is told.
inline constexpr double fewest_in_second = 64;

struct SecondSpread {
    std::size_t plays = 0;
    double effective = 0;  // of equal families of plays
    WeightedRange range;   // 5, 50 and 95 %
    double above = 0;      // share of the weight over 0, and under it
    double below = 0;
    bool is_told = false;  // whether belief and plays are worth enough for a range
};

/// Nothing where no play has a value.
std::optional<SecondSpread> second_spread(const PlayValues& values, const SecondReading& reading);

/// "By the second reading of the reports, ...: 12 to 380, middle 75 ...", or why there is no
/// number.
std::string second_text(const SecondSpread& spread, const SecondReading& reading,
                        std::string_view unit);

}  // namespace tumen
