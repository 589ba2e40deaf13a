#include <algorithm>

#include "measures/numbers/statistics.hpp"
#include "model/event_kinds.hpp"
#include "report/parts/parts.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/explain/explain.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

/// What a figure says over an event.
template <class Event>
std::string label_of(EventKind kind, const Event&) {
    return std::string(row_of(kind).label);
}
std::string label_of(EventKind kind, const HandInDrive& drive) {
    return std::string(row_of(kind).label) +
           (drive.forgiveness == Forgiveness::promised ? ", promise" : ", no promise");
}
std::string label_of(EventKind, const Schedule& entry) {
    const LedgerEntry& ledger = entry_of(entry.parameter);
    std::string label(ledger.label);
    const ParameterRow& row = row_of(entry.parameter);
    if (row.indexing != Indexing::single) {
        label += " (" + std::string(index_name(row.indexing, entry.parameter.index)) + ")";
    }
    return label + ": " + quantity_text(entry.value, ledger.unit);
}

/// What no draw replaces, so that the page can draw what the plays drew: its text names everything.
/// Plays of luck alone keep no such list: what is not where the evidence begins was named.
std::vector<std::string> held_in(const Gathered& gathered, std::uint32_t point) {
    if (!gathered.experiment.draws.empty()) return gathered.experiment.points.at(point).held;
    const Plan& plan = gathered.scenario.plan;
    const Parameters start = starting_values();
    std::vector<std::string> names;
    for (const ParameterRef ref : parameter_refs()) {
        if (get(plan.parameters, ref) != get(start, ref)) names.push_back(name_of(ref));
    }
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (rule_choice(plan.rules, rule) != rule_choice(RivalRules{}, rule))
            names.push_back("rules." + std::string(rule_rows()[rule].name));
    }
    return names;
}

}  // namespace

/// What an older model played is shown as it was stored, and not in the words of this one.
Json scenario_part(const Gathered& gathered, std::uint32_t point) {
    const Scenario& scenario = gathered.scenario;
    const OlderResults* older = gathered.older;
    return {{"name", scenario.name},
            {"title", scenario.title},
            {"question", scenario.question},
            {"start", iso(scenario.start)},
            {"days", scenario.plan.days},
            {"hash", older == nullptr ? hex(scenario_hash(scenario)) : older->hashes[point]},
            {"canonical", older == nullptr ? write_scenario(scenario) : older->scenarios[point]},
            {"held", held_in(gathered, point)},
            {"beyond_evidence", scenario.beyond_evidence}};
}

Json cities_part(const Gathered& gathered) {
    Json list = Json::array();
    const std::vector<CityPlan>& cities = gathered.scenario.plan.cities;
    for (std::size_t i = 0; i < cities.size(); ++i) {
        list.push_back(
            {{"name", cities[i].name},
             {"label", cities[i].label.empty() ? cities[i].name : cities[i].label},
             {"residents", number(cities[i].residents)},
             {"adults_median",
              gathered.adults[i].empty() ? Json() : number(median(gathered.adults[i]))}});
    }
    return list;
}

Json events_part(const Scenario& scenario) {
    Json list = Json::array();
    each_event(scenario.plan, [&](EventKind kind, std::size_t, const auto& event) {
        const auto [first, last] = event_days(event);
        list.push_back({{"kind", name_of(kind)},
                        {"label", label_of(kind, event) + where_text(scenario.plan, event.scope)},
                        {"from", iso(plus_days(scenario.start, first))},
                        {"to", iso(plus_days(scenario.start, last))}});
    });
    return list;
}

}  // namespace tumen
