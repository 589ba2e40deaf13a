#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "model/event_kinds.hpp"
#include "scenario/scenario.hpp"

/// What can be set and varied by name: a parameter, which rival a rule has, when an event is. The
/// value of each is a number: a parameter's is in its unit, a rival's its place among the rule's
/// choices, a date's the days since 1970-01-01. with_values() takes them all.
namespace tumen {

inline constexpr std::string_view rule_prefix = "rules.";

/// The place among rule_rows() of "rules.trust"; nothing for any other name.
std::optional<std::size_t> rule_named(std::string_view name);
/// How many rivals a rule has.
std::size_t choices_of(std::size_t rule);
/// "one of updated, fixed"
std::string choices_text(std::size_t rule);

enum class EventEnd : std::uint8_t { first, last };

/// A day of an event, by the key that the scenario's file has for it: "hand_in_drive.from" where
/// there is one drive, else "hand_in_drive[2].to" or "meeting[last].on", as windows count them.
struct EventDate {
    static constexpr std::uint32_t only = 0;
    static constexpr std::uint32_t final = 0xFFFFFFFF;
    EventKind kind{};
    std::uint32_t number = only;  // from 1, in the order of their dates
    EventEnd end{};
};
std::optional<EventDate> event_date_named(std::string_view name);

/// Its place among `count` events of its kind; nothing where it is none of them, or any of several.
std::optional<std::size_t> place_of(const EventDate& date, std::size_t count);

/// The days of an event of which one is another.
EventDays moved(EventDays days, EventKind kind, EventEnd end, std::int32_t day);

/// Whether two names mean the same: "hand_in_drive.from" and "hand_in_drive[1].from" do.
bool same_variable(std::string_view one, std::string_view other);

/// Whether something can be set by that name.
bool is_variable(std::string_view name);

/// "share", "rival", "date"; empty for what changes nothing.
std::string_view unit_of_variable(std::string_view name);

/// What a person writes after the name of a variable: "30 %", "fixed", "2020-11-01". An error
/// where there is no such rival or date.
Expected<double, Diagnostic> read_variable(std::string_view name, std::string_view text);

/// The value as read_variable() takes it, with all its digits: "0.3", "fixed", "2020-11-01".
std::string variable_text(std::string_view name, double value);
/// The same for people: six digits.
std::string shown_variable(std::string_view name, double value);

/// Moves events to other dates; what is not there changes nothing.
void place_dates(Scenario& scenario, const std::vector<std::pair<EventDate, Date>>& dates);

}  // namespace tumen
