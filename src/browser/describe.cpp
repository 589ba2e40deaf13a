#include "browser/describe.hpp"

#include "belief/ledger_fields.hpp"
#include "browser/draws.hpp"
#include "browser/row_text.hpp"
#include "experiment/draws.hpp"
#include "model/diary.hpp"
#include "model/event_kind_fields.hpp"
#include "model/observable_fields.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/evidence/rule_fields.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen::browser {

namespace {

std::vector<ToldParameter> told_parameters() {
    std::vector<ToldParameter> told;
    for (const ParameterRef ref : parameter_refs())
        told.push_back({ref});
    return told;
}

constexpr std::uint32_t most_plays = 256;  // that the page answers from

/// One entry: play by play how much it counts where reports are read the second way.
void write_second(JsonWriter& json, const SecondPlays& second) {
    json.open('{').field("how", second.how).field("told", second.is_told ? 1 : 0);
    json.key("families").open('[');
    for (const SecondPlay& play : second.plays)
        json.value(play.family);
    json.close(']').key("weights").open('[');
    for (const SecondPlay& play : second.plays)
        json.value(play.weight);
    json.close(']').close('}');
}

/// From what plays draw their values and rules; a list of one second reading of the reports, or of
/// none.
void write_draws(JsonWriter& json) {
    const Draws& draws = Draws::ledger();
    json.open('{').field("from", draws.outdated().empty() ? "belief" : "prior");
    json.field("why", draws.outdated()).field("problem", draws.problem());
    json.field("effective", draws.effective()).field("distinct", draws.distinct());
    json.key("second").open('[');
    if (const auto second = draws.second(most_plays)) write_second(json, *second);
    json.close(']').close('}');
}

void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names) {
    json.key(key).open('[');
    for (const std::string& name : names)
        json.value(name);
    json.close(']');
}

void write_events(JsonWriter& json, const Scenario& scenario) {
    each_event(scenario.plan, [&](EventKind kind, std::size_t, const auto& event) {
        const auto [first, last] = event_days(event);
        json.open('{').field("kind", name_of(kind)).field("label", row_of(kind).label);
        json.field("first", first).field("last", last);
        json.field("from", iso(plus_days(scenario.start, first)));
        json.field("to", iso(plus_days(scenario.start, last))).close('}');
    });
}

/// Whether a page would keep its reader waiting: a play of so many residents and days takes
/// seconds.
bool is_too_big(const EmbeddedScenario& embedded) {
    constexpr double most_resident_days = 1e9;
    const EmbeddedFiles files;
    const auto scenario = read_scenario(embedded.name, files, {});
    if (!scenario) return true;
    const Plan& plan = scenario->plan;
    double residents = 0;
    for (const CityPlan& city : plan.cities)
        residents += city.residents;
    return residents * (plan.days + plan.parameters.population.warmup) > most_resident_days;
}

}  // namespace

std::string describe_model() {
    JsonWriter json;
    json.open('{').field("fingerprint", model_fingerprint());
    write_rows(json, "parameters", told_parameters());
    write_rows(json, "observables", observable_rows());
    write_rows(json, "rules", rule_rows());
    write_rows(json, "sources", ledger_sources());
    write_rows(json, "event_kinds", event_kinds);
    json.key("events").open('[');
    for (std::size_t i = 0; i < diary_event_count; ++i) {
        const DiaryEventRow row = row_of(static_cast<DiaryEvent>(i));
        json.open('{').field("name", row.name).field("rule", row.rule).key("outcomes").open('[');
        for (const std::string_view outcome : row.outcomes)
            json.value(outcome);
        json.close(']').close('}');
    }
    json.close(']').key("draws");
    write_draws(json);
    json.key("scenarios").open('[');
    for (const EmbeddedScenario& scenario : embedded_scenarios())
        json.value(scenario.name);
    json.close(']').key("too_big").open('[');
    for (const EmbeddedScenario& scenario : embedded_scenarios()) {
        if (is_too_big(scenario)) json.value(scenario.name);
    }
    return json.close(']').close('}').take();
}

std::string describe_scenario(const Scenario& scenario) {
    const Plan& plan = scenario.plan;
    JsonWriter json;
    json.open('{').field("name", scenario.name).field("title", scenario.title);
    json.field("question", scenario.question).field("start", iso(scenario.start));
    json.field("days", plan.days).field("hash", hex(scenario_hash(scenario)));
    json.field("parameter_hash", hex(parameter_hash(plan)));
    json.field("canonical", write_scenario(scenario)).key("cities").open('[');
    for (const CityPlan& city : plan.cities) {
        json.open('{').field("name", city.name).field("label", city.label);
        json.field("residents", city.residents).close('}');
    }
    const CampaignWindow window = campaign_window(plan);
    json.close(']').key("campaign").open('[').value(window.first).value(window.last).close(']');
    json.key("events").open('[');
    write_events(json, scenario);
    json.close(']').key("values").open('{');
    for (const ParameterRef ref : parameter_refs()) {
        json.field(name_of(ref), get(plan.parameters, ref));
    }
    json.close('}').key("rules").open('{');
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const RuleRow& row = rule_rows()[rule];
        json.field(row.name, row.choices[rule_choice(plan.rules, rule)]);
    }
    json.close('}');
    write_names(json, "beyond_evidence", scenario.beyond_evidence);
    write_names(json, "named", named_by(scenario));
    write_names(json, "held", held_by(scenario));
    return json.close('}').take();
}

std::string describe_problems(const Diagnostics& problems) {
    JsonWriter json;
    json.open('{').key("errors").open('[');
    for (const Diagnostic& problem : problems) {
        json.open('{').field("problem", problem.problem).field("line", problem.line);
        json.field("column", problem.column).field("text", describe(problem)).close('}');
    }
    return json.close(']').close('}').take();
}

}  // namespace tumen::browser
