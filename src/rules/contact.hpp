#pragma once
#include <cstdint>
#include <limits>

#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 3: whether contact abroad is worth its risk. Benefit and fear are per day of use and in one
/// unit, in which a good day's benefit is about 1; the penalty only scales fear and cannot be told
/// apart from all risks together.
namespace tumen {

template <>
inline constexpr DaysRead<ContactParameters, 14> days_read<ContactParameters> = {};

/// What is feared of being caught.
enum class Deterrence : std::uint8_t { severity, certainty };

/// Need of a household with base need n: savings relieve it, debts do not raise it above the shock.
inline double need_before_savings(const ContactParameters& p, double base_need) {
    const double need = base_need + p.need_shock;
    return need < 1 ? need : 1;
}
inline double need(const ContactParameters& p, double base_need, double savings) {
    const double positive = savings > 0 ? savings : 0;
    return need_before_savings(p, base_need) * math::exp_of_negative(-positive / p.savings_scale);
}

/// Penalty feared for a day of use, X. Under the rival rule `certainty` felt risk alone counts:
/// threats and oaths multiply nothing.
inline double penalty_feared(const ContactParameters& p, Deterrence rule, double threat,
                             double oath_force) {
    if (rule == Deterrence::certainty) return p.penalty;
    return p.penalty * threat * (1 + p.oath_effect * oath_force);
}

/// Share of contact's benefit that does not wait for need, and that goes on today, v: trade stands
/// still where movement does, talk does not.
inline double trade_going_on(const ContactParameters& p, Role role) {
    return is_trader(role) ? p.movement : 1;
}

/// Benefit of a day of contact, B.
inline double benefit_of_contact(const ContactParameters& p, double of_role, double going_on,
                                 double need) {
    return of_role * (p.contact_benefit_floor * going_on + p.contact_benefit_need * need);
}
inline double benefit_of_contact(const ContactParameters& p, Role role, double need) {
    return benefit_of_contact(p, p.contact_benefit[index_of(role)], trade_going_on(p, role), need);
}

/// Whether somebody knows of being followed.
enum class Watch : std::uint8_t { none, followed };

/// Risk as felt: whoever knows to be followed fears more.
inline double felt_risk(double risk, double least_felt) {
    return risk < least_felt ? least_felt : risk;
}
inline double least_felt_risk(const ContactParameters& p, Watch watch) {
    return watch == Watch::followed ? p.risk_followed : std::numeric_limits<double>::lowest();
}
inline double felt_risk(const ContactParameters& p, double risk, Watch watch) {
    return felt_risk(risk, least_felt_risk(p, watch));
}

/// Net benefit of a day of use, U.
inline double net_benefit(double benefit, double aversion, double felt, double penalty) {
    return benefit - aversion * felt * penalty;
}

/// What a holder does from now on.
enum class Contact : std::uint8_t { quiet, as_before, calling };

inline Contact review(const ContactParameters& p, double net_benefit) {
    if (net_benefit < -p.hysteresis) return Contact::quiet;
    return net_benefit > p.hysteresis ? Contact::calling : Contact::as_before;
}

}  // namespace tumen
