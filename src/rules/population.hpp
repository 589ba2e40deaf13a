#pragma once
#include <array>
#include <cstdint>

#include "base/distributions.hpp"
#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Who lives in a city before anything happens: households, roles, traits. Neglected: births,
/// deaths, moves and marriages, which matter little within a few years.
namespace tumen {

/// What is believed of a promise stands ready from the start, and is read from the first promise
/// on.
template <>
inline constexpr DaysRead<PopulationParameters, 38, 2> days_read<PopulationParameters> = {{{
    {numbers_of<&PopulationParameters::belief_alpha>, Read::where_promised},
    {numbers_of<&PopulationParameters::belief_beta>, Read::where_promised},
}}};

/// Number of adults beyond the first that a household can have.
inline constexpr int more_adults_max = 5;

/// So long ago that it makes no difference.
inline constexpr std::int32_t most_days_since = 1000000;

/// Added before the fraction is cut off, it rounds to the nearest.
inline constexpr double half = 0.5;

/// Number of households of a city: residents over the mean size, to the nearest whole one.
inline std::uint32_t household_count(const PopulationParameters& p) {
    return static_cast<std::uint32_t>(p.residents / p.household_size + half);
}

/// Probability of each further adult, so that their mean number comes out right.
inline double more_adults_probability(const PopulationParameters& p) {
    return (p.household_adults - 1) / more_adults_max;
}

inline RoleShares<double> role_shares(const PopulationParameters& p) {
    return {p.broker_households, p.broker_households + p.smuggler_households, p.kin_abroad};
}

/// Role of the first adult: broker or smuggler as drawn, else family where there is kin abroad.
/// Looked up, since nobody could foresee a branch.
template <class Number>
constexpr Role first_adult_role(const RoleShares<Number>& below, Number role, Number kin) {
    constexpr std::array roles = {Role::resident, Role::family,   Role::smuggler, Role::smuggler,
                                  Role::resident, Role::resident, Role::broker,   Role::broker};
    const std::size_t abroad = kin < below.kin;
    const std::size_t trader = role < below.trader;
    const std::size_t broker = role < below.broker;
    return roles[abroad + 2 * (trader + 2 * broker)];
}

/// Ordinary savings [CNY] of a household where its role makes no difference, log-normal around the
/// median; `deviate` is standard normal.
inline double median_savings(const PopulationParameters& p, double deviate) {
    return p.savings_median * math::exp(p.savings_spread * deviate);
}

/// Ordinary savings [CNY] of the household of somebody with that role.
inline double ordinary_savings(const PopulationParameters& p, Role role, double u) {
    return median_savings(p, normal_quantile(u)) * p.savings_factor[index_of(role)];
}

/// What a household can sell at the start [CNY], G; what was sold does not come back.
inline double initial_goods(const PopulationParameters& p, double ordinary_savings) {
    return p.goods_factor * ordinary_savings;
}

/// Whole days since something that happens once in `mean` days: at least one.
inline std::int32_t days_since(double mean, double u) {
    const double days = 1 - mean * math::log(u);
    return days < most_days_since ? static_cast<std::int32_t>(days) : most_days_since;
}

/// Risk aversion: how heavily a feared loss weighs, log-normal around 1; `deviate` is standard
/// normal.
inline double risk_aversion_at(const PopulationParameters& p, double deviate) {
    return math::exp(p.aversion_spread * deviate);
}
inline double risk_aversion(const PopulationParameters& p, double u) {
    return risk_aversion_at(p, normal_quantile(u));
}

/// Suspicion that the officers hold at the start.
inline double initial_suspicion(const PopulationParameters& p, Role role, double u) {
    return 2 * p.suspicion_prior[index_of(role)] * u;
}

/// Children of a household: people beyond the adults.
inline std::int32_t children(const PopulationParameters& p, double u) {
    return poisson_quantile(p.household_size - p.household_adults, u);
}

}  // namespace tumen
