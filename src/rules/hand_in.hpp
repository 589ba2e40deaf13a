#pragma once
#include <cstdint>

#include "base/distributions.hpp"
#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 9: hand in the phone, hand in a dead one where one is at hand, or keep it. A multinomial
/// logit over what each is worth; the values are in units of a day's benefit of contact. Neglected:
/// hiding or burning a phone.
namespace tumen {

template <>
inline constexpr DaysRead<HandInParameters, 22> days_read<HandInParameters> = {
    {}, Read::in_a_hand_in_drive};

/// Probability of considering a hand-in today, `left` days before the deadline. An assumption about
/// report timing, never a finding.
inline double salience(const HandInParameters& p, double left) {
    return p.deadline_salience * math::exp(-left / p.deadline_salience_time);
}

/// Probability that the officer asks somebody followed who has refused so often before.
inline double offer_probability(const HandInParameters& p, double refused) {
    return p.hand_in_offer / (1 + refused);
}

/// Price of a dead phone [CNY].
inline double dead_phone_price(const HandInParameters& p, double phone_price) {
    return p.dead_phone_price * phone_price;
}

/// Where the person stands.
struct HandInSituation {
    double net_benefit;     // U as of step 3
    double benefit;         // B as of step 3
    double aversion;        // a
    double risk;            // r, not the felt one
    double penalty_feared;  // X
    double belief;          // that forgiveness is honoured; 0 if nothing is promised
    double suspicion;       // s
    double days_watched;    // D
    double threat;
    double pressure;
    double calm_loss;  // a risk_baseline penalty: what a day of use is feared to cost in calm times
    double toll;    // what paying on would take, as a share of all the household has; if followed
    bool followed;  // as of today's step 8
    bool dead_phone_at_hand;
};

/// Value of confessing, and of the rest it promises to somebody weary of being watched, A.
inline double confession_value(const HandInParameters& p, const HandInSituation& now) {
    const double rest = now.followed ? p.watched_fatigue * now.days_watched * now.belief : 0;
    return now.threat * (p.amnesty_value * now.belief * (p.amnesty_unsuspected + now.suspicion) -
                         p.confession_cost * (1 - now.belief)) +
           rest;
}

/// Probability that a dead phone is refused, q.
inline double refusal_probability(const HandInParameters& p, const HandInSituation& now) {
    double refusal = p.decoy_refusal;
    if (now.followed) {
        refusal +=
            p.decoy_refusal_watched * (1 - math::exp(-now.days_watched / p.decoy_refusal_time));
    }
    return refusal * (1 - p.decoy_tolerance * now.pressure);
}

/// What each way out is worth today.
struct HandInValues {
    double keep;
    double decoy;  // if a dead phone is at hand
    double real;
};

/// `keep` weighs felt risk, `decoy` plain risk: whoever hands something in is no longer followed. A
/// dead phone does not end the paying, since one can still earn.
inline HandInValues hand_in_values(const HandInParameters& p, const HandInSituation& now) {
    const auto positive = [](double value) { return value > 0 ? value : 0; };
    const double feared_loss = now.aversion * now.penalty_feared;
    const double later = p.patience * positive(now.benefit - now.calm_loss);
    const double confession = confession_value(p, now);
    const double paying = now.followed ? now.benefit * now.toll : 0;
    return {positive(now.net_benefit) + later,
            positive(now.benefit - now.risk * feared_loss) + later + confession -
                refusal_probability(p, now) * feared_loss / p.decoy_horizon,
            confession + now.belief * paying};
}

/// Days from a hand-in until the promise made at it is broken.
inline std::int32_t days_until_breach(const HandInParameters& p, double u) {
    return 1 + poisson_quantile(p.promise_breach_delay, u);
}

enum class HandIn { keep, decoy, real };

/// Probabilities of the three, in the order keep, decoy, real.
struct HandInOdds {
    double keep;
    double decoy;
    double real;
};

/// Without a dead phone at hand nobody can pretend.
enum class WaysOut { two, three };

constexpr WaysOut ways_out(const HandInSituation& now) {
    return now.dead_phone_at_hand ? WaysOut::three : WaysOut::two;
}

inline HandInOdds hand_in_odds(const HandInParameters& p, const HandInValues& values,
                               WaysOut ways) {
    const bool three = ways == WaysOut::three;
    double best = values.keep > values.real ? values.keep : values.real;
    if (three && values.decoy > best) best = values.decoy;
    const double keep = math::exp((values.keep - best) / p.choice_scale);
    const double decoy = three ? math::exp((values.decoy - best) / p.choice_scale) : 0;
    const double real = math::exp((values.real - best) / p.choice_scale);
    const double sum = keep + decoy + real;
    return {keep / sum, decoy / sum, real / sum};
}

inline HandIn choose_hand_in(const HandInOdds& odds, double u) {
    if (u < odds.keep) return HandIn::keep;
    return u < odds.keep + odds.decoy ? HandIn::decoy : HandIn::real;
}

}  // namespace tumen
