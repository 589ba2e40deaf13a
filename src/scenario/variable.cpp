#include "scenario/variable.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <tuple>

#include "base/text.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

struct DateKey {
    std::string_view key;
    Lasts lasts;
    EventEnd end;
};
constexpr DateKey date_keys[] = {{"from", Lasts::a_while, EventEnd::first},
                                 {"to", Lasts::a_while, EventEnd::last},
                                 {"on", Lasts::one_day, EventEnd::first}};

/// "hand_in_drive" of "hand_in_drive[2].to".
std::string_view head_of(std::string_view name) {
    return name.substr(0, name.find_first_of(".["));
}

/// "2", "last": which of several.
std::optional<std::uint32_t> read_number_of_event(std::string_view text) {
    if (text == "last") return EventDate::final;
    std::uint32_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = end.ec == std::errc() && end.ptr == text.data() + text.size();
    if (!whole || number == 0 || number == EventDate::final || text.front() == '0')
        return std::nullopt;
    return number;
}

Expected<double, Diagnostic> read_rival(std::size_t rule, std::string_view text) {
    const auto& choices = rule_rows()[rule].choices;
    const auto found = std::find(choices.begin(), choices.end(), text);
    if (!text.empty() && found != choices.end())
        return static_cast<double>(found - choices.begin());
    const auto near = did_you_mean(text, choices);
    return diagnostic("\"" + printable(text, 40) + "\" is no choice here",
                      "it is " + choices_text(rule),
                      near && !near->empty() ? "did you mean " + std::string(*near) + "?" : "");
}

/// The value as a place in a list, or as a day; nothing for what is none.
std::optional<std::int32_t> whole_of(double value) {
    if (!(std::abs(value) < 1e8)) return std::nullopt;
    return static_cast<std::int32_t>(std::lround(value));
}

std::string text_of(std::string_view name, double value, const std::string& number) {
    const auto whole = whole_of(value);
    if (!whole) return number;
    if (const auto rule = rule_named(name); rule && *whole >= 0) {
        const auto& choices = rule_rows()[*rule].choices;
        const auto place = static_cast<std::size_t>(*whole);
        if (place < choices.size() && !choices[place].empty()) return std::string(choices[place]);
    }
    if (event_date_named(name)) return iso(Date{*whole});
    return number;
}

/// The order in which a plan has its events.
template <class Event>
auto order_key(const Event& event) {
    const auto [first, last] = event_days(event);
    ParameterRef parameter{};
    double number = 0;
    if constexpr (std::is_same_v<Event, Schedule>) {
        parameter = event.parameter;
        number = event.value;
    } else if constexpr (std::is_same_v<Event, Peak>) {
        number = event.pressure;
    }
    return std::tuple(first, parameter, last, number, event.scope);
}

template <class Event>
void put_in_order(std::vector<Event>& events, std::vector<Origin>& origins) {
    std::vector<std::size_t> order(events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return order_key(events[one]) < order_key(events[other]);
    });
    std::vector<Event> sorted;
    std::vector<Origin> sorted_origins;
    for (const std::size_t place : order) {
        sorted.push_back(events[place]);
        if (place < origins.size()) sorted_origins.push_back(origins[place]);
    }
    events = std::move(sorted);
    origins = std::move(sorted_origins);
}

}  // namespace

std::optional<std::size_t> rule_named(std::string_view name) {
    if (!name.starts_with(rule_prefix)) return std::nullopt;
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (rule_rows()[rule].name == name.substr(rule_prefix.size())) return rule;
    }
    return std::nullopt;
}

std::size_t choices_of(std::size_t rule) {
    const auto& choices = rule_rows()[rule].choices;
    return static_cast<std::size_t>(
        std::count_if(choices.begin(), choices.end(), [](auto one) { return !one.empty(); }));
}

std::string choices_text(std::size_t rule) {
    std::string text;
    for (std::size_t i = 0; i < choices_of(rule); ++i)
        text += (i == 0 ? "one of " : ", ") + std::string(rule_rows()[rule].choices[i]);
    return text;
}

std::optional<EventDate> event_date_named(std::string_view name) {
    const auto kind = event_kind(head_of(name));
    if (!kind) return std::nullopt;
    EventDate date{*kind};
    std::string_view rest = name.substr(head_of(name).size());
    if (rest.starts_with('[')) {
        const std::size_t close = rest.find(']');
        if (close == rest.npos || close == 1) return std::nullopt;
        const auto number = read_number_of_event(rest.substr(1, close - 1));
        if (!number) return std::nullopt;
        date.number = *number;
        rest.remove_prefix(close + 1);
    }
    for (const DateKey& one : date_keys) {
        if (!rest.starts_with('.') || rest.substr(1) != one.key) continue;
        if (one.lasts != row_of(*kind).lasts) continue;
        date.end = one.end;
        return date;
    }
    return std::nullopt;
}

std::optional<std::size_t> place_of(const EventDate& date, std::size_t count) {
    if (count == 0) return std::nullopt;
    if (date.number == EventDate::only)
        return count == 1 ? std::optional<std::size_t>(0) : std::nullopt;
    if (date.number == EventDate::final) return count - 1;
    return date.number <= count ? std::optional<std::size_t>(date.number - 1) : std::nullopt;
}

EventDays moved(EventDays days, EventKind kind, EventEnd end, std::int32_t day) {
    if (row_of(kind).lasts == Lasts::one_day) return {day, day};
    return end == EventEnd::first ? EventDays{day, days.last} : EventDays{days.first, day};
}

bool same_variable(std::string_view one, std::string_view other) {
    if (one == other) return true;
    const auto first = event_date_named(one);
    const auto second = event_date_named(other);
    const auto number = [](const EventDate& date) {
        return date.number == EventDate::only ? 1 : date.number;
    };
    return first && second && first->kind == second->kind && first->end == second->end &&
           number(*first) == number(*second);
}

bool is_variable(std::string_view name) {
    return find_parameter(name) || rule_named(name) || event_date_named(name);
}

std::string_view unit_of_variable(std::string_view name) {
    if (const auto ref = find_parameter(name)) return name_of(row_of(*ref).unit);
    if (rule_named(name)) return "rival";
    return event_date_named(name) ? "date" : "";
}

Expected<double, Diagnostic> read_variable(std::string_view name, std::string_view text) {
    if (const auto ref = find_parameter(name)) return read_quantity(text, row_of(*ref).unit);
    if (const auto rule = rule_named(name)) return read_rival(*rule, trimmed(text));
    if (const auto date = read_date(trimmed(text)))
        return static_cast<double>(date->days_since_epoch);
    return diagnostic("\"" + printable(text, 40) + "\" is no date", "", "write it as 2020-11-01");
}

std::string variable_text(std::string_view name, double value) {
    return text_of(name, value, shortest(value));
}

std::string shown_variable(std::string_view name, double value) {
    char digits[32];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 6);
    return text_of(name, value, std::string(digits, end.ptr));
}

void place_dates(Scenario& scenario, const std::vector<std::pair<EventDate, Date>>& dates) {
    each_list(scenario.plan, [&]<class Event>(EventKind kind, std::vector<Event>& events) {
        bool any = false;
        for (const auto& [date, day] : dates) {
            if (date.kind != kind) continue;
            const auto place = place_of(date, events.size());
            if (!place) continue;
            const EventDays days = event_days(events[*place]);
            set_days(events[*place],
                     moved(days, kind, date.end, days_between(scenario.start, day)));
            any = true;
        }
        if (any) put_in_order(events, origins_of(scenario, kind));
    });
}

}  // namespace tumen
