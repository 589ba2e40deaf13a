#pragma once
#include <initializer_list>
#include <string_view>

#include "model/play.hpp"

/// Small scenarios for tests. Cities of a few thousand people in many small wards, so that
/// everything which can happen happens within seconds.
namespace tumen::testing {

inline constexpr std::uint64_t seed = 20201001;

/// One city without a campaign at the starting values, in wards of ten units.
Plan calm_plan(double residents = 8000, std::int32_t days = 100);
/// A hand-in drive from day 20 to day 69 with forgiveness promised, a meeting on its first day.
Plan hand_in_plan(double residents = 8000, std::int32_t days = 100);
/// An oath drive from day 20 to day 49, a meeting on day 24.
Plan oath_plan(double residents = 8000, std::int32_t days = 100);
/// A central team from day 20 to day 59, a meeting on its first day.
Plan sweep_plan(double residents = 8000, std::int32_t days = 100);
/// Everything at once: two hand-in drives, two oath drives, a sweep, a peak, meetings, schedules of
/// parameters that drift depends on, and residents who hold phones. Much enforcement.
Plan crowded_plan(double residents = 6000, std::int32_t days = 160);

/// Sets the parameter of that name, which must exist.
void set_parameter(Plan& plan, std::string_view name, double value);
struct Setting {
    std::string_view name;
    double value;
};
void set_parameters(Plan& plan, std::initializer_list<Setting> settings);

/// Nobody notices, detects, searches or follows.
void stop_enforcement(Plan& plan);
/// A schedule entry for the parameter of that name.
Schedule scheduled(std::string_view name, std::int32_t first, std::int32_t last, double value);

/// City `city` of the plan, serially.
CityResult play(const Plan& plan, std::uint32_t replicate = 1, std::size_t city = 0,
                const PlayOptions& options = {});

/// Sum over days of a count, of a quantity.
std::int64_t total(const CityResult& result, Count count);
double total(const CityResult& result, Quantity quantity);
/// People calling, over all roles.
std::int64_t calling(const DayReport& report);
/// Dead and working phones handed in.
std::int64_t handed_in(const DayReport& report);
std::int64_t handed_in(const CityResult& result);

}  // namespace tumen::testing
