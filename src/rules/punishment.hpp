#pragma once
#include <cstdint>

#include "base/distributions.hpp"
#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 11: what being caught leads to. On the spot a bribe out of the cash at hand; where that
/// fails an arrest, custody, and at the bureau a dearer ransom for which one borrows and sells
/// goods, or one of four sentences. Neglected: lighter sentences for naming others.
namespace tumen {

template <>
inline constexpr DaysRead<PunishmentParameters, 31, 7> days_read<PunishmentParameters> = {{{
    {numbers_of<&PunishmentParameters::bribe_threat>, Read::under_threat},
    {numbers_of<&PunishmentParameters::bribe_pressure_amount>, Read::under_pressure},
    {numbers_of<&PunishmentParameters::settle_pressure>, Read::under_pressure},
    {numbers_of<&PunishmentParameters::settle_counts>, Read::under_pressure},
    {numbers_of<&PunishmentParameters::settle_central>, Read::with_a_central_team},
    {numbers_of<&PunishmentParameters::central_share>, Read::with_a_central_team},
    {numbers_of<&PunishmentParameters::sentence_harsh>, Read::since_a_deadline},
}}};

/// What officers work for: bribes and what they hear, or arrests to show.
enum class Enforcement : std::uint8_t { local, counts };

/// Bribe asked [CNY], m.
inline double bribe_asked(const PunishmentParameters& p, Role role, double threat,
                          double pressure) {
    return p.bribe_base * p.bribe_factor[index_of(role)] * (1 + p.bribe_threat * (threat - 1)) *
           (1 + p.bribe_pressure_amount * pressure);
}

/// Cash at hand on the spot [CNY]: at least 1, so that the odds are defined.
inline double purse_on_the_spot(double savings) {
    return savings > 1 ? savings : 1;
}
/// What can be raised for a case at the bureau [CNY]: savings, debts and what can be sold.
inline double purse_of_a_case(const PunishmentParameters& p, double savings, double goods) {
    const double purse = savings + p.borrowing_limit + goods;
    return purse > 1 ? purse : 1;
}

/// Ransom asked at the bureau [CNY], where on the spot that bribe would be asked.
inline double ransom_asked(const PunishmentParameters& p, double bribe) {
    return p.ransom_factor * bribe;
}

enum class Team { local, central };

/// Probability that money settles it, a bribe on the spot or a ransom; officers who must show
/// arrests (rival rule `counts`) settle less under pressure.
inline double settle_probability(const PunishmentParameters& p, Enforcement rule, double purse,
                                 double bribe, double pressure, Team team) {
    const double central = team == Team::central ? p.settle_central : 0;
    const double shown = rule == Enforcement::counts && pressure > 0 ? p.settle_counts : 0;
    return math::logistic(p.settle_base - shown +
                          p.settle_affordability * math::log(purse / bribe) -
                          p.settle_pressure * pressure - central);
}

/// What is paid [CNY]: all that can be raised, where more is asked.
inline double money_paid(double asked, double purse) {
    return asked < purse ? asked : purse;
}

/// Savings that are left after a bribe: a debt never grows above what is lent.
inline double savings_after_bribe(const PunishmentParameters& p, double savings, double paid) {
    const double least = savings < -p.borrowing_limit ? savings : -p.borrowing_limit;
    return savings - paid > least ? savings - paid : least;
}

/// Where a ransom comes from [CNY]: first savings and debts, then goods.
struct RansomParts {
    double savings;
    double goods;
};
inline RansomParts ransom_parts(const PunishmentParameters& p, double paid, double savings,
                                double goods) {
    const double at_hand = savings + p.borrowing_limit > 0 ? savings + p.borrowing_limit : 0;
    const double from_savings = money_paid(paid, at_hand);
    return {from_savings, money_paid(paid - from_savings, goods)};
}

/// Whether a household sold out: goods paid, and at least half of them went.
inline bool sold_out(double sold, double goods) {
    return sold > 0 && 2 * sold >= goods;
}

/// Share of suspicion that is left after a settlement.
inline double suspicion_left(const PunishmentParameters& p) {
    return 1 - p.settle_relief;
}

/// Days from an arrest until the case is decided.
inline std::int32_t days_of_custody(const PunishmentParameters& p, double u) {
    return 1 + poisson_quantile(p.custody, u);
}

/// Days from the decision until somebody detained is free again.
inline std::int32_t days_of_detention(const PunishmentParameters& p, double u) {
    return 1 + poisson_quantile(p.detention, u);
}

inline Sentence draw_sentence(const PunishmentParameters& p, Sentencing sentencing, Role role,
                              double u) {
    const auto& row = sentencing == Sentencing::harsh ? p.sentence_harsh : p.sentence_calm;
    BySentence<double> weight = row;
    double sum = 0;
    for (std::size_t i = 0; i < sentence_count; ++i) {
        if (role == Role::broker) weight[i] *= p.sentence_broker[i];
        sum += weight[i];
    }
    double left = u * sum;
    for (std::size_t i = 0; i + 1 < sentence_count; ++i) {
        if (left < weight[i]) return static_cast<Sentence>(i);
        left -= weight[i];
    }
    return Sentence::exiled;
}

}  // namespace tumen
