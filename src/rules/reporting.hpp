#pragma once
#include "base/math.hpp"
#include "rules/roles.hpp"

/// Step 7: whether a witness reports. Loyalty and fear push, the unit's cohesion and one's own
/// phone hold back; sources describe few reports without reward.
namespace tumen {

struct ReportingParameters {
    double report_base;               // [log-odds]
    double report_loyalty;            // [log-odds] per standard deviation of loyalty
    double report_threat;             // [log-odds] per unit of threat above 1
    double report_oath;               // [log-odds] of a fresh oath
    double false_enforcement_factor;  // [1] of that, where signers report to look loyal
    double report_reward;             // [log-odds] per unit of reward
    double report_fear;               // [log-odds] per e-fold of perceived risk
    double report_cohesion;           // [log-odds] per standard deviation of the unit's cohesion
    double report_own_phone;          // [log-odds] of holding a phone oneself
    double reward;                    // [1] 1 = the rewards offered to informants in 2019 and 2024
};

/// What the witness is and feels.
struct WitnessSituation {
    double loyalty;     // standard normal
    double oath_force;  // 0..1
    double risk_ratio;  // perceived risk over its baseline
    double cohesion;    // of the unit, standard normal
    Answer holds_phone;
};

inline double report_probability(const ReportingParameters& p, double threat,
                                 const WitnessSituation& witness) {
    const double held_back = witness.holds_phone == Answer::yes ? p.report_own_phone : 0;
    return math::logistic(p.report_base + p.report_loyalty * witness.loyalty +
                          p.report_threat * (threat - 1) + p.report_oath * witness.oath_force +
                          p.report_reward * p.reward +
                          p.report_fear * math::log(witness.risk_ratio) -
                          p.report_cohesion * witness.cohesion - held_back);
}

}  // namespace tumen
