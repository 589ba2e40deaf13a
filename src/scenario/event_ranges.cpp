#include "scenario/event_ranges.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "model/event_kinds.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/happening.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

constexpr double most_days = 1e8;  // since 1970: some 270,000 years

/// Calls `with` for each entry whose number may have a range: what was said of it, and the number.
template <class With>
void each_number(Scenario& scenario, With with) {
    Plan& plan = scenario.plan;
    const auto all = [&](auto& entries, std::vector<Origin>& origins, auto number_of) {
        for (std::size_t i = 0; i < std::min(entries.size(), origins.size()); ++i)
            with(origins[i], [&](double value) { number_of(entries[i]) = value; });
    };
    each_list(plan, [&]<class Event>(EventKind kind, std::vector<Event>& events) {
        if constexpr (Numbered<Event>) {
            all(
                events, origins_of(scenario, kind),
                [](Event & event) -> auto& { return event.*Event::number; });
        }
    });
    all(plan.ward_groups, scenario.group_origins,
        [](WardGroup& group) -> double& { return group.share; });
    std::vector<Origin>& origins = origins_of(scenario, EventKind::schedule);
    for (std::size_t i = 0; i < std::min(plan.schedules.size(), origins.size()); ++i) {
        Origin& origin = origins[i];
        with(origin, [&](double number) {
            (origin.factor ? *origin.factor : plan.schedules[i].value) = number;
        });
    }
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
    add(scenario.group_origins);
    for (const std::vector<Origin>& origins : scenario.event_origins)
        add(origins);
    return {names.begin(), names.end()};
}

void place_range(Scenario& scenario, std::string_view name, double place) {
    each_number(scenario, [&](const Origin& origin, auto set_number) {
        if (origin.range && origin.range->name == name) set_number(number_at(*origin.range, place));
    });
}

void apply_factors(Scenario& scenario) {
    Plan& plan = scenario.plan;
    const std::vector<Origin>& origins = origins_of(scenario, EventKind::schedule);
    for (std::size_t i = 0; i < std::min(plan.schedules.size(), origins.size()); ++i) {
        const std::optional<double>& factor = origins[i].factor;
        if (!factor) continue;
        Schedule& schedule = plan.schedules[i];
        const Interval possible = limits(schedule.parameter);
        schedule.value = std::clamp(*factor * get(plan.parameters, schedule.parameter),
                                    possible.low, possible.high);
    }
}

namespace {

/// As reading does: a city that does not say how many live in it has as many as the parameter says.
void set_residents(Plan& plan, ParameterRef residents, double value) {
    const double before = get(plan.parameters, residents);
    for (CityPlan& city : plan.cities) {
        if (city.residents == before) city.residents = value;
    }
    set(plan.parameters, residents, value);
}

}  // namespace

Scenario with_values(Scenario base, const std::vector<std::pair<std::string, double>>& values) {
    std::vector<std::pair<EventDate, Date>> dates;
    for (const auto& [name, value] : values) {
        if (const auto ref = find_parameter(name)) {
            if (name == "residents")
                set_residents(base.plan, *ref, value);
            else
                set(base.plan.parameters, *ref, value);
        } else if (name.starts_with(range_prefix)) {
            place_range(base, std::string_view(name).substr(range_prefix.size()), value);
        } else if (name.starts_with(happened_prefix)) {
            place_happening(base, std::string_view(name).substr(happened_prefix.size()), value);
        } else if (const auto rule = rule_named(name)) {
            if (value >= 0 && value < static_cast<double>(choices_of(*rule)))
                set_rule(base.plan.rules, *rule, static_cast<std::size_t>(value));
        } else if (const auto date = event_date_named(name)) {
            if (std::abs(value) < most_days)
                dates.emplace_back(*date, Date{static_cast<std::int32_t>(value)});
        }
    }
    place_dates(base, dates);
    apply_factors(base);
    return base;
}

}  // namespace tumen
