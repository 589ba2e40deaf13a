#include <iterator>

#include "app/cli/terminal/json.hpp"
#include "app/commands/belief/hindcast_output.hpp"

namespace tumen::app {

namespace {

Json json_of(const Scored& score) {
    return {{"crps", score.crps},
            {"log_score", score.log_score},
            {"in_50", score.in_half == Covered::yes},
            {"in_90", score.in_ninety == Covered::yes}};
}

Json json_of(const std::optional<Scored>& score) {
    return score ? json_of(*score) : Json(nullptr);
}

Json json_of(const AgainstRival& against) {
    if (against.crps.targets == 0) return nullptr;
    return {{"skill", against.crps.value},
            {"error", against.crps.error},
            {"targets", against.crps.targets},
            {"log_gain", against.log_gain}};
}

Json json_of(const ScoreSummary& summary) {
    return {{"voice", summary.voice.empty() ? "all" : summary.voice},
            {"targets", summary.targets},
            {"in_50", summary.in_half},
            {"in_90", summary.in_ninety},
            {"crps", summary.crps},
            {"log_score", summary.log_score},
            {"against_prior", json_of(summary.prior)},
            {"against_persistence", json_of(summary.persistence)},
            {"against_trend", json_of(summary.trend)}};
}

Json json_of(const Targets& targets, const TargetForecast& one) {
    const ReportSeries& series = targets.series[one.question.series];
    const auto rival = [&](const std::optional<Component>& component) -> Json {
        if (!component) return nullptr;
        return quantiles_of({*component}, series.scale);
    };
    return {{"id", one.question.id},
            {"series", series.id},
            {"unit", series.unit},
            {"scale", name_of(series.scale)},
            {"voice", one.question.voice},
            {"outlet", one.question.outlet},
            {"grade", one.question.grade},
            {"told", iso(one.question.known)},
            {"from", iso(one.question.window.first)},
            {"to", iso(one.question.window.last)},
            {"forecast", quantiles_of(one.forecast, series.scale)},
            {"prior", quantiles_of(one.prior, series.scale)},
            {"persistence", rival(one.persistence)},
            {"trend", rival(one.trend)},
            {"without_value", one.without_value}};
}

Json json_of(const Judgement& judgement) {
    Json scores = Json::array();
    for (const TargetScore& one : judgement.targets) {
        scores.push_back({{"id", one.id},
                          {"observed", one.observed},
                          {"model", json_of(one.model)},
                          {"prior", json_of(one.prior)},
                          {"persistence", json_of(one.persistence)},
                          {"trend", json_of(one.trend)}});
    }
    Json summaries = Json::array();
    for (const ScoreSummary& one : judgement.summaries)
        summaries.push_back(json_of(one));
    return {{"targets", std::move(scores)},
            {"unforeseen", judgement.unforeseen},
            {"summaries", std::move(summaries)}};
}

}  // namespace

void print_forecasts_json(const Targets& targets, const std::vector<JudgedForecast>& made,
                          Terminal& terminal) {
    Json all = Json::array();
    for (const JudgedForecast& one : made) {
        const Forecast& forecast = one.forecast;
        Json entries = Json::array();
        for (const TargetForecast& target : forecast.targets)
            entries.push_back(json_of(targets, target));
        all.push_back({{"cutoff", iso(one.cut->date)},
                       {"hindsight", name_of(one.cut->hindsight)},
                       {"hash", hex(forecast_hash(one.text))},
                       {"reports", forecast.reports},
                       {"draws", forecast.draws},
                       {"effective", forecast.effective},
                       {"largest", forecast.largest},
                       {"pareto", forecast.pareto},
                       {"relied_on", forecast.effective >= fewest_effective},
                       {"not_yet_known", one.cut->known.dropped},
                       {"events_told_later", one.cut->known.seen},
                       {"values_told_later", one.cut->told_later},
                       {"draws_not_widened", one.as_was},
                       {"quantiles", std::vector<double>(std::begin(forecast_quantiles),
                                                         std::end(forecast_quantiles))},
                       {"forecasts", std::move(entries)},
                       {"scores", one.judgement ? json_of(*one.judgement) : Json(nullptr)}});
    }
    print_json(all, terminal);
}

}  // namespace tumen::app
