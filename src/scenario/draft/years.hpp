#pragma once

namespace tumen {

/// Years of a run are those of the calendar: their number times this until the first day is known
/// [days].
inline constexpr double days_of_a_year = 365.2425;

}  // namespace tumen
