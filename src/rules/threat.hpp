#pragma once
#include <optional>

#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 1: how harsh the announced consequences are (threat) and how hard the officers are pressed
/// for results (pressure). Both are announced for the whole city, so everybody knows them on the
/// day.
namespace tumen {

template <>
inline constexpr DaysRead<ThreatParameters, 5, 5> days_read<ThreatParameters> = {{{
    {numbers_of<&ThreatParameters::threat_hand_in>, Read::in_a_hand_in_drive},
    {numbers_of<&ThreatParameters::threat_after>, Read::since_a_deadline},
    {numbers_of<&ThreatParameters::threat_duration>, Read::since_a_drive},
    {numbers_of<&ThreatParameters::threat_oath>, Read::since_an_oath_drive},
    {numbers_of<&ThreatParameters::threat_sweep>, Read::with_a_central_team},
}}};

/// Where a day stands with respect to the drives, in days.
struct ThreatSituation {
    bool in_hand_in_drive = false;
    std::optional<double> days_since_deadline =
        std::nullopt;               // of the last hand-in drive that has ended
    bool oath_drive_begun = false;  // and not yet over for more than `threat_duration`
    bool central_team = false;
};

/// Threat: the largest of those that apply, 1 on an ordinary day.
inline double threat_level(const ThreatParameters& p, const ThreatSituation& today) {
    double threat = 1;
    const auto announce = [&](bool applies, double level) {
        if (applies && threat < level) threat = level;
    };
    announce(today.in_hand_in_drive, p.threat_hand_in);
    announce(today.days_since_deadline && *today.days_since_deadline <= p.threat_duration,
             p.threat_after);
    announce(today.oath_drive_begun, p.threat_oath);
    announce(today.central_team, p.threat_sweep);
    return threat;
}

/// Pressure on day `day` of a drive from `first` to `deadline`: linear from 0 to 1, none in a drive
/// of one day.
inline double drive_pressure(double day, double first, double deadline) {
    if (day < first || day > deadline || deadline <= first) return 0;
    return (day - first) / (deadline - first);
}

}  // namespace tumen
