#include "report/parts/sensitivity_part.hpp"

#include "report/parts/parts.hpp"
#include "scenario/evidence/ledger.hpp"
#include "sensitivity/sensitivity_words.hpp"

namespace tumen {

namespace {

Json estimated(const Estimated& one) {
    return {{"value", number(one.value)},
            {"lo", one.interval ? number(one.interval->low) : Json()},
            {"hi", one.interval ? number(one.interval->high) : Json()}};
}

Json factor_entry(const FactorSensitivity& factor, const HeadlineSensitivity& one) {
    Json entry = {{"name", factor.name}, {"strength", estimated(factor.strength)}};
    if (factor.screening) {
        entry["mu"] = estimated(factor.screening->mean);
        entry["mu_star"] = estimated(factor.screening->size);
        entry["sigma"] = estimated(factor.screening->spread);
        entry["effects"] = factor.screening->effects;
    }
    if (factor.index) {
        entry["first"] = estimated(factor.index->first);
        entry["total"] = estimated(factor.index->total);
    }
    if (factor.name == dummy_name) return entry;
    entry["standing"] = name_of(factor.standing);
    entry["best"] = factor.best;
    entry["worst"] = factor.worst;
    entry["sentence"] = sentence_of(factor, one.headline);
    return entry;
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

Json headline_entry(const HeadlineSensitivity& one, SensitivityMethod method) {
    Json factors = Json::array();
    for (const FactorSensitivity& factor : one.factors)
        factors.push_back(factor_entry(factor, one));
    return {{"id", one.headline.id},
            {"label", one.headline.label},
            {"unit", one.headline.unit},
            {"mean", number(one.mean)},
            {"deviation", number(one.deviation)},
            {"planned", one.planned},
            {"used", one.used},
            {"luck", luck_part(one.luck)},
            {"factors", std::move(factors)},
            {"dummy", one.dummy ? factor_entry(*one.dummy, one) : Json()},
            {"growth", growth_part(one)},
            {"sentences", sentences_of(one, method)}};
}

}  // namespace

Json sensitivity_json(const Sensitivity& sensitivity, const Experiment& experiment) {
    Json list = Json::array();
    for (const HeadlineSensitivity& one : sensitivity.headlines)
        list.push_back(headline_entry(one, sensitivity.method));
    return {
        {"method", name_of(sensitivity.method)}, {"samples", experiment.design->samples},
        {"points", sensitivity.points},          {"replicates", sensitivity.replicates},
        {"failed", sensitivity.failed},          {"missing", sensitivity.missing},
        {"warnings", warnings_of(sensitivity)},  {"parameters", factors_part(*experiment.design)},
        {"headlines", std::move(list)}};
}

Expected<Json, Diagnostic> sensitivity_part(ResultSource& results) {
    if (!sensitivity_method(results.experiment())) return Json();
    auto found = sensitivity_of(results);
    if (!found) return found.error();
    return sensitivity_json(*found, results.experiment());
}

}  // namespace tumen
