#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/parameter_table.hpp"

/// The events that a calendar has. A kind is described here once, and calendar.cpp says what it
/// does to a day: who reads, writes, explains, draws, reports or shows events goes by this file.
namespace tumen {

enum class Forgiveness : std::uint8_t { promised, none };

/// Where something happens or holds, as places in the plan's cities and ward groups: in these
/// cities (in all where there are none), in the wards of these groups (in every ward).
struct Scope {
    std::vector<std::uint32_t> cities = {};
    std::vector<std::uint32_t> groups = {};

    bool everywhere() const { return cities.empty() && groups.empty(); }
    friend auto operator<=>(const Scope&, const Scope&) = default;
};

/// All days inclusive; every first day >= 0. `number` is the one, between 0 and 1, that an event
/// may have beside its days.
struct HandInDrive {
    std::int32_t first;
    std::int32_t deadline;
    Forgiveness forgiveness;
    Scope scope = {};
};
struct OathDrive {
    std::int32_t first;
    std::int32_t last;
    Scope scope = {};
};
struct Sweep {
    std::int32_t first;
    std::int32_t last;
    Scope scope = {};
};
/// Some watch units meet, each with probability `reach`: the share that does.
struct Meeting {
    std::int32_t day;
    std::optional<double> reach = std::nullopt;  // [share]; unless said, one unit in a ward
    Scope scope = {};
    static constexpr std::optional<double> Meeting::*number = &Meeting::reach;
};
struct Peak {
    std::int32_t first;
    std::int32_t last;
    double pressure;  // [1]
    Scope scope = {};
    static constexpr double Peak::*number = &Peak::pressure;
};
struct Schedule {
    ParameterRef parameter;  // of kind daily
    std::int32_t first;
    std::int32_t last;
    double value;
    Scope scope = {};
};

/// The lists of a plan, one of each kind. (How such lists are copied and destroyed is compiled
/// once, in calendar.cpp, not in every source that has a plan in its hands; so with plans,
/// scenarios and experiments.)
struct Events {
    Events();
    Events(const Events&);
    Events(Events&&) noexcept;
    Events& operator=(const Events&);
    Events& operator=(Events&&) noexcept;
    ~Events();

    std::vector<HandInDrive> hand_in_drives;
    std::vector<OathDrive> oath_drives;
    std::vector<Sweep> sweeps;
    std::vector<Meeting> meetings;
    std::vector<Peak> peaks;
    std::vector<Schedule> schedules;
};

/// In the order in which scenarios are written.
enum class EventKind : std::uint8_t { hand_in_drive, oath_drive, sweep, meeting, peak, schedule };

/// Calls `with(kind, list)` for the list of each kind of a plan, which may be changed.
template <class AnyPlan, class With>
constexpr void each_list(AnyPlan& plan, With with) {
    with(EventKind::hand_in_drive, plan.hand_in_drives);
    with(EventKind::oath_drive, plan.oath_drives);
    with(EventKind::sweep, plan.sweeps);
    with(EventKind::meeting, plan.meetings);
    with(EventKind::peak, plan.peaks);
    with(EventKind::schedule, plan.schedules);
}

/// Whether another event of the kind may be in force at the same time and place.
enum class Overlap : std::uint8_t { refused, allowed };
/// Whether an event is part of the campaign, or taken for it where there is nothing else.
enum class Campaigns : std::uint8_t { always, alone, never };
enum class Lasts : std::uint8_t { one_day, a_while };
enum class Stated : std::uint8_t { always, perhaps };

/// The number between 0 and 1 of a kind, for who writes it and for who reads it.
struct EventNumber {
    std::string_view key;  // "pressure"
    Stated stated;
    std::string_view meaning;
    std::string_view bounds;   // what it is, to somebody who wrote something below 0 or above 1
    std::string_view way_out;  // what else could be written
    Unit unit;                 // in which it is told
    std::string_view before;   // words around it ...
    std::string_view after;
    std::string_view left_out;  // ... and where it is not stated
};

struct EventKindRow {
    std::string_view name;     // of its list
    std::string_view words;    // "the hand-in drive"
    std::string_view label;    // over a figure
    std::string_view meaning;  // of the list, for who writes one
    Overlap overlap = Overlap::refused;
    Campaigns campaigns = Campaigns::never;
    Lasts lasts = Lasts::a_while;
    std::optional<EventNumber> number = std::nullopt;
};
inline constexpr auto event_kinds = std::to_array<EventKindRow>(
    {{.name = "hand_in_drive",
      .words = "hand-in drive",
      .label = "Hand-in drive",
      .meaning = "Drives to hand in phones until a deadline.",
      .campaigns = Campaigns::always},
     {.name = "oath_drive",
      .words = "oath drive",
      .label = "Oath drive",
      .meaning = "Drives in which oaths are signed from door to door.",
      .campaigns = Campaigns::always},
     {.name = "sweep",
      .words = "sweep",
      .label = "Central team",
      .meaning = "Times with a team from the centre.",
      .campaigns = Campaigns::always},
     {.name = "meeting",
      .words = "meeting",
      .label = "Meetings",
      .meaning = "Days on which watch units meet.",
      .lasts = Lasts::one_day,
      .number = EventNumber{"reach", Stated::perhaps,
                            "The share of watch units that meet; left out, one unit in a ward.",
                            "it is the share of watch units that meet",
                            "leave it out for one unit in a ward", Unit::share, "",
                            " of the watch units", "one watch unit in a ward"}},
     {.name = "peak",
      .words = "peak",
      .label = "Seasonal pressure",
      .meaning = "Seasons in which officers have to show results.",
      .overlap = Overlap::allowed,  // the larger counts
      .campaigns = Campaigns::alone,
      .number = EventNumber{"pressure", Stated::always, "From 0 to 1.",
                            "1 is the pressure on the day of a deadline", "", Unit::one,
                            "pressure ", "", ""}},
     {.name = "schedule",
      .words = "schedule",
      .label = "Schedule",
      .meaning = "Values of daily parameters between two dates.",
      .campaigns = Campaigns::alone}});
inline constexpr std::size_t event_kind_count = event_kinds.size();

constexpr const EventKindRow& row_of(EventKind kind) {
    return event_kinds[static_cast<std::size_t>(kind)];
}
constexpr std::string_view name_of(EventKind kind) {
    return row_of(kind).name;
}
constexpr std::string_view words_of(EventKind kind) {
    return row_of(kind).words;
}

/// The kind of that list; nothing for any other.
constexpr std::optional<EventKind> event_kind(std::string_view name) {
    for (std::size_t i = 0; i < event_kind_count; ++i) {
        if (event_kinds[i].name == name) return static_cast<EventKind>(i);
    }
    return std::nullopt;
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
    if constexpr (requires { event.deadline; }) {
        return {event.first, event.deadline};
    } else if constexpr (requires { event.day; }) {
        return {event.day, event.day};
    } else {
        return {event.first, event.last};
    }
}
template <class Event>
constexpr void set_days(Event& event, EventDays days) {
    if constexpr (requires { event.day; }) {
        event.day = days.first;
    } else {
        event.first = days.first;
        if constexpr (requires { event.deadline; }) {
            event.deadline = days.last;
        } else {
            event.last = days.last;
        }
    }
}

template <class Event>
concept Numbered = requires {
    Event::number;
};

/// The number of an event; nothing where it has or states none.
template <class Event>
constexpr std::optional<double> number_of(const Event& event) {
    if constexpr (Numbered<Event>) {
        return event.*Event::number;
    } else {
        return std::nullopt;
    }
}

}  // namespace tumen
