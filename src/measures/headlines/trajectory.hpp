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

/// Days in a row, both included; none where last < first.
struct DaySpan {
    std::int32_t first = 0;
    std::int32_t last = -1;
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// When what happens in a run: its campaign as a whole, and each drive and sweep, by their first
/// days. What outlives the run ends with it.
struct CampaignDates {
    Campaign campaign = Campaign::none;
    CampaignWindow window{};  // the whole run where there is no campaign
    std::vector<DaySpan> hand_in_drives;
    std::vector<DaySpan> oath_drives;
    std::vector<DaySpan> sweeps;
};
CampaignDates campaign_dates(const Plan& plan);

/// One replicate of a scenario: its days, when its campaign is, and how large it is.
struct Trajectory {
    std::vector<DayReport> days;
    CampaignDates dates;
    double residents = 0;  // of all cities
    double households = 0;
};

Trajectory trajectory_of(const Plan& plan, std::span<const std::vector<DayReport>> cities);

}  // namespace tumen
