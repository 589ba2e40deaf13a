#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "measures/answers/compare.hpp"
#include "measures/answers/second_reading.hpp"

/// Two scenarios in plays that share values, rules and luck: what the difference of each headline
/// spreads over the plays.
namespace tumen {

/// What the plays tell of the sign of a difference.
enum class PlaysSign : std::uint8_t { same, small, higher, lower, open, too_few };
std::string_view name_of(PlaysSign sign);  // "higher", "cannot be told", ...

/// One headline of another scenario less that of the base.
struct PlaysDifference {
    Headline headline;
    Spread base;
    Spread other;
    Spread difference;
    PlaysSign sign = PlaysSign::open;
    std::string told = {};   // "lower in 97 of 100 plays, under every rule but oath=none"
    PlayValues values = {};  // of the difference
    std::optional<SecondSpread> second = {};  // of the difference, by the second reading
};

/// Of a pairing of an experiment that draws; headlines without a pair of values are left out.
std::vector<PlaysDifference> plays_differences(const Experiment& experiment, const Pairing& pairing,
                                               const std::optional<SecondReading>& second = {});

/// Whether no play has any of it with either scenario: what is told then is a bound, no range.
bool never_seen(const PlaysDifference& difference);

/// The one that says what changed, of which the sentence is; null where there is none.
const PlaysDifference* told_first(const std::vector<PlaysDifference>& differences);

/// "With hyesan-coercion instead of hyesan-handin: ...", of the headline that says what changed.
std::string compared_sentence(const std::vector<PlaysDifference>& differences,
                              const std::string& base, const std::string& other);

}  // namespace tumen
