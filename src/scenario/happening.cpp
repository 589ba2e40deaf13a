#include "scenario/happening.hpp"

#include <algorithm>
#include <set>

#include "model/event_kinds.hpp"
#include "scenario/event_ranges.hpp"

namespace tumen {

std::vector<std::string> happening_names(const Scenario& scenario) {
    std::set<std::string> names;
    const auto add = [&](const std::vector<Origin>& origins) {
        for (const Origin& origin : origins) {
            if (origin.happened) names.insert(origin.happened->name);
        }
    };
    for (const std::vector<Origin>& origins : scenario.event_origins)
        add(origins);
    return {names.begin(), names.end()};
}

void place_happening(Scenario& scenario, std::string_view name, double place) {
    each_list(scenario.plan, [&](EventKind kind, auto& events) {
        std::vector<Origin>& origins = origins_of(scenario, kind);
        const std::size_t known = std::min(events.size(), origins.size());
        for (std::size_t i = known; i-- > 0;) {
            const std::optional<Happening>& happened = origins[i].happened;
            if (!happened || happened->name != name || place < happened->probability) continue;
            const auto at = static_cast<std::ptrdiff_t>(i);
            events.erase(events.begin() + at);
            origins.erase(origins.begin() + at);
        }
    });
}

bool is_drawn_of_calendar(std::string_view name) {
    return name.starts_with(range_prefix) || name.starts_with(happened_prefix);
}

}  // namespace tumen
