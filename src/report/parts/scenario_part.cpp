#include <algorithm>

#include "measures/numbers/statistics.hpp"
#include "report/parts/parts.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/explain/explain.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

class Events {
  public:
    explicit Events(const Scenario& scenario) : start_(scenario.start), plan_(scenario.plan) {}

    void add(std::string_view kind, const std::string& label, std::int32_t first, std::int32_t last,
             const Scope& scope) {
        list_.push_back({{"kind", kind},
                         {"label", label + where_text(plan_, scope)},
                         {"from", iso(plus_days(start_, first))},
                         {"to", iso(plus_days(start_, last))}});
    }
    Json list() && { return std::move(list_); }

  private:
    Date start_;
    const Plan& plan_;
    Json list_ = Json::array();
};

std::string schedule_label(const Schedule& entry) {
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
    const Plan& plan = scenario.plan;
    Events events(scenario);
    for (const HandInDrive& drive : plan.hand_in_drives) {
        const bool promised = drive.forgiveness == Forgiveness::promised;
        events.add("hand_in_drive",
                   promised ? "Hand-in drive, promise" : "Hand-in drive, no promise", drive.first,
                   drive.deadline, drive.scope);
    }
    for (const OathDrive& drive : plan.oath_drives) {
        events.add("oath_drive", "Oath drive", drive.first, drive.last, drive.scope);
    }
    for (const Sweep& sweep : plan.sweeps)
        events.add("sweep", "Central team", sweep.first, sweep.last, sweep.scope);
    for (const Meeting& meeting : plan.meetings)
        events.add("meeting", "Meetings", meeting.day, meeting.day, meeting.scope);
    for (const Peak& peak : plan.peaks)
        events.add("peak", "Seasonal pressure", peak.first, peak.last, peak.scope);
    for (const Schedule& entry : plan.schedules) {
        events.add("schedule", schedule_label(entry), entry.first, entry.last, entry.scope);
    }
    return std::move(events).list();
}

}  // namespace tumen
