#pragma once
#include "base/rows/fields.hpp"
#include "patterns/conclusions.hpp"

/// What is told of a difference under one choice of rules, in every face.
namespace tumen {

template <>
inline constexpr std::optional<Direction> last_of<Direction> = Direction::no_value;

struct ConclusionUnderRules {
    std::string_view rules;
    const Conclusion& conclusion;
    const ConclusionResult& result;
};

template <>
inline constexpr ResultKind result_kind<ConclusionUnderRules> = {
    "difference under rules",
    "A difference between scenarios, and its sign under one choice of rules.",
    "check --rivals",
    "conclusions[].settings[]",
    "",
    "Check.conclusions",
    "rules id"};
template <>
inline constexpr auto fields_of<ConclusionUnderRules> = FieldList{
    Field{"rules", "", "The choice of rules: \"default\", or the rival in its rule's place.",
          &ConclusionUnderRules::rules},
    Field{"id", "", "The difference.",
          [](const ConclusionUnderRules& row) { return row.conclusion.id; }},
    Field{"label", "", "What it is called.",
          [](const ConclusionUnderRules& row) { return row.conclusion.label; },
          Without{.command_line = "said once beside all choices of rules"}},
    Field{"replicates", "replicates", "Replicates in which it has a value.",
          [](const ConclusionUnderRules& row) { return row.result.replicates; }},
    Field{"mean", "", "The mean over these, in the unit of the statistic; missing without any.",
          [](const ConclusionUnderRules& row) {
              return row.result.replicates > 0 ? std::optional(row.result.mean) : std::nullopt;
          }},
    Field{"mean_interval",
          "",
          "The 95 % interval of the mean; missing with a single replicate.",
          [](const ConclusionUnderRules& row) { return row.result.mean_interval; },
          {},
          "low high"},
    Field{"sign",
          "",
          "The sign that this interval tells.",
          [](const ConclusionUnderRules& row) { return row.result.direction; },
          {},
          "direction"}};

}  // namespace tumen
