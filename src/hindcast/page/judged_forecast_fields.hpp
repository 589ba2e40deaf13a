#pragma once
#include <span>

#include "hindcast/forecast_fields.hpp"
#include "hindcast/page/hindcast_page.hpp"

/// What is told of a forecast as a whole.
namespace tumen {

template <>
inline constexpr ResultKind result_kind<JudgedForecast> = {
    "forecast",
    "What was known on a date, and what is foretold from it.",
    "hindcast",
    "[]",
    "",
    "",
    "cutoff hindsight"};
template <>
inline constexpr auto fields_of<JudgedForecast> = FieldList{
    Field{"cutoff", "", "The date.", [](const JudgedForecast& row) { return iso(row.cut->date); }},
    Field{"hindsight", "", "Whether values and events are as they are believed today.",
          [](const JudgedForecast& row) { return row.cut->hindsight; }},
    Field{"hash", "", "Of the forecast as it was written down.",
          [](const JudgedForecast& row) { return hex(forecast_hash(row.text)); }},
    Field{"reports", "reports", "Reports that weigh the draws.",
          [](const JudgedForecast& row) { return row.forecast.reports; }},
    Field{"draws", "draws", "Draws that were played.",
          [](const JudgedForecast& row) { return row.forecast.draws; }},
    Field{"effective", "draws", "How many draws of equal weight they are worth.",
          [](const JudgedForecast& row) { return row.forecast.effective; }},
    Field{"largest", "share", "The weight of one draw.",
          [](const JudgedForecast& row) { return row.forecast.largest; }},
    Field{"pareto", "1", "The Pareto shape of the largest weights; missing for few draws.",
          [](const JudgedForecast& row) { return row.forecast.pareto; }},
    Field{"relied_on", "", "Whether they are worth enough to be relied on.",
          [](const JudgedForecast& row) { return row.forecast.effective >= fewest_effective; }},
    Field{"not_yet_known", "", "Events of later days, which are not played.",
          [](const JudgedForecast& row) -> const std::vector<std::string>& {
              return row.cut->known.dropped;
          }},
    Field{"events_told_later", "", "Earlier events of which no source is dated by then.",
          [](const JudgedForecast& row) -> const std::vector<std::string>& {
              return row.cut->known.seen;
          }},
    Field{"values_told_later", "", "Values of which a source is dated later.",
          [](const JudgedForecast& row) -> const std::vector<std::string>& {
              return row.cut->told_later;
          }},
    Field{"draws_not_widened", "draws", "Draws for which nothing wider could be played.",
          &JudgedForecast::as_was},
    Field{"quantiles", "probability", "Which quantiles of each target are told.",
          [](const JudgedForecast&) { return std::span<const double>(forecast_quantiles); }}};

}  // namespace tumen
