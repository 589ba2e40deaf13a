#include "scenario/event_ranges.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "scenario/ledger.hpp"

namespace tumen {

namespace {

/// Calls `with` for each entry whose number may have a range: what was said of it, and the number.
template <class With>
void each_number(Scenario& scenario, With with) {
    Plan& plan = scenario.plan;
    const auto all = [&](auto& entries, std::vector<Origin>& origins, auto number_of) {
        for (std::size_t i = 0; i < std::min(entries.size(), origins.size()); ++i)
            with(origins[i], [&](double value) { number_of(entries[i]) = value; });
    };
    all(plan.meetings, scenario.event_origins[3],
        [](Meeting& meeting) -> std::optional<double>& { return meeting.reach; });
    all(plan.peaks, scenario.event_origins[4], [](Peak& peak) -> double& { return peak.pressure; });
    all(plan.ward_groups, scenario.group_origins,
        [](WardGroup& group) -> double& { return group.share; });
    for (std::size_t i = 0; i < std::min(plan.schedules.size(), scenario.schedule_origins.size());
         ++i) {
        Origin& origin = scenario.schedule_origins[i];
        with(origin, [&](double number) {
            (origin.factor ? *origin.factor : plan.schedules[i].value) = number;
        });
    }
}

std::optional<Said<double>> end_of(const Node& end, Unit unit, Values& values) {
    return values.quantity(Member{"range", end.mark, end}, unit);
}

/// The number that a range of the entry is about.
double& number_of(EventKind kind, EventDraft& event) {
    if (event.factor) return event.factor->value;
    return kind == EventKind::meeting && event.reach ? *event.reach : event.number.value;
}

}  // namespace

double number_at(const EventRange& range, double place) {
    if (place < middle_place)
        return range.low + (range.middle - range.low) * (place / middle_place);
    return range.middle +
           (range.high - range.middle) * ((place - middle_place) / (1 - middle_place));
}

std::vector<std::string> range_names(const Scenario& scenario) {
    std::set<std::string> names;
    const auto add = [&](const std::vector<Origin>& origins) {
        for (const Origin& origin : origins) {
            if (origin.range) names.insert(origin.range->name);
        }
    };
    add(scenario.schedule_origins);
    add(scenario.group_origins);
    for (const std::vector<Origin>& origins : scenario.event_origins)
        add(origins);
    return {names.begin(), names.end()};
}

std::optional<RangeDraft> read_range(const Node& entry, Unit unit, std::string_view owner,
                                     Values& values) {
    const Member* range = entry.find("range");
    const Member* name = entry.find("drawn_as");
    if (range == nullptr && name == nullptr) return std::nullopt;
    Problems& problems = values.problems();
    if (name == nullptr) {
        problems.add(values.spot(range->mark), std::string(owner) + " has a range without drawn_as",
                     "what is drawn together has one name", "add: drawn_as = \"jamming\"");
        return std::nullopt;
    }
    if (range == nullptr) {
        problems.add(values.spot(name->mark), std::string(owner) + " has drawn_as without a range",
                     "there is nothing to draw", "add: range = [low, high]");
        return std::nullopt;
    }
    const auto said = values.text(*name);
    if (!said) return std::nullopt;
    if (is_name(*said) == Answer::no) {
        problems.add(values.spot(name->value.mark),
                     "\"" + printable(*said, 80) + "\" cannot be the name of a range",
                     "names have 1 to 64 small letters, digits and hyphens");
        return std::nullopt;
    }
    const auto& ends = range->value.items;
    if (range->value.kind != Node::Kind::list || ends.size() != 2) {
        problems.add(values.spot(range->value.mark),
                     "range: expected a list of two numbers, as [0.1, 0.5]");
        return std::nullopt;
    }
    auto low = end_of(ends[0], unit, values);
    auto high = end_of(ends[1], unit, values);
    if (!low || !high) return std::nullopt;
    return RangeDraft{{*said, values.spot(name->value.mark)}, *std::move(low), *std::move(high)};
}

void check_range(const std::optional<RangeDraft>& range, double number, Problems& problems) {
    if (!range) return;
    const double first = range->low.value;
    const double last = range->high.value;
    if (std::min(first, last) <= number && number <= std::max(first, last) && first != last) return;
    problems.add(range->low.spot,
                 "the range " + shortest(first) + " to " + shortest(last) + " is not about " +
                     shortest(number),
                 "what stands without a draw lies between the two ends");
}

void check_shares(const std::optional<RangeDraft>& range, std::string_view what,
                  Problems& problems) {
    if (!range) return;
    for (const Said<double>& end : {range->low, range->high}) {
        if (end.value >= 0 && end.value <= 1) continue;
        problems.add(end.spot, std::string(what) + " lies between 0 and 1",
                     "so do both ends of its range");
    }
}

std::optional<EventRange> range_of(const std::optional<RangeDraft>& range, double middle) {
    if (!range) return std::nullopt;
    return EventRange{range->name.value, range->low.value, middle, range->high.value};
}

void place_range(Scenario& scenario, std::string_view name, double place) {
    each_number(scenario, [&](const Origin& origin, auto set_number) {
        if (origin.range && origin.range->name == name) set_number(number_at(*origin.range, place));
    });
}

void apply_factors(Scenario& scenario) {
    Plan& plan = scenario.plan;
    for (std::size_t i = 0; i < std::min(plan.schedules.size(), scenario.schedule_origins.size());
         ++i) {
        const std::optional<double>& factor = scenario.schedule_origins[i].factor;
        if (!factor) continue;
        Schedule& schedule = plan.schedules[i];
        const Interval possible = limits(schedule.parameter);
        schedule.value = std::clamp(*factor * get(plan.parameters, schedule.parameter),
                                    possible.low, possible.high);
    }
}

void hold_ranges(Draft& draft, Problems& problems) {
    for (const auto& [name, place] : draft.places) {
        bool found = false;
        const auto hold = [&](std::optional<RangeDraft>& range, double& number, Spot& spot) {
            if (!range || range->name.value != name) return;
            found = true;
            number = number_at(*range_of(range, number), place.value);
            range.reset();
            spot = place.spot;
        };
        for (std::size_t kind = 0; kind < draft.events.size(); ++kind) {
            if (!draft.events[kind]) continue;
            for (EventDraft& event : *draft.events[kind])
                hold(event.range, number_of(static_cast<EventKind>(kind), event), event.spot);
        }
        if (draft.groups) {
            for (GroupDraft& group : *draft.groups)
                hold(group.range, group.share.value, group.share.spot);
        }
        if (found) continue;
        problems.add(place.spot, "no entry is drawn as \"" + printable(name, 80) + "\"",
                     "ranges are those of the scenario's entries, by their drawn_as",
                     "see them with: tumen scenario explain NAME");
    }
}

}  // namespace tumen
