#pragma once
#include "base/math.hpp"
#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 7: how a call comes to be known: by a neighbour, by a detector, by the officer who follows
/// the caller. Also reports that are false.
namespace tumen {

template <>
inline constexpr DaysRead<NoticingParameters, 10, 1> days_read<NoticingParameters> = {{{
    {numbers_of<&NoticingParameters::central_detection_factor>, Read::with_a_central_team},
}}};

/// Probability that a call is noticed by one of `neighbours` adults.
inline double notice_probability(const NoticingParameters& p, double neighbours) {
    return neighbours > 0 ? 1 - math::exp(neighbours * math::log1p(-p.notice)) : 0;
}

/// Probability that a detector picks the call up.
inline double detection_probability(const NoticingParameters& p, double factor) {
    const double probability = p.detection * factor;
    return probability < 1 ? probability : 1;
}

/// Mean number of false reports in a ward on one day.
inline double false_reports_mean(const NoticingParameters& p, double adults, double threat) {
    return p.false_report_rate * adults * threat;
}

}  // namespace tumen
