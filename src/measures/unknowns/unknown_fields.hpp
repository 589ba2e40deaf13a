#pragma once
#include "base/rows/fields.hpp"
#include "measures/unknowns/unknowns.hpp"

/// What is told of the widest unknowns.
namespace tumen {

template <>
inline constexpr ResultKind result_kind<UnknownResult> = {
    "value of an unknown",
    "What a value of one of the widest unknowns leads to, all else at its starting value.",
    "check --unknowns",
    "unknowns[]",
    "",
    "",
    "unknown value"};
template <>
inline constexpr auto fields_of<UnknownResult> = FieldList{
    Field{"unknown", "", "What is not known.",
          [](const UnknownResult& row) { return row.unknown->id; }},
    Field{"label", "", "What it is called.",
          [](const UnknownResult& row) { return row.unknown->label; }},
    Field{"unit", "", "The unit of its values.",
          [](const UnknownResult& row) { return row.unknown->unit; }},
    Field{"how", "", "Which parameters are set.",
          [](const UnknownResult& row) { return row.unknown->how; }},
    Field{"value", "row", "One of its values.", &UnknownResult::value},
    Field{"replicates", "replicates", "Replicates that are done.", &UnknownResult::replicates},
    Field{"official", "people", "Phones or oaths that officials count, the mean over replicates.",
          &UnknownResult::official},
    Field{"changed", "people", "People who stopped calling, the mean over replicates.",
          &UnknownResult::changed},
    Field{"ratio", "1", "What is counted for each of them; missing where no fewer people call.",
          [](const UnknownResult& row) {
              return row.ratio ? row.ratio->value : std::optional<double>();
          }},
    Field{"ratio_interval", "1", "Its 90 % interval, by bootstrap.", [](const UnknownResult& row) {
              return row.ratio ? row.ratio->interval : std::optional<Interval>();
          }}};

}  // namespace tumen
