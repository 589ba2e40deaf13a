#pragma once
#include <span>

#include "base/rows/fields.hpp"
#include "belief/prior/implied.hpp"

/// What is told of quantities that people have views on.
namespace tumen {

template <>
inline constexpr ResultKind result_kind<Implied> = {
    "implied quantity",
    "What the priors imply for a quantity that people have views on, beside what is known of it.",
    "evidence implied",
    "[]",
    "",
    "",
    "id"};
template <>
inline constexpr auto fields_of<Implied> = FieldList{
    Field{"id", "", "The quantity.",
          [](const Implied& row) -> const std::string& { return row.quantity->id; }},
    Field{"quantity", "", "What it is, with its unit.",
          [](const Implied& row) -> const std::string& { return row.quantity->quantity; }},
    Field{"known", "", "What is known of it: 5, 50 and 95 %.",
          [](const Implied& row) { return std::span<const double>(row.quantity->known); }},
    Field{"grade", "", "How well it is known.",
          [](const Implied& row) -> const std::string& { return row.quantity->grade; }},
    Field{"reserved", "", "The pattern that rests on the same evidence; empty where there is none.",
          [](const Implied& row) -> const std::string& { return row.quantity->reserved; }},
    Field{"note", "", "What is to be said of it.",
          [](const Implied& row) -> const std::string& { return row.quantity->note; }},
    Field{"implied", "", "5, 50 and 95 % of the draws that have a value; missing where none has.",
          [](const Implied& row) {
              const std::span<const double> all(row.quantiles);
              return row.draws > 0 ? std::optional(all) : std::nullopt;
          }},
    Field{"within", "share", "Of these draws, inside the known 5 to 95 %.", &Implied::within},
    Field{"draws", "draws", "Draws that have a value.", &Implied::draws},
    Field{"without_value", "draws", "Draws that have none.", &Implied::without},
    Field{"asks_for_a_look", "", "Whether the prior should be looked at again.",
          &Implied::asks_for_a_look}};

}  // namespace tumen
