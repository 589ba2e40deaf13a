#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "design/design.hpp"
#include "measures/numbers/statistics.hpp"

/// Screening by elementary effects (M. D. Morris, Technometrics 33, 1991): how much the output
/// moves when one factor moves and all others stay, at many places.
namespace tumen {

/// Which walks through a grid are played.
struct MorrisDesign {
    std::size_t factors = 0;
    std::size_t trajectories = 0;
    std::size_t levels = 4;  // of the grid in each dimension; even, at least 2
};

/// How far a factor moves in an effect: levels / (2 (levels - 1)). With it every level of the grid
/// is visited equally often.
double morris_step(std::size_t levels);

/// factors + 1 rows for each trajectory: a random place of the grid, and then one factor after the
/// other moved by a step, in random order and direction. Keyed draws: the first trajectories do not
/// depend on how many follow.
DesignRows morris_rows(const MorrisDesign& design, std::uint64_t seed);

/// Change of the output over the change of the factor, by factor and then trajectory; nothing where
/// one of the two outputs is missing. In units of the output, for a factor moved over its range.
using ElementaryEffects = std::vector<std::vector<std::optional<double>>>;

/// `outputs` one a row, NaN where there is none.
ElementaryEffects elementary_effects(const MorrisDesign& design, const DesignRows& rows,
                                     std::span<const double> outputs);

/// One factor's elementary effects, over trajectories.
struct Screening {
    std::size_t effects = 0;  // with a value
    Estimated mean;           // mu: effects of both signs cancel
    Estimated size;           // mu*: the mean of absolute effects
    Estimated spread;  // sigma: large where the effect depends on the other factors, or bends
};

/// Nothing for fewer than two effects. Intervals by bootstrap over trajectories.
std::optional<Screening> screening(std::span<const std::optional<double>> effects);

}  // namespace tumen
