#pragma once
#include <limits>
#include <optional>
#include <span>

#include "measures/headlines/trajectory.hpp"
#include "scenario/evidence/statistic.hpp"

namespace tumen {

/// In lists of values: of a play that has none.
inline constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// The statistic's value; nothing where there is none (0 of 0, a window without days, the logarithm
/// of what is not positive). `against` is what base(...), base2(...) and base3(...) are read on:
/// the same replicate of other scenarios.
///
/// Without a campaign, eve, before, during, after and between are the whole run; inside base(...)
/// they are the days that they are in `scenario`, so that the same days are compared. So are drive,
/// oath and sweep where the other run has none.
std::optional<double> evaluate(const Statistic& statistic, const Trajectory& scenario,
                               std::span<const Trajectory* const> against = {});

/// The last day that it reads, of whichever run: played so far it has the value that it has of the
/// whole. -1 where it reads none. Of the trajectories only lengths and dates matter.
std::int32_t last_day_read(const Statistic& statistic, const Trajectory& scenario,
                           std::span<const Trajectory* const> against = {});

}  // namespace tumen
