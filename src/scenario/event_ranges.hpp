#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scenario/draft.hpp"
#include "scenario/values.hpp"

/// Numbers of the calendar that are not known, and those that are told as times another.
namespace tumen {

/// How a place in a range is called where values are: "ranges.jamming".
inline constexpr std::string_view range_prefix = "ranges.";
inline constexpr double middle_place = 0.5;

/// The number at a place, 0 to 1: evenly from the first end to the middle, and from there to the
/// other. The first end may be the larger one, of what falls where others of the name rise.
double number_at(const EventRange& range, double place);

/// The names of a scenario's ranges, each once, in order.
std::vector<std::string> range_names(const Scenario& scenario);

/// The keys `range` and `drawn_as` of an entry whose number has that unit; a table has its ranges
/// in its rows and a name alone.
std::optional<RangeDraft> read_range(const Node& entry, Unit unit, std::string_view owner,
                                     Values& values);

/// Says where the ends of a range do not lie about its number.
void check_range(const std::optional<RangeDraft>& range, double number, Problems& problems);

/// ... or beyond 0 to 1, where the number is a share.
void check_shares(const std::optional<RangeDraft>& range, std::string_view what,
                  Problems& problems);

std::optional<EventRange> range_of(const std::optional<RangeDraft>& range, double middle);

/// Draws the numbers of `name` at that place; no entry of that name changes nothing.
void place_range(Scenario& scenario, std::string_view name, double place);

/// Values that are told as times the parameter's own, after that has changed.
void apply_factors(Scenario& scenario);

}  // namespace tumen
