#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.hpp"

/// Numbers of a scenario's calendar that are not known, and those that are told as times another.
namespace tumen {

/// How a place in a range is called where values are: "ranges.jamming".
inline constexpr std::string_view range_prefix = "ranges.";
inline constexpr double middle_place = 0.5;

/// The number at a place, 0 to 1: evenly from the first end to the middle, and from there to the
/// other. The first end may be the larger one, of what falls where others of the name rise.
double number_at(const EventRange& range, double place);

/// The names of a scenario's ranges, each once, in order.
std::vector<std::string> range_names(const Scenario& scenario);

/// Draws the numbers of `name` at that place; no entry of that name changes nothing.
void place_range(Scenario& scenario, std::string_view name, double place);

/// Values that are told as times the parameter's own, after that has changed.
void apply_factors(Scenario& scenario);

}  // namespace tumen
