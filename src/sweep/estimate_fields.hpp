#pragma once
#include "base/rows/fields.hpp"
#include "sweep/sweep.hpp"

/// What is told of a headline at a point of a sweep, in every face.
namespace tumen {

struct EstimateRow {
    std::uint32_t point;
    const Headline& headline;
    const PointEstimate& of;
};

inline constexpr Without told_by_place = {
    .page = "many points are drawn: the place among points and headlines says it"};

template <>
inline constexpr ResultKind result_kind<EstimateRow> = {
    "estimate",
    "A headline at a point of a sweep, in means over replicates.",
    "sweep",
    "points[].headlines[]",
    "sweep.points[].estimates[]",
    "Sweep.estimates",
    "point id",
    "sweep-PARAMETER"};
template <>
inline constexpr auto fields_of<EstimateRow> = FieldList{
    Field{"point", "", "The number of the point.", &EstimateRow::point, told_by_place},
    Field{"id", "", "The headline.",
          [](const EstimateRow& row) -> const std::string& { return row.headline.id; },
          told_by_place, "headline"},
    Field{"unit", "", "The unit of its numbers.",
          [](const EstimateRow& row) -> const std::string& { return row.headline.unit; },
          told_by_place},
    Field{"n", "replicates", "Replicates that have a value.",
          [](const EstimateRow& row) { return row.of.n; }},
    Field{"mean", "row", "The mean over them; missing where there is none.",
          [](const EstimateRow& row) {
              return row.of.n > 0 ? std::optional(row.of.mean) : std::nullopt;
          }},
    Field{"low", "row", "Where its 95 % interval begins.",
          [](const EstimateRow& row) {
              return row.of.interval ? std::optional(row.of.interval->low) : std::nullopt;
          }},
    Field{"high", "row", "Where its 95 % interval ends.", [](const EstimateRow& row) {
              return row.of.interval ? std::optional(row.of.interval->high) : std::nullopt;
          }}};

}  // namespace tumen
