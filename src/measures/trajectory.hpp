#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/calendar.hpp"
#include "model/observables.hpp"

namespace tumen {

/// The days of all cities as one: counts and money added up, levels averaged with residents as
/// weights. `cities` in the order of the plan.
std::vector<DayReport> total_of_cities(const Plan& plan,
                                       std::span<const std::vector<DayReport>> cities);

/// Whether anything happens in a plan that has a beginning and an end.
enum class Campaign : std::uint8_t { none, drive };
Campaign campaign_of(const Plan& plan);

/// One replicate of a scenario: its days, and when its campaign is.
struct Trajectory {
    std::vector<DayReport> days;
    Campaign campaign = Campaign::none;
    CampaignWindow window{};  // the whole run where there is no campaign
};

Trajectory trajectory_of(const Plan& plan, std::span<const std::vector<DayReport>> cities);

}  // namespace tumen
