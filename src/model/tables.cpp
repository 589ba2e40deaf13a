#include "model/tables.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/acquisition.hpp"
#include "rules/contact.hpp"
#include "rules/noticing.hpp"
#include "rules/population.hpp"
#include "rules/remittance.hpp"

namespace tumen {

Chance Chance::of(double probability) {
    if (probability >= 1) return {255, 1};
    if (!(probability > 0)) return {0, 0};
    const double bytes = probability * 256;
    const auto certain = static_cast<std::uint8_t>(bytes);
    return {certain, bytes - certain};
}

namespace {

SegmentTables tables_of(const Parameters& p, const PopulationParameters& built) {
    SegmentTables tables{};
    tables.review = Chance::of(p.contact.review_rate);
    for (std::size_t role = 0; role < role_count; ++role) {
        tables.calling[role] = Chance::of(p.calling.call_rate[role]);
    }
    tables.salience = Chance::of(p.hand_in.deadline_salience);
    tables.request = Chance::of(request_probability(p.remittance, 1, 0));
    tables.entry = Chance::of(entry_probability(p.remittance, 0));
    tables.purchase_probability = purchase_probability(p.acquisition);
    const auto neighbours =
        static_cast<std::size_t>(built.unit_households_max) * (1 + more_adults_max) + 1;
    for (std::size_t k = 0; k < neighbours; ++k) {
        tables.notice_probability.push_back(notice_probability(p.noticing, static_cast<double>(k)));
    }
    return tables;
}

/// A play, its yardstick and what is played again with the same values ask for the same tables,
/// and a table takes as long as a day of a city.
const BetaTable& beta_table(double alpha, double beta) {
    constexpr std::size_t most = 256;  // 2 MB for a thread
    thread_local std::map<std::pair<double, double>, BetaTable> known;
    if (known.size() == most) known.clear();
    return known.try_emplace({alpha, beta}, alpha, beta).first->second;
}

RoleShares<std::uint64_t> role_thresholds(const RoleShares<double>& shares) {
    return {word_threshold(shares.broker), word_threshold(shares.trader),
            word_threshold(shares.kin)};
}

}  // namespace

Tables::Tables(const Plan& plan, const Calendar& calendar)
    : more_adults(more_adults_max, more_adults_probability(plan.parameters.population)),
      need(beta_table(plan.parameters.population.need_alpha, plan.parameters.population.need_beta)),
      belief(beta_table(plan.parameters.population.belief_alpha,
                        plan.parameters.population.belief_beta)),
      role_below(role_thresholds(role_shares(plan.parameters.population))),
      phone_below{},
      old_phone_below{},
      least_follow_threshold(1e300),
      most_reputation_weight(0) {
    for (std::size_t role = 0; role < role_count; ++role) {
        phone_below[role] = word_threshold(plan.parameters.population.phone_share[role]);
        old_phone_below[role] = word_threshold(plan.parameters.population.old_phone_share[role]);
    }
    for (const Parameters& segment : calendar.segments()) {
        segments_.push_back(tables_of(segment, plan.parameters.population));
        least_follow_threshold =
            std::min(least_follow_threshold, segment.following.follow_threshold);
        most_reputation_weight =
            std::max(most_reputation_weight, segment.following.reputation_weight);
    }
}

}  // namespace tumen
