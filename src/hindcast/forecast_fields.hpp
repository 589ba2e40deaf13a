#pragma once
#include "base/rows/fields.hpp"
#include "hindcast/forecast.hpp"
#include "hindcast/judgement.hpp"
#include "hindcast/known_by.hpp"

/// What is told of forecasts of what will be reported, and of how they did.
namespace tumen {

template <>
inline constexpr std::optional<Hindsight> last_of<Hindsight> = Hindsight::taken_out;
template <>
inline constexpr std::optional<ReportScale> last_of<ReportScale> = ReportScale::count;

/// A target beside the series that it is a report of.
struct ForetoldRow {
    const TargetForecast& of;
    const ReportSeries& series;

    std::vector<double> quantiles(const Mixture& mixture) const {
        return quantiles_of(mixture, series.scale);
    }
    std::optional<std::vector<double>> quantiles(const std::optional<Component>& rival) const {
        if (!rival) return std::nullopt;
        return quantiles_of({*rival}, series.scale);
    }
};

template <>
inline constexpr ResultKind result_kind<ForetoldRow> = {
    "foretold report",
    "What is foretold of a report that is not told yet, by the model and by its rivals.",
    "hindcast",
    "[].forecasts[]",
    "",
    "",
    "id"};
template <>
inline constexpr auto fields_of<ForetoldRow> = FieldList{
    Field{"id", "", "The target.",
          [](const ForetoldRow& row) -> const std::string& { return row.of.question.id; }},
    Field{"series", "", "The series of reports that it belongs to.",
          [](const ForetoldRow& row) -> const std::string& { return row.series.id; }},
    Field{"unit", "", "The unit of its numbers.",
          [](const ForetoldRow& row) -> const std::string& { return row.series.unit; }},
    Field{"scale", "", "What it is scored on: log-odds, the logarithm, or that of one more.",
          [](const ForetoldRow& row) { return row.series.scale; }},
    Field{"voice", "", "Whose reports they are.",
          [](const ForetoldRow& row) -> const std::string& { return row.of.question.voice; }},
    Field{"outlet", "", "Who published it.",
          [](const ForetoldRow& row) -> const std::string& { return row.of.question.outlet; }},
    Field{"grade", "", "How well it is known.",
          [](const ForetoldRow& row) -> const std::string& { return row.of.question.grade; }},
    Field{"told", "", "The day on which it was told.",
          [](const ForetoldRow& row) { return iso(row.of.question.known); }},
    Field{"from", "", "The first of the days that it is about.",
          [](const ForetoldRow& row) { return iso(row.of.question.window.first); }},
    Field{"to", "", "The last of them.",
          [](const ForetoldRow& row) { return iso(row.of.question.window.last); }},
    Field{"forecast", "row",
          "The quantiles that the forecast names; none where no draw has a value.",
          [](const ForetoldRow& row) { return row.quantiles(row.of.forecast); }},
    Field{"prior", "row", "The same without any report.",
          [](const ForetoldRow& row) { return row.quantiles(row.of.prior); }},
    Field{"persistence", "row", "As it was last; missing where the series has no earlier report.",
          [](const ForetoldRow& row) { return row.quantiles(row.of.persistence); }},
    Field{"trend", "row", "On the line through earlier reports; missing where there is none.",
          [](const ForetoldRow& row) { return row.quantiles(row.of.trend); }},
    Field{"without_value", "share", "Weight of the draws in which it has no value.",
          [](const ForetoldRow& row) { return row.of.without_value; }}};

template <>
inline constexpr auto fields_of<Scored> = FieldList{
    Field{"crps", "", "The continuous ranked probability score; smaller is better.", &Scored::crps},
    Field{"log_score", "", "The logarithm of the density, with a changed sign.",
          &Scored::log_score},
    Field{"in_50", "", "Whether it lies in the middle half.",
          [](const Scored& row) { return row.in_half == Covered::yes; }},
    Field{"in_90", "", "Whether it lies in the middle nine tenths.",
          [](const Scored& row) { return row.in_ninety == Covered::yes; }}};

template <>
inline constexpr ResultKind result_kind<TargetScore> = {
    "score of a report",
    "How a report was foretold, on the scale of its series.",
    "hindcast",
    "[].scores.targets[]",
    "",
    "",
    "id"};
template <>
inline constexpr auto fields_of<TargetScore> = FieldList{
    Field{"id", "", "The target.", &TargetScore::id},
    Field{"observed", "row", "What was told.", &TargetScore::observed},
    Field{"model", "", "The forecast.", &TargetScore::model},
    Field{"prior", "", "The prior.", &TargetScore::prior},
    Field{"persistence", "", "As it was last; missing where that says nothing.",
          &TargetScore::persistence},
    Field{"trend", "", "The trend; missing where that says nothing.", &TargetScore::trend}};

template <>
inline constexpr auto fields_of<AgainstRival> =
    FieldList{Field{"skill", "1", "1 less the score over the rival's: 0 is as good, below 0 worse.",
                    [](const AgainstRival& row) { return row.crps.value; }},
              Field{"error", "1", "Its standard error; missing for fewer than two targets.",
                    [](const AgainstRival& row) { return row.crps.error; }},
              Field{"targets", "targets", "Targets for which the rival says something.",
                    [](const AgainstRival& row) { return row.crps.targets; }},
              Field{"log_gain", "", "The rival's mean log score less the forecast's.",
                    &AgainstRival::log_gain}};

/// Nothing where the rival never says anything.
constexpr std::optional<AgainstRival> against(const AgainstRival& rival) {
    return rival.crps.targets == 0 ? std::nullopt : std::optional(rival);
}

template <>
inline constexpr ResultKind result_kind<ScoreSummary> = {
    "scores of a voice",
    "How all reports were foretold, or those of a voice.",
    "hindcast",
    "[].scores.summaries[]",
    "",
    "",
    "voice"};
template <>
inline constexpr auto fields_of<ScoreSummary> = FieldList{
    Field{"voice", "", "Whose reports; `all` for all.",
          [](const ScoreSummary& row) {
              return row.voice.empty() ? std::string_view("all") : std::string_view(row.voice);
          }},
    Field{"targets", "targets", "Targets that were scored.", &ScoreSummary::targets},
    Field{"in_50", "targets", "Of these, in the middle half.", &ScoreSummary::in_half},
    Field{"in_90", "targets", "Of these, in the middle nine tenths.", &ScoreSummary::in_ninety},
    Field{"crps", "", "The mean score.", &ScoreSummary::crps},
    Field{"log_score", "", "The mean log score.", &ScoreSummary::log_score},
    Field{"against_prior", "", "Beside the prior; missing where that says nothing.",
          [](const ScoreSummary& row) { return against(row.prior); }},
    Field{"against_persistence", "", "Beside the last report; missing where there is none.",
          [](const ScoreSummary& row) { return against(row.persistence); }},
    Field{"against_trend", "", "Beside the trend; missing where there is none.",
          [](const ScoreSummary& row) { return against(row.trend); }}};

}  // namespace tumen
