#pragma once
#include "model/schedule.hpp"

namespace tumen {

/// Plays one day of a city; what the wards report is in their `today`, still as sums.
void play_day(City& city, const DayConditions& day, Executor& executor, std::uint32_t wards_a_task,
              Observed observed = Observed::all);

/// The city's report of the day that was just played, and the same for one of its wards.
DayReport report_of(const Today& now, const City& city);
DayReport report_of(const Today& now, const Ward& ward);

}  // namespace tumen
