#include <algorithm>

#include "scenario/assembly/assemble.hpp"
#include "scenario/draft/draft.hpp"
#include "scenario/draft/years.hpp"

/// Entries that stand for several: years, steps of a ramp, rows of a table.
namespace tumen {

namespace {

EventDraft later(EventDraft event, int years) {
    event.from.value = years_later(event.from.value, years);
    event.to.value = years_later(event.to.value, years);
    for (TableRow& row : event.table)
        row.from.value = years_later(row.from.value, years);
    return event;
}

/// Pieces of equal length, each with the value of its middle.
void add_steps(const EventDraft& event, std::vector<EventDraft>& all) {
    const std::int32_t days = days_between(event.from.value, event.to.value) + 1;
    if (days < 1) return all.push_back(event);  // refused where days are checked
    const auto step = static_cast<std::int32_t>(event.ramp_step);
    const double rise = event.ramp_to->value - event.number.value;
    for (std::int32_t day = 0; day < days; day += step) {
        const std::int32_t last = std::min(day + step, days) - 1;
        EventDraft piece = event;
        piece.ramp_to.reset();
        piece.from.value = plus_days(event.from.value, day);
        piece.to.value = plus_days(event.from.value, last);
        const double middle = days > 1 ? (day + last) / 2.0 / (days - 1) : 0;
        piece.number.value += rise * middle;
        all.push_back(std::move(piece));
        if (all.size() > scenario_limits.entries) return;
    }
}

void add_rows(const EventDraft& event, std::vector<EventDraft>& all) {
    for (std::size_t i = 0; i < event.table.size(); ++i) {
        EventDraft piece = event;
        piece.table.clear();
        piece.from = event.table[i].from;
        piece.number = event.table[i].value;
        piece.range = event.table[i].range;
        if (i + 1 < event.table.size())
            piece.to.value = plus_days(event.table[i + 1].from.value, -1);
        all.push_back(std::move(piece));
    }
}

void add_pieces(const EventDraft& event, std::vector<EventDraft>& all) {
    if (!event.table.empty()) {
        add_rows(event, all);
    } else if (event.ramp_to) {
        add_steps(event, all);
    } else {
        all.push_back(event);
    }
}

std::vector<EventDraft> all_of(const EventDraft& event, Date last_day) {
    std::vector<EventDraft> all;
    add_pieces(event, all);
    const Date until = event.until ? std::min(event.until->value, last_day) : last_day;
    if (!event.yearly) return all;
    for (int years = 1; all.size() <= scenario_limits.entries; ++years) {
        const EventDraft next = later(event, years);
        if (until < next.from.value || next.from.value <= event.from.value) break;
        add_pieces(next, all);
    }
    return all;
}

}  // namespace

void expand_events(Draft& draft, Problems& problems) {
    if (!draft.start) return;
    const double days = draft.days ? draft.days->value : 1;
    const auto ahead =
        static_cast<std::int32_t>(std::clamp(days, 1.0, static_cast<double>(scenario_limits.days)));
    const Date last_day = plus_days(draft.start->value, ahead - 1);
    for (std::size_t kind = 0; kind < draft.events.size(); ++kind) {
        if (!draft.events[kind]) continue;
        std::vector<EventDraft> all;
        for (const EventDraft& event : *draft.events[kind]) {
            const std::vector<EventDraft> some = all_of(event, last_day);
            all.insert(all.end(), some.begin(), some.end());
            if (all.size() <= scenario_limits.entries) continue;
            problems.add(event.spot,
                         "more than " + std::to_string(scenario_limits.entries) + " entries of [[" +
                             std::string(name_of(static_cast<EventKind>(kind))) + "]]",
                         "a scenario has at most that many, each year, step and row counted");
            all.resize(1);
            break;
        }
        draft.events[kind] = std::move(all);
    }
}

}  // namespace tumen
