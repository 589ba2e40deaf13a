#pragma once
#include <optional>
#include <string_view>

#include "scenario/draft/draft.hpp"
#include "scenario/draft/values.hpp"

/// Ranges of the calendar's numbers as files say them.
namespace tumen {

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

/// Puts numbers whose place in their range was named there, and forgets these ranges.
void hold_ranges(Draft& draft, Problems& problems);

}  // namespace tumen
