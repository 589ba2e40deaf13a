#pragma once
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 6: who is calling makes a call on some days. One call a person and day; its length and
/// place, and the many ways of hiding it, are part of the probabilities of being noticed.
namespace tumen {

template <>
inline constexpr DaysRead<CallingParameters, 4> days_read<CallingParameters> = {};

/// What a day with a call earns a trader's household [CNY]: whoever calls at the ordinary rate
/// keeps the ordinary savings, of which a share 1 / recovery is spent a day. Nothing is earned
/// where nothing moves.
inline double income_of_calling(const CallingParameters& p, Role role, double ordinary_savings,
                                double recovery, double movement) {
    const double rate = p.call_rate[index_of(role)];
    if (!is_trader(role) || !(rate > 0)) return 0;
    return movement * ordinary_savings / (recovery * rate);
}

}  // namespace tumen
