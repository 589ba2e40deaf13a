#pragma once
#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 2: what time does by itself. Fear, suspicion and the memory of being watched fade; savings
/// return to their ordinary level, or are spent; a meeting frightens those who hold it; an oath
/// loses force. Each is closed in time, so state is brought up to date only when it is looked at.
namespace tumen {

template <>
inline constexpr DaysRead<DriftParameters, 7, 1> days_read<DriftParameters> = {{{
    {numbers_of<&DriftParameters::meeting_fear>, Read::on_meetings},
}}};

/// Share that is left after `days` [days] with that half-life [days].
inline double decay(double days, double half_life) {
    return math::exp2(-days / half_life);
}

/// Share of a gap in savings that is left after one day.
inline double savings_gap_left(const DriftParameters& p) {
    return p.savings_recovery > 1 ? 1 - 1 / p.savings_recovery : 0;
}

/// By how much an independent further reason for fear raises perceived risk: exactly 0 without one.
inline double fright(double risk, double fear) {
    return (1 - risk) * fear;
}
/// ... to the excess of perceived risk over its baseline, of which `left` is the share that is left
/// today.
inline double fright_of_excess(double baseline, double left, double excess, double fear) {
    return fright(baseline + excess * left, fear) / left;
}

/// From what a household lives.
enum class Livelihood { ordinary, trade };

/// Level to which savings drift [CNY], Y: a household that lives from the trade has no ordinary
/// income besides and spends what it has.
inline double level_of_savings(double ordinary, Livelihood from) {
    return from == Livelihood::trade ? 0 : ordinary;
}

/// Force of an oath `days` days after it was signed; it has none on the day itself.
inline double oath_force(const DriftParameters& p, double days) {
    return days > 0 ? decay(days, p.oath_half_life) : 0;
}

}  // namespace tumen
