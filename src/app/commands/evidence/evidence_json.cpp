#include <cmath>

#include "app/commands/evidence/evidence_text.hpp"
#include "belief/severity.hpp"

namespace tumen::app {

namespace {

Json finite(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

Json test_json(const PatternTest& test) {
    if (test.scenario.empty()) return nullptr;
    Json json = {
        {"scenario", test.scenario}, {"against", test.against}, {"statistic", test.statistic}};
    if (test.expectation == Expectation::band) {
        json["band"] = {finite(test.low), finite(test.high)};
    } else {
        json["sign"] = test.expectation == Expectation::positive ? "+" : "-";
    }
    json["judged"] = name_of(test.judged);
    json["settings"] = strings(test.settings);
    json["against_settings"] = strings(test.against_settings);
    if (!test.old_statistic.empty()) json["old_statistic"] = test.old_statistic;
    for (const TestRun& run : test.more)
        json["more"].push_back({{"scenario", run.scenario}, {"settings", strings(run.settings)}});
    return json;
}

}  // namespace

Json parameter_json(const LedgerEntry& entry) {
    Json values = Json::array();
    for (const LedgerValue& value : entry.values) {
        values.push_back({{"value", value.value},
                          {"range", {value.low, value.high}},
                          {"limits", {finite(value.limit_low), finite(value.limit_high)}}});
    }
    return {{"type", "parameter"},
            {"name", entry.name},
            {"symbol", entry.symbol},
            {"label", entry.label},
            {"unit", name_of(entry.unit)},
            {"kind", name_of(entry.kind)},
            {"rule", name_of(entry.group)},
            {"grade", name_of(entry.grade)},
            {"prior", name_of(entry.prior)},
            {"values", std::move(values)},
            {"note", entry.note},
            {"sources", strings(entry.sources)},
            {"patterns", patterns_of(entry)}};
}

Json pattern_json(const Pattern& pattern) {
    return {{"type", "pattern"},
            {"id", pattern.id},
            {"statement", pattern.statement},
            {"place", pattern.place},
            {"dates", pattern.dates},
            {"grade", pattern.grade},
            {"observed", pattern.observed},
            {"independence", pattern.independence},
            {"role", name_of(pattern.role)},
            {"severity", name_of(severity_of(pattern.id))},
            {"note", pattern.note},
            {"sources", strings(pattern.sources)},
            {"parameters", strings(pattern.parameters)},
            {"rules", strings(pattern.rules)},
            {"untestable", pattern.untestable},
            {"switch_off", strings(pattern.switch_off)},
            {"bound", name_of(pattern.bound)},
            {"was", pattern.was},
            {"test", test_json(pattern.test)}};
}

Json source_json(const Source& source) {
    return {{"type", "source"},
            {"id", source.id},
            {"title", source.title},
            {"publisher", source.publisher},
            {"date", source.date},
            {"kind", source.kind},
            {"independence", source.independence},
            {"place", source.place},
            {"note", source.note},
            {"address", source.address},
            {"parameters", parameters_on(source)},
            {"patterns", patterns_on(source)}};
}

}  // namespace tumen::app
