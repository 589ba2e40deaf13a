#pragma once
#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 7: whether a witness reports. Loyalty and fear push, the unit's cohesion and one's own
/// phone hold back; sources describe few reports without reward.
namespace tumen {

template <>
inline constexpr DaysRead<ReportingParameters, 10, 1> days_read<ReportingParameters> = {{{
    {numbers_of<&ReportingParameters::report_threat>, Read::under_threat},
}}};

/// What the witness is and feels.
struct WitnessSituation {
    double loyalty;     // standard normal
    double oath_force;  // 0..1
    double risk_ratio;  // perceived risk over its baseline
    double cohesion;    // of the unit, standard normal
    bool holds_phone;
};

inline double report_probability(const ReportingParameters& p, double threat,
                                 const WitnessSituation& witness) {
    const double held_back = witness.holds_phone ? p.report_own_phone : 0;
    return math::logistic(p.report_base + p.report_loyalty * witness.loyalty +
                          p.report_threat * (threat - 1) + p.report_oath * witness.oath_force +
                          p.report_reward * p.reward +
                          p.report_fear * math::log(witness.risk_ratio) -
                          p.report_cohesion * witness.cohesion - held_back);
}

}  // namespace tumen
