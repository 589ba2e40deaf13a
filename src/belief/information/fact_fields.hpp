#pragma once
#include <string>

#include "belief/information/narrowing.hpp"
#include "belief/ledger_fields.hpp"
#include "model/parameter_table.hpp"

/// What is told of a fact, wherever a row is about one.
namespace tumen {

template <>
inline constexpr std::optional<FactKind> last_of<FactKind> = FactKind::question;

/// `get` finds the fact in a row.
template <class Row, const Fact& (*get)(const Row&)>
inline constexpr auto fact_fields = FieldList{
    Field{"id", "", "The value, the rule, the group or the question.",
          [](const Row& row) -> const std::string& { return get(row).id; }},
    Field{"label", "", "What it is called.",
          [](const Row& row) -> const std::string& { return get(row).label; }},
    Field{"kind", "", "What could be known of it.", [](const Row& row) { return get(row).kind; }},
    Field{"index", "", "Of a value by role or by sentence, whose it is; else empty.",
          [](const Row& row) {
              const auto ref = find_parameter(get(row).id);
              return ref ? index_name(row_of(*ref).indexing, ref->index) : std::string_view();
          }},
    Field{"grade", "", "Of a value, how well the evidence knows it.", [](const Row& row) {
              const auto ref = find_parameter(get(row).id);
              return ref ? std::optional(entry_of(*ref).grade) : std::nullopt;
          }}};

}  // namespace tumen
