#include "scenario/draft/range_draft.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "scenario/event_ranges.hpp"

namespace tumen {

namespace {

std::optional<Said<double>> end_of(const Node& end, Unit unit, Values& values) {
    return values.quantity(Member{"range", end.mark, end}, unit);
}

/// The number that a range of the entry is about.
double& number_of(EventDraft& event) {
    if (event.factor) return event.factor->value;
    return event.perhaps ? *event.perhaps : event.number.value;
}

}  // namespace

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
    if (!is_name(*said)) {
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
                hold(event.range, number_of(event), event.spot);
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
