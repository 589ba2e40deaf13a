#pragma once
#include "base/date.hpp"

namespace tumen {

/// Years of a run are those of the calendar: their number times this until the first day is known
/// [days].
inline constexpr double days_of_a_year = 365.2425;

/// The same day of a later year; the last day of February where there is no 29th.
Date years_later(Date date, int years);

}  // namespace tumen
