#include "measures/headlines/windows.hpp"

#include <algorithm>

namespace tumen {

namespace {

constexpr std::int32_t days_before = 30;  // the calm that `before` without a number means

using Spans = std::vector<DaySpan>;

/// Day `at` of a span: from its first day, or from behind its last where it is negative.
std::int32_t day_in(const DaySpan& span, std::int32_t at) {
    return at >= 0 ? span.first + at : std::max(span.first, span.last + 1 + at);
}

DaySpan part_of(const Window& window, const DaySpan& span) {
    if (window.extent == Window::Extent::whole) return span;
    return {day_in(span, window.from), day_in(span, window.to)};
}

Spans events_of(const CampaignDates& dates, WindowPart part) {
    switch (part) {
        case WindowPart::drive:
            return dates.hand_in_drives;
        case WindowPart::oath:
            return dates.oath_drives;
        default:
            return dates.sweeps;
    }
}

/// The events of the kind, or the one that is named.
Spans chosen(const Window& window, Spans events) {
    if (window.event == Window::every || events.empty()) return events;
    const auto count = static_cast<std::int32_t>(events.size());
    const std::int32_t which = window.event == Window::final ? count : window.event;
    if (which > count) return {};
    return {part_of(window, events[static_cast<std::size_t>(which - 1)])};
}

/// One span for days that overlap or follow on each other, so that no day counts twice.
Spans joined(Spans spans) {
    std::sort(spans.begin(), spans.end(),
              [](const DaySpan& one, const DaySpan& other) { return one.first < other.first; });
    Spans result;
    for (const DaySpan& span : spans) {
        if (span.last < span.first) continue;
        if (!result.empty() && span.first <= result.back().last + 1) {
            result.back().last = std::max(result.back().last, span.last);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

/// Days on which a drive, an oath drive or a sweep is on; all of a campaign that has none of these.
Spans active(const CampaignDates& dates) {
    Spans busy = dates.hand_in_drives;
    busy.insert(busy.end(), dates.oath_drives.begin(), dates.oath_drives.end());
    busy.insert(busy.end(), dates.sweeps.begin(), dates.sweeps.end());
    if (busy.empty()) busy.push_back({dates.window.first, dates.window.last});
    return joined(std::move(busy));
}

/// The other days of the campaign.
Spans between(const CampaignDates& dates) {
    Spans calm;
    std::int32_t from = dates.window.first;
    for (const DaySpan& span : active(dates)) {
        calm.push_back({from, span.first - 1});
        from = span.last + 1;
    }
    return calm;
}

Spans of_campaign(const Window& window, const CampaignDates& dates, std::int32_t days) {
    const DaySpan campaign{dates.window.first, dates.window.last};
    switch (window.part) {
        case WindowPart::eve: {
            const std::int32_t day = std::max(0, campaign.first - 1);
            return {{day, day}};
        }
        case WindowPart::before: {
            const bool cut = window.extent == Window::Extent::cut;
            return {{campaign.first - (cut ? window.to : days_before), campaign.first - 1}};
        }
        case WindowPart::during:
            return {part_of(window, campaign)};
        case WindowPart::active:
            return active(dates);
        case WindowPart::between:
            return between(dates);
        default:
            return {part_of(window, {campaign.last + 1, days - 1})};
    }
}

}  // namespace

std::vector<DaySpan> days_of(const Window& window, const Trajectory& on,
                             const Trajectory& scenario) {
    const auto days = static_cast<std::int32_t>(on.days.size());
    const CampaignDates& own = on.dates;
    Spans spans;
    if (window.part >= WindowPart::drive) {
        Spans events = events_of(own, window.part);
        if (events.empty()) events = events_of(scenario.dates, window.part);
        spans = chosen(window, std::move(events));
    } else {
        const CampaignDates& dates = own.campaign == Campaign::none ? scenario.dates : own;
        const bool whole = window.part == WindowPart::all || dates.campaign == Campaign::none;
        spans = whole ? Spans{{0, days - 1}} : of_campaign(window, dates, days);
        if (window.part == WindowPart::all) spans = {part_of(window, {0, days - 1})};
    }
    for (DaySpan& span : spans)
        span = {std::max(span.first, 0), std::min(span.last, days - 1)};
    return joined(std::move(spans));
}

}  // namespace tumen
