#pragma once
#include <cstdint>

/// Step 8: officers follow the most suspected, and some ask for money. How they choose, day by day,
/// is not modelled beyond the order of suspicion.
namespace tumen {

struct FollowingParameters {
    double officers_per_ward;       // [officers]
    double officer_caseload;        // [people] that one officer can follow
    double central_caseload;        // [people] per ward that a central team follows besides
    double follow_threshold;        // [1] least suspicion that is followed
    double follow_threshold_drive;  // [1] during a hand-in drive
    double extortion;               // [probability/day] that a followed person is made to pay
    double extortion_amount;        // [CNY] at most, without pressure
};

/// How many people a ward's officers follow; `central` = 1 with a central team, else 0.
inline std::uint32_t caseload(const FollowingParameters& p, double central) {
    return static_cast<std::uint32_t>(p.officers_per_ward * p.officer_caseload) +
           static_cast<std::uint32_t>(p.central_caseload * central);
}

/// What a household pays [CNY]: never more than it has.
inline double extorted(const FollowingParameters& p, double savings, double pressure) {
    const double asked = p.extortion_amount * (1 + pressure);
    const double purse = savings > 0 ? savings : 0;
    return purse < asked ? purse : asked;
}

}  // namespace tumen
