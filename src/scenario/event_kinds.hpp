#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/calendar.hpp"
#include "scenario/scenario.hpp"

/// The kinds of events that a calendar has, one after the other: what is done with each of them is
/// written once.
namespace tumen {

/// In the order in which scenarios are written.
enum class EventKind : std::uint8_t { hand_in_drive, oath_drive, sweep, meeting, peak, schedule };
inline constexpr std::size_t event_kind_count = 6;

/// What a kind is called: its TOML list, and words for people, as in "the hand-in drive".
struct EventKindRow {
    std::string_view name;
    std::string_view words;
};
inline constexpr std::array<EventKindRow, event_kind_count> event_kinds = {
    {{"hand_in_drive", "hand-in drive"},
     {"oath_drive", "oath drive"},
     {"sweep", "sweep"},
     {"meeting", "meeting"},
     {"peak", "peak"},
     {"schedule", "schedule"}}};
constexpr std::string_view name_of(EventKind kind) {
    return event_kinds[static_cast<std::size_t>(kind)].name;
}
constexpr std::string_view words_of(EventKind kind) {
    return event_kinds[static_cast<std::size_t>(kind)].words;
}

/// The kind of that TOML list; nothing for any other.
constexpr std::optional<EventKind> event_kind(std::string_view name) {
    for (std::size_t i = 0; i < event_kind_count; ++i) {
        if (event_kinds[i].name == name) return static_cast<EventKind>(i);
    }
    return std::nullopt;
}

/// Calls `with(kind, list)` for the list of each kind of a plan, which may be changed.
template <class AnyPlan, class With>
void each_list(AnyPlan& plan, With with) {
    with(EventKind::hand_in_drive, plan.hand_in_drives);
    with(EventKind::oath_drive, plan.oath_drives);
    with(EventKind::sweep, plan.sweeps);
    with(EventKind::meeting, plan.meetings);
    with(EventKind::peak, plan.peaks);
    with(EventKind::schedule, plan.schedules);
}

/// Calls `with(kind, place, event)` for each event of a plan; `place` is that in its list.
template <class AnyPlan, class With>
void each_event(AnyPlan& plan, With with) {
    each_list(plan, [&](EventKind kind, auto& list) {
        for (std::size_t place = 0; place < list.size(); ++place)
            with(kind, place, list[place]);
    });
}

/// First and last day of an event.
struct EventDays {
    std::int32_t first;
    std::int32_t last;
};
template <class Event>
constexpr EventDays event_days(const Event& event) {
    return {event.first, event.last};
}
constexpr EventDays event_days(const HandInDrive& drive) {
    return {drive.first, drive.deadline};
}
constexpr EventDays event_days(const Meeting& meeting) {
    return {meeting.day, meeting.day};
}

/// Where the events of a kind come from, in the order of their list.
template <class AnyScenario>
auto& origins_of(AnyScenario& scenario, EventKind kind) {
    return kind == EventKind::schedule ? scenario.schedule_origins
                                       : scenario.event_origins[static_cast<std::size_t>(kind)];
}

}  // namespace tumen
