#pragma once
#include "base/math.hpp"
#include "rules/roles.hpp"

/// Step 11: what being caught leads to: a bribe, or an arrest and one of four sentences. Stages of
/// an inquiry, at which bribes differ, are not told apart.
namespace tumen {

struct PunishmentParameters {
    double bribe_base;             // [CNY]
    ByRole<double> bribe_factor;   // [1]
    double bribe_threat;           // [1] rise per unit of threat above 1
    double bribe_pressure_amount;  // [1] rise at full pressure
    double settle_base;            // [log-odds]
    double settle_affordability;   // [log-odds] per e-fold of purse over bribe
    double settle_pressure;        // [log-odds] lost at full pressure
    double settle_central;         // [log-odds] lost with the central team
    double borrowing_limit;        // [CNY] that kin and neighbours lend
    double bribe_keeps_phone;      // [probability]
    double central_share;          // [probability] that a catch is the central team's, while there
    double detention;              // [days] mean, beyond the first
    BySentence<double> sentence_calm;    // [share]
    BySentence<double> sentence_harsh;   // [share] once a deadline has passed
    BySentence<double> sentence_broker;  // [1] factor for brokers
};

/// Bribe asked [CNY], m.
inline double bribe_asked(const PunishmentParameters& p, Role role, double threat,
                          double pressure) {
    return p.bribe_base * p.bribe_factor[index_of(role)] * (1 + p.bribe_threat * (threat - 1)) *
           (1 + p.bribe_pressure_amount * pressure);
}

/// What can be raised [CNY]: at least 1, so that the odds are defined.
inline double purse(const PunishmentParameters& p, double savings) {
    const double purse = savings + p.borrowing_limit;
    return purse > 1 ? purse : 1;
}

enum class Team { local, central };

/// Log-odds that officers who must show arrests forgo under pressure (rival rule `counts`).
inline constexpr double settle_counts = 2;

/// Probability that the case is settled by a bribe.
inline double settle_probability(const PunishmentParameters& p, Enforcement rule, double purse,
                                 double bribe, double pressure, Team team) {
    const double central = team == Team::central ? p.settle_central : 0;
    const double shown = rule == Enforcement::counts && pressure > 0 ? settle_counts : 0;
    return math::logistic(p.settle_base - shown +
                          p.settle_affordability * math::log(purse / bribe) -
                          p.settle_pressure * pressure - central);
}

/// Whether sentences are those of calm times or harsh.
enum class Sentencing { calm, harsh };

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
