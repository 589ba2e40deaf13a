#include <algorithm>

#include "measures/numbers/statistics.hpp"
#include "report/parts/parts.hpp"
#include "scenario/event_kinds.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/explain/explain.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

std::string label_of(const HandInDrive& drive) {
    return drive.forgiveness == Forgiveness::promised ? "Hand-in drive, promise"
                                                      : "Hand-in drive, no promise";
}
std::string label_of(const OathDrive&) {
    return "Oath drive";
}
std::string label_of(const Sweep&) {
    return "Central team";
}
std::string label_of(const Meeting&) {
    return "Meetings";
}
std::string label_of(const Peak&) {
    return "Seasonal pressure";
}
std::string label_of(const Schedule& entry) {
    const LedgerEntry& ledger = entry_of(entry.parameter);
    std::string label(ledger.label);
    const ParameterRow& row = row_of(entry.parameter);
    if (row.indexing != Indexing::single) {
        label += " (" + std::string(index_name(row.indexing, entry.parameter.index)) + ")";
    }
    return label + ": " + quantity_text(entry.value, ledger.unit);
}

}  // namespace

/// What an older model played is shown as it was stored, and not in the words of this one.
Json scenario_part(const Scenario& scenario, const OlderResults* older, std::uint32_t point) {
    return {{"name", scenario.name},
            {"title", scenario.title},
            {"question", scenario.question},
            {"start", iso(scenario.start)},
            {"days", scenario.plan.days},
            {"hash", older == nullptr ? hex(scenario_hash(scenario)) : older->hashes[point]},
            {"canonical", older == nullptr ? write_scenario(scenario) : older->scenarios[point]},
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
                        {"label", label_of(event) + where_text(scenario.plan, event.scope)},
                        {"from", iso(plus_days(scenario.start, first))},
                        {"to", iso(plus_days(scenario.start, last))}});
    });
    return list;
}

}  // namespace tumen
