#pragma once
#include <vector>

#include "measures/headlines/trajectory.hpp"
#include "scenario/evidence/statistic.hpp"

namespace tumen {

/// The days of a window on a run, in order; none where it has no such days. `scenario` is the run
/// that is compared with others, which dates the window where `on` has no campaign, or no drive.
std::vector<DaySpan> days_of(const Window& window, const Trajectory& on,
                             const Trajectory& scenario);

}  // namespace tumen
