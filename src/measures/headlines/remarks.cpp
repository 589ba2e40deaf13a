#include "measures/headlines/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "measures/headlines/windows.hpp"

namespace tumen {

namespace {

/// Something of the calendar with a first and a last day.
struct Entry {
    std::string_view what;
    std::int32_t first;
    std::int32_t last;
};

std::vector<Entry> entries_of(const Plan& plan) {
    std::vector<Entry> entries;
    each_event(plan, [&](EventKind kind, std::size_t, const auto& event) {
        const auto [first, last] = event_days(event);
        if (row_of(kind).campaigns == Campaigns::always)
            entries.push_back({words_of(kind), first, last});
    });
    return entries;
}

std::vector<DaySpan> spans(const Plan& plan, WindowPart part) {
    Trajectory run;
    run.days.resize(static_cast<std::size_t>(plan.days));
    run.dates = campaign_dates(plan);
    Window window;
    window.part = part;
    return days_of(window, run, run);
}

}  // namespace

bool outlives_run(const Plan& plan) {
    const std::vector<Entry> entries = entries_of(plan);
    const bool outlives = std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        return entry.first < plan.days && entry.last >= plan.days;
    });
    return outlives;
}

std::size_t separate_parts(const Plan& plan) {
    return spans(plan, WindowPart::active).size();
}

std::vector<std::string> remarks_on(const Scenario& scenario) {
    const Plan& plan = scenario.plan;
    const auto date = [&](std::int32_t day) { return iso(plus_days(scenario.start, day)); };
    std::vector<std::string> remarks;
    for (const Entry& entry : entries_of(plan)) {
        if (entry.last < plan.days) continue;
        remarks.push_back(fmt::format(
            "the {} from {} goes on until {}, and the run ends on {}: what is told of it is told "
            "so far",
            entry.what, date(entry.first), date(entry.last), date(plan.days - 1)));
    }
    if (campaign_of(plan) == Campaign::none) return remarks;
    std::int32_t calm = 0;
    for (const DaySpan& span : spans(plan, WindowPart::between))
        calm += span.last - span.first + 1;
    if (calm > 0) {
        remarks.push_back(fmt::format(
            "its campaign has {} parts with {} days between them, which count to none: sums and "
            "means are of the days of the parts, what changed is from the eve of the first to the "
            "end of the last",
            separate_parts(plan), calm));
    }
    return remarks;
}

}  // namespace tumen
