#pragma once
#include "base/math.hpp"

/// Step 7: how a call comes to be known: by a neighbour, by a detector, by the officer who follows
/// the caller. Also reports that are false.
namespace tumen {

struct NoticingParameters {
    double notice;                    // [probability] per call and adult of the unit
    double detection;                 // [probability] per call
    double central_detection_factor;  // [1] with a central team
    double raid;                 // [probability] that a detected call ends in a raid that catches
    double catch_followed;       // [probability/day] per calling day of somebody followed
    double search;               // [probability] that a report leads to a search
    double search_find;          // [probability] that a search finds a working phone
    double suspicion_report;     // [1] added by a report
    double suspicion_detection;  // [1] added by a detected call
    double false_report_rate;    // [1/day] per adult and unit of threat
};

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
