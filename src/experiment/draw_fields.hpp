#pragma once
#include "base/rows/fields.hpp"
#include "experiment/results.hpp"
#include "scenario/evidence/ledger.hpp"

/// What is told of what replicates were drawn with: on the page alone, which can play them again.
/// Numbers have every digit there.
namespace tumen {

/// To play everything again, whatever a point holds.
template <>
inline constexpr ResultKind result_kind<ReplicateDraw> = {
    "draw",
    "What was drawn for a replicate, for every point; a point keeps what it holds.",
    "run",
    "",
    "played.draws[]",
    "",
    "replicate"};
template <>
inline constexpr auto fields_of<ReplicateDraw> =
    FieldList{Field{"replicate", "", "Its number.", &ReplicateDraw::replicate},
              Field{"values", "", "Parameters, ranges of entries and what may happen, by name.",
                    &ReplicateDraw::values},
              Field{"rules", "", "Rules, and the rival of each.", &ReplicateDraw::rules}};

/// What was drawn for the point that is told, by name.
struct DrawnParameter {
    std::string id;
};
template <>
inline constexpr ResultKind result_kind<DrawnParameter> = {
    "drawn parameter",
    "A parameter that was drawn for the scenario that is told, or a rule.",
    "run",
    "",
    "drawn_from.parameters[]",
    "",
    "id"};
template <>
inline constexpr auto fields_of<DrawnParameter> = FieldList{
    Field{"id", "", "The parameter; of a rule, rules. and its name.", &DrawnParameter::id},
    Field{"label", "", "What it is called.",
          [](const DrawnParameter& row) {
              const auto ref = find_parameter(row.id);
              return ref ? entry_of(*ref).label : std::string_view(row.id);
          }},
    Field{"unit", "", "The unit of its values; empty for a rule.", [](const DrawnParameter& row) {
              const auto ref = find_parameter(row.id);
              return ref ? name_of(entry_of(*ref).unit) : std::string_view();
          }}};

/// ... and its values, in the order of those parameters.
struct DrawnReplicate {
    std::uint32_t replicate = 0;
    std::vector<DrawnValue> values;
};
template <>
inline constexpr ResultKind result_kind<DrawnReplicate> = {
    "drawn replicate",
    "What a replicate of the scenario that is told was played with.",
    "run",
    "",
    "drawn_from.draws[]",
    "",
    "replicate"};
template <>
inline constexpr auto fields_of<DrawnReplicate> =
    FieldList{Field{"replicate", "", "Its number.", &DrawnReplicate::replicate},
              Field{"values", "", "Values and rivals, in the order of the drawn parameters.",
                    &DrawnReplicate::values}};

}  // namespace tumen
