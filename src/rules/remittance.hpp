#pragma once

/// Step 5: money from kin abroad, carried by brokers for a fee that rises with their fear and their
/// scarcity. Neglected: fraud, credit and the part of the fee that stays abroad (broker_fee_share).
namespace tumen {

struct RemittanceParameters {
    double fee_base;          // [share] of the amount
    double fee_risk;          // [1] rise per unit of the brokers' mean perceived risk
    double fee_scarcity;      // [1] rise as brokers fall silent
    double fee_max;           // [share]
    double request_rate;      // [1/year] a household of mean need asks
    double transfer_amount;   // [CNY]
    double broker_fee_share;  // [share] of the fee that the broker in the city keeps
    double broker_search;     // [probability] that another broker is found
};

inline constexpr double days_a_year = 365;
/// Families ask for money without need too.
inline constexpr double asking_without_need = 0.5;

/// Fee today [share]; `risk` is the calling brokers' mean perceived risk, `calling` their share of
/// all brokers at the start.
inline double fee(const RemittanceParameters& p, double risk, double calling) {
    const double fee = p.fee_base + p.fee_risk * risk + p.fee_scarcity * (1 - calling);
    if (fee < 0) return 0;
    return fee < p.fee_max ? fee : p.fee_max;
}

/// Probability that a household with that need asks for money today: dearer transfers are asked for
/// less.
inline double request_probability(const RemittanceParameters& p, double need, double fee) {
    return p.request_rate / days_a_year * (asking_without_need + need) * (1 - fee) /
           (1 - p.fee_base);
}

/// What the family gets and what the broker's household earns [CNY].
struct Payout {
    double family;
    double broker;
};
inline Payout payout(const RemittanceParameters& p, double fee) {
    return {p.transfer_amount * (1 - fee), p.transfer_amount * fee * p.broker_fee_share};
}

}  // namespace tumen
