#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "belief/information/fact_fields.hpp"
#include "belief/information/facts.hpp"
#include "belief/information/turning.hpp"
#include "measures/answers/spread.hpp"
#include "measures/numbers/statistics.hpp"

/// What would turn a sentence round, in every face.
namespace tumen {

/// The side of the turning point on which fewer draws are.
enum class TurnedSide : std::uint8_t { above, at_most };
constexpr std::string_view name_of(TurnedSide side) {
    return side == TurnedSide::above ? "above" : "at most";
}
template <>
inline constexpr std::optional<TurnedSide> last_of<TurnedSide> = TurnedSide::at_most;

/// The side of a bound.
enum class BoundSide : std::uint8_t { above, below };
constexpr std::string_view name_of(BoundSide side) {
    return side == BoundSide::above ? "above" : "below";
}
template <>
inline constexpr std::optional<BoundSide> last_of<BoundSide> = BoundSide::below;

constexpr const Fact& fact_of_bound(const Beyond& bound) {
    return *bound.fact;
}
constexpr bool is_of_rule(const Beyond& bound) {
    return bound.fact->kind == FactKind::rule;
}

template <>
inline constexpr auto fields_of<Beyond> = joined(
    fact_fields<Beyond, fact_of_bound>,
    FieldList{
        Field{"unit", "", "Of a value, the unit of its numbers; else empty.",
              [](const Beyond& bound) {
                  const auto ref = find_parameter(bound.fact->id);
                  return ref ? name_of(row_of(*ref).unit) : std::string_view();
              }},
        Field{"choice", "", "Of a rule, the rival that holds; else empty.",
              [](const Beyond& bound) {
                  return is_of_rule(bound) ? std::string_view(bound.fact->choices[bound.column])
                                           : std::string_view();
              }},
        Field{"side", "", "On which side of the bound it is; missing of a rule.",
              [](const Beyond& bound) {
                  const BoundSide side = bound.above ? BoundSide::above : BoundSide::below;
                  return is_of_rule(bound) ? std::nullopt : std::optional(side);
              }},
        Field{"at", "row", "The bound; missing of a rule.",
              [](const Beyond& bound) {
                  return is_of_rule(bound) ? std::nullopt : std::optional(bound.at);
              }},
        Field{"middle", "row", "The value that half of the draws lie under; missing of a rule.",
              [](const Beyond& bound) -> std::optional<double> {
                  if (is_of_rule(bound)) return std::nullopt;
                  std::vector<double> all = bound.fact->columns[bound.column];
                  std::sort(all.begin(), all.end());
                  return quantile(all, 0.5);
              }}});

struct TurningRow {
    const Reversal& reversal;
    const Turning& turning;
    double share = 0;  // of all plays
};

template <>
inline constexpr ResultKind result_kind<TurningRow> = {
    "turning",
    "The draws in which a sentence is the other way round, and the shortest description of them.",
    "value-of-information",
    "turns",
    "first.doubt.turns",
    "",
    "side"};
template <>
inline constexpr auto fields_of<TurningRow> = FieldList{
    Field{"side", "", "The side of the turning point on which fewer draws are.",
          [](const TurningRow& row) {
              return row.reversal.above ? TurnedSide::above : TurnedSide::at_most;
          }},
    Field{"point", "", "Where the sentence turns, in the unit of the number.",
          [](const TurningRow& row) { return row.reversal.point; }},
    Field{"draws", "draws", "Draws that have the number.",
          [](const TurningRow& row) { return row.turning.draws; }},
    Field{"reversed", "draws", "Those on that side.",
          [](const TurningRow& row) { return row.turning.reversed; }},
    Field{"share", "1",
          "Of all plays that have the number, those of one draw each for itself, the share on that "
          "side.",
          &TurningRow::share},
    Field{"at_most", "1",
          "Where there are none: the share of all draws that could be, at most, with 95 %.",
          [](const TurningRow& row) {
              const Turning& turning = row.turning;
              return turning.reversed == 0 ? std::optional(at_most(turning.draws)) : std::nullopt;
          }},
    Field{"bounds", "", "What describes them together; none where nothing short does.",
          [](const TurningRow& row) -> const std::vector<Beyond>& { return row.turning.bounds; }},
    Field{"coverage", "1", "Of those among draws held back, the share within the bounds.",
          [](const TurningRow& row) { return row.turning.coverage; }},
    Field{"density", "1",
          "Of the draws held back within the bounds, the share that are on that side.",
          [](const TurningRow& row) { return row.turning.density; }},
    Field{"inside", "draws", "Draws held back within the bounds.",
          [](const TurningRow& row) { return row.turning.inside; }},
    Field{"held_back", "draws", "Draws held back.",
          [](const TurningRow& row) { return row.turning.held_back; }}};

}  // namespace tumen
