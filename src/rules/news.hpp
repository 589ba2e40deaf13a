#pragma once
#include <cstdint>

#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 12: arrests frighten those who hear of them, broken promises cost belief once it is known
/// what became of those who trusted, and whoever is arrested may give others away. News of arrests
/// travels in the unit, along ties and from brokers to their clients; rumours beyond that only
/// under the rival rule `city`. Sources tell the outside; nothing depends on that.
namespace tumen {

template <>
inline constexpr DaysRead<NewsParameters, 8, 2> days_read<NewsParameters> = {{{
    {numbers_of<&NewsParameters::news_distrust>, Read::since_a_hand_in_drive},
    {numbers_of<&NewsParameters::promise_breach_weight>, Read::since_a_hand_in_drive},
}}};

/// Whose arrests one learns from.
enum class Learning : std::uint8_t { close, city };

/// Whether belief in forgiveness follows from what became of those who trusted.
enum class Trust : std::uint8_t { updated, fixed };

/// What `arrests` arrests heard of (a rate under the rule `city`) add to perceived risk as one
/// reason for fear.
inline double fear_of_news(const NewsParameters& p, double arrests) {
    if (arrests == 1) return p.news_fear;
    return 1 - math::exp(arrests * math::log1p(-p.news_fear));
}

/// Share of belief that is left where one hears of a broken promise with that weight.
inline double belief_left(const NewsParameters& p, double weight) {
    return math::pow(1 - p.news_distrust, weight);
}

/// Probability that at least one of `arrests` arrests gives somebody away.
inline double naming_probability(const NewsParameters& p, double arrests) {
    return 1 - math::exp(arrests * math::log1p(-p.naming));
}

/// Probability that one of `sources` somewhere in the city tells of an event.
inline double telling_probability(const NewsParameters& p, double sources) {
    return 1 - math::exp(sources * math::log1p(-p.news_city_reach));
}

/// Adults that arrests are reckoned by under the rule `city`.
inline constexpr double adults_of_rate = 1000;

/// Arrests of the day per 1000 adults of the city: what everybody hears under the rule `city`.
inline double city_arrest_rate(double arrests, double adults) {
    return adults > 0 ? arrests / adults * adults_of_rate : 0;
}

}  // namespace tumen
