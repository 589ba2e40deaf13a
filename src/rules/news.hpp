#pragma once
#include "base/math.hpp"
#include "rules/roles.hpp"

/// Step 12: arrests frighten those who hear of them, broken promises cost belief. News travels in
/// the unit, along ties and from brokers to their clients; rumours beyond that only under the rival
/// rule `city`.
namespace tumen {

struct NewsParameters {
    double news_fear;      // [probability] that one arrest adds to perceived risk
    double news_distrust;  // [share] of belief that one broken promise in the ward takes
};

/// Perceived risk after `arrests` arrests heard of (a rate under the rule `city`).
inline double risk_after_news(const NewsParameters& p, double risk, double arrests) {
    return arrests > 0 ? 1 - (1 - risk) * math::exp(arrests * math::log1p(-p.news_fear)) : risk;
}

/// Share of belief that is left after `broken` promises broken in the ward.
inline double belief_left(const NewsParameters& p, double broken) {
    return math::pow(1 - p.news_distrust, broken);
}

/// Adults that arrests are reckoned by under the rule `city`.
inline constexpr double adults_of_rate = 1000;

/// Arrests of the day per 1000 adults of the city: what everybody hears under the rule `city`.
inline double city_arrest_rate(double arrests, double adults) {
    return adults > 0 ? arrests / adults * adults_of_rate : 0;
}

}  // namespace tumen
