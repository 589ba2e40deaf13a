#include "report/parts/sensitivity_part.hpp"

#include "report/parts/parts.hpp"
#include "scenario/evidence/ledger.hpp"
#include "sensitivity/factor_fields.hpp"

namespace tumen {

namespace {

Json estimated(const Estimated& one) {
    return {{"value", number(one.value)},
            {"lo", one.interval ? number(one.interval->low) : Json()},
            {"hi", one.interval ? number(one.interval->high) : Json()}};
}

/// A row of the kind that the method tells of.
template <Face face>
Json factor_entry(const FactorSensitivity& factor, const HeadlineSensitivity& one,
                  SensitivityMethod method) {
    return method == SensitivityMethod::morris ? row_json<face>(ScreenedRow{one, factor})
                                               : row_json<face>(IndexedRow{one, factor});
}

Json growth_part(const HeadlineSensitivity& one) {
    Json list = Json::array();
    for (const Growth& growth : one.growth) {
        Json strengths = Json::array();
        for (const Estimated& strength : growth.strengths)
            strengths.push_back(estimated(strength));
        list.push_back({{"samples", growth.samples}, {"strengths", std::move(strengths)}});
    }
    return list;
}

Json luck_part(const std::optional<LuckShare>& luck) {
    if (!luck) return nullptr;
    return {{"points", luck->points},
            {"replicates", luck->replicates},
            {"of_runs", number(luck->of_runs())},
            {"of_means", number(luck->of_means())}};
}

template <Face face>
Json headline_entry(const HeadlineSensitivity& one, SensitivityMethod method) {
    Json factors = Json::array();
    for (const FactorSensitivity& factor : one.factors)
        factors.push_back(factor_entry<face>(factor, one, method));
    return {{"id", one.headline.id},
            {"label", one.headline.label},
            {"unit", one.headline.unit},
            {"mean", number(one.mean)},
            {"deviation", number(one.deviation)},
            {"planned", one.planned},
            {"used", one.used},
            {"luck", luck_part(one.luck)},
            {"factors", std::move(factors)},
            {"dummy", one.dummy ? factor_entry<face>(*one.dummy, one, method) : Json()},
            {"growth", growth_part(one)},
            {"sentences", sentences_of(one, method)}};
}

template <Face face>
Json whole(const Sensitivity& sensitivity, const Experiment& experiment) {
    Json list = Json::array();
    for (const HeadlineSensitivity& one : sensitivity.headlines)
        list.push_back(headline_entry<face>(one, sensitivity.method));
    return {
        {"method", name_of(sensitivity.method)}, {"samples", experiment.design->samples},
        {"points", sensitivity.points},          {"replicates", sensitivity.replicates},
        {"failed", sensitivity.failed},          {"missing", sensitivity.missing},
        {"warnings", warnings_of(sensitivity)},  {"parameters", factors_part(*experiment.design)},
        {"headlines", std::move(list)}};
}

}  // namespace

Json sensitivity_json(const Sensitivity& sensitivity, const Experiment& experiment) {
    return whole<Face::command_line>(sensitivity, experiment);
}

Expected<Json, Diagnostic> sensitivity_part(ResultSource& results) {
    if (!sensitivity_method(results.experiment())) return Json();
    auto found = sensitivity_of(results);
    if (!found) return found.error();
    return whole<Face::page>(*found, results.experiment());
}

}  // namespace tumen
