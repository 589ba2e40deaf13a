#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/interval.hpp"
#include "experiment/results.hpp"
#include "measures/headlines/headlines.hpp"

/// What a number spreads over plays, each with values, rules and luck of its own. All of it is a
/// quantile or a share over plays: it does not shrink as more are played. What does shrink, the
/// error of a quantile, stands beside it.
namespace tumen {

/// Replicates and the draw each was played with; equal numbers are twins, which differ by luck.
using DrawsOfPlays = std::map<std::uint32_t, std::uint32_t>;
DrawsOfPlays draws_of_plays(const Experiment& experiment);

/// A value a play; NaN where it has none, infinite where a ratio has no upper end.
using PlayValues = std::map<std::uint32_t, double>;

/// Of fewer plays than this no range is told, and nothing of what would narrow it: each is a play.
inline constexpr std::size_t plays_of_a_range = 64;

struct Spread {
    std::size_t plays = 0;    // with a value
    std::size_t without = 0;  // without one
    std::size_t draws = 0;    // distinct ones among the plays
    double middle = 0;
    Interval all;                  // 90 of 100 plays
    std::optional<Interval> luck;  // what luck alone moves the middle to, 90 of 100 times
    std::size_t twins = 0;         // pairs that this was told from
    double error = 0;  // the larger Monte Carlo error of the two ends: half of its 95 % interval
    // Plays in which the value is ...
    std::size_t above = 0;         // over 0
    std::size_t below = 0;         // under 0
    std::size_t small = 0;         // too small to matter, 0 included
    bool is_luck_endless = false;  // luck alone moves the middle beyond every number
};

/// `smallest`: sizes below it do not matter; 0 where nobody said.
Spread spread_of(const PlayValues& values, const DrawsOfPlays& draws, double smallest = 0);
/// The same but for the error, which is found by resampling and takes nearly all of the time.
Spread spread_without_error(const PlayValues& values, const DrawsOfPlays& draws);

/// The column of a table, without value as NaN.
PlayValues play_values(const HeadlineTable& table, std::string_view id);

/// The size below which a headline does not matter in a city, or cities, of so many residents.
double smallest_that_matters(const Headline& headline, const Plan& plan);

/// Upper end of the exact 95 % bound for the chance of what was seen in none of `trials` draws.
double at_most(std::size_t trials);

/// Exact (Clopper-Pearson) bound: the share is at least this, with 95 %.
double at_least(std::size_t successes, std::size_t trials);

/// "in 90 of 100 plays", or how many they are where that cannot be said.
std::string in_plays(std::size_t plays);

/// Phones (or oaths) counted for each person who stopped because of the campaign, play by play.
/// Where fewer stopped than matters, or more people called, the ratio has no upper end: it is
/// infinite, above every other. Where nothing was counted either it has no value.
struct PlayRatio {
    std::string official;  // headline id
    std::string changed;
    double fewest = 0;  // people who must stop for a ratio to mean something
    PlayValues values;
    std::size_t endless = 0;  // plays in which hardly anybody stopped
};
std::optional<PlayRatio> play_ratio(const HeadlineTable& table);

/// Under which rules a sign is another than in most plays: "oath=none". Rules with fewer than 8
/// draws of a choice are not judged.
std::vector<std::string> rules_against(const PlayValues& values, const Experiment& experiment,
                                       double sign);

}  // namespace tumen
