#pragma once
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 5: money from kin abroad, carried by brokers for a fee that rises with their fear and their
/// scarcity. What was not sent while nobody served is partly made up with the next transfer.
/// Brokers who fall silent are slowly replaced. Neglected: fraud, credit and the part of the fee
/// that stays abroad (broker_fee_share).
namespace tumen {

template <>
inline constexpr DaysRead<RemittanceParameters, 11> days_read<RemittanceParameters> = {};

inline constexpr double days_a_year = 365;

/// Mean perceived risk of the calling brokers; where none calls, that of somebody who is followed.
inline double brokers_risk(double sum, double calling, double risk_followed) {
    return calling > 0 ? sum / calling : risk_followed;
}
/// Calling brokers over all there were at the start, at most 1, Q; 0 if there were none.
inline double calling_share(double calling, double brokers) {
    if (!(brokers > 0)) return 0;
    return calling < brokers ? calling / brokers : 1;
}

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
    return p.request_rate / days_a_year * (p.request_without_need + need) * (1 - fee) /
           (1 - p.fee_base);
}

/// Money sent [CNY], M, `days` after the last transfer: part of what was not sent in between.
inline double money_sent(const RemittanceParameters& p, double days) {
    return p.transfer_amount *
           (1 - p.transfer_makeup + p.transfer_makeup * days * p.request_rate / days_a_year);
}

/// What the family gets and what the broker's household earns of it [CNY].
struct Payout {
    double family;
    double broker;
};
inline Payout payout(const RemittanceParameters& p, double sent, double fee) {
    return {sent * (1 - fee), sent * fee * p.broker_fee_share};
}

/// Probability that a calling smuggler becomes a broker today, where that share of brokers calls.
inline double entry_probability(const RemittanceParameters& p, double calling_share) {
    return p.broker_entry * (1 - calling_share);
}

}  // namespace tumen
