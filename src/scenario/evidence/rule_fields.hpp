#pragma once
#include <algorithm>
#include <span>

#include "base/rows/fields.hpp"
#include "scenario/evidence/rule_rows.hpp"

/// What is told of rival rules, in every face.
namespace tumen {

template <>
inline constexpr ResultKind result_kind<RuleRow> = {
    "rival rule", "A rule on which the literature disagrees.",
    "info rules", "rules[]",
    "",           "",
    "name",       {},
    {},           "rules[]"};
template <>
inline constexpr auto fields_of<RuleRow> = FieldList{
    Field{"name", "", "What scenarios call it.", &RuleRow::name},
    Field{"choices", "", "What can be chosen, the usual one first.", [](const RuleRow& row) {
              const auto end = std::find(row.choices.begin(), row.choices.end(), "");
              return std::span(row.choices.begin(), end);
          }}};

}  // namespace tumen
