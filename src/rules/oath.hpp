#pragma once
#include "rules/roles.hpp"

/// Step 10: the officer and the head of the watch unit go from door to door. Whoever signs also
/// promises to report others.
namespace tumen {

struct OathParameters {
    double oath_visit;         // [probability/day] of a unit not yet visited
    double oath_refusal;       // [probability]
    double oath_fear;          // [probability] fear that the visit itself adds
    double suspicion_refusal;  // [1] added by refusing
};

/// How much more signers report who want to look loyal (rival rule `false_enforcement`).
inline constexpr double eager_reporting = 3;

/// What an oath weighs under each rival rule: on fear of the penalty and on reporting others.
struct OathWeight {
    double on_penalty;    // replaces oath_effect
    double on_reporting;  // replaces report_oath
};

inline OathWeight oath_weight(OathForce rule, double oath_effect, double report_oath) {
    switch (rule) {
        case OathForce::none:
            return {0, 0};
        case OathForce::false_enforcement:
            return {0, eager_reporting * report_oath};
        case OathForce::salience:
            break;
    }
    return {oath_effect, report_oath};
}

}  // namespace tumen
