#pragma once
#include <cstdint>

#include "rules/parameters.hpp"
#include "rules/reading.hpp"

/// Step 8: officers follow the most suspected, and some ask for money. In a hand-in drive they go
/// by reputation as well, and tick off who has handed in. How they choose, day by day, is not
/// modelled beyond that order.
namespace tumen {

template <>
inline constexpr DaysRead<FollowingParameters, 7, 1> days_read<FollowingParameters> = {{{
    {numbers_of<&FollowingParameters::central_caseload>, Read::with_a_central_team},
}}};

/// How many people a ward's officers follow; `central` = 1 with a central team, else 0.
inline std::uint32_t caseload(const FollowingParameters& p, double central) {
    return static_cast<std::uint32_t>(p.officers_per_ward * p.officer_caseload) +
           static_cast<std::uint32_t>(p.central_caseload * central);
}

/// Whether officers are pressed to bring in phones, as they are in a hand-in drive.
enum class Officers { calm, pressed };

/// By what officers choose: suspicion; while they press for phones also what somebody is known for.
inline double following_score(const FollowingParameters& p, double suspicion, double reputation,
                              Officers officers) {
    return officers == Officers::pressed ? suspicion + p.reputation_weight * reputation : suspicion;
}

/// What a household pays [CNY]: never more than it has or can borrow.
inline double extorted(const FollowingParameters& p, double savings, double borrowing_limit,
                       double pressure) {
    const double asked = p.extortion_amount * (1 + pressure);
    const double purse = savings + borrowing_limit > 0 ? savings + borrowing_limit : 0;
    return purse < asked ? purse : asked;
}

/// What paying on for `days` would take, as a share of all a household has.
inline double toll_of_paying(const FollowingParameters& p, double days, double all_it_has,
                             double pressure) {
    const double taken = days * p.extortion * p.extortion_amount * (1 + pressure);
    const double share = taken / (all_it_has > 1 ? all_it_has : 1);
    return share < 1 ? share : 1;
}

}  // namespace tumen
