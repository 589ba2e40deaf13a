#pragma once
#include <cstdint>

#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 10: the officer and the head of the watch unit go from door to door. Whoever signs also
/// promises to report others.
namespace tumen {

template <>
inline constexpr DaysRead<OathParameters, 4, 4> days_read<OathParameters> = {{{
    {numbers_of<&OathParameters::oath_visit>, Read::on_oath_visits},
    {numbers_of<&OathParameters::oath_refusal>, Read::on_oath_visits},
    {numbers_of<&OathParameters::oath_fear>, Read::on_oath_visits},
    {numbers_of<&OathParameters::suspicion_refusal>, Read::on_oath_visits},
}}};

/// What an oath does.
enum class OathForce : std::uint8_t { salience, none, false_enforcement };

/// All that an oath drive does to people besides counting visits and signatures.
struct OathWeight {
    double threat;        // announced while it lasts
    double on_penalty;    // oath_effect
    double on_reporting;  // report_oath
    double fear;          // of the visit
    double suspicion;     // of whoever refuses
    double meeting_fear;
};

/// ... under a rival rule: nothing at all (`none`), or only that signers report to look loyal,
/// `eager` times as much (`false_enforcement`).
inline OathWeight oath_weight(OathForce rule, const OathWeight& ordinary, double eager) {
    OathWeight weight = ordinary;
    if (rule == OathForce::none) weight = {1, 0, 0, 0, 0, 0};
    if (rule == OathForce::false_enforcement) {
        weight.on_penalty = 0;
        weight.on_reporting *= eager;
    }
    return weight;
}

}  // namespace tumen
