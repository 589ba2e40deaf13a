#pragma once
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 4: who lost a phone may buy another. Neglected: lending and renting, and who sells.
namespace tumen {

template <>
inline constexpr DaysRead<AcquisitionParameters, 5, 1> days_read<AcquisitionParameters> = {{{
    {numbers_of<&AcquisitionParameters::phone_price_threat>, Read::under_threat},
}}};

/// Price of a working phone today [CNY], P.
inline double phone_price(const AcquisitionParameters& p, double threat) {
    return p.phone_price *
           (1 + p.phone_price_threat * (threat - 1) + p.phone_price_supply * (1 - p.phone_supply));
}

/// Whether the money is there: a trader buys on credit.
inline bool can_buy(double price, double savings, double borrowing_limit, Role role) {
    return savings + (is_trader(role) ? borrowing_limit : 0) >= price;
}

/// Probability that somebody who wants a phone and can pay for it gets one today.
inline double purchase_probability(const AcquisitionParameters& p) {
    return p.purchase_rate * p.phone_supply;
}

}  // namespace tumen
