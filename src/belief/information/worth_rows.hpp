#pragma once
#include <string_view>
#include <vector>

#include "belief/information/fact_fields.hpp"

/// What would narrow an answer, row by row, in every face.
namespace tumen {

/// Whether another fact can be said to be worth more.
enum class WorthRank : std::uint8_t { less, close, most };
constexpr std::string_view name_of(WorthRank rank) {
    if (rank == WorthRank::most) return "worth most";
    return rank == WorthRank::close ? "too close to say" : "worth less";
}
template <>
inline constexpr std::optional<WorthRank> last_of<WorthRank> = WorthRank::most;

struct WorthRow {
    const Worth* of = nullptr;
    WorthRank rank = WorthRank::less;
    Interval then;          // nine in ten of the plays once it is known
    std::string_view unit;  // of the number
};

/// Nine in ten of the plays, narrowed to `left` of their width on the scale of normal scores, about
/// their middle.
Interval narrowed(const std::vector<double>& sorted_values, double left);

/// In the order of the table. `sorted_values`: the number in each play that has it.
std::vector<WorthRow> worth_rows(const NarrowingTable& table,
                                 const std::vector<double>& sorted_values, std::string_view unit);

/// What would be asked, and of whom, where a fact is the answer to a question; else empty.
std::string_view question_asked(const Fact& fact);
std::string_view who_could_know(const Fact& fact);

constexpr const Fact& fact_of_worth(const WorthRow& row) {
    return *row.of->fact;
}

template <>
inline constexpr ResultKind result_kind<WorthRow> = {
    "worth of a fact",
    "Something that could be known, and how much of a number's spread it would take away.",
    "value-of-information",
    "told[]",
    "first.doubt.narrows.most[] first.doubt.narrows.ask",
    "",
    "id"};
template <>
inline constexpr auto fields_of<WorthRow> = joined(
    fact_fields<WorthRow, fact_of_worth>,
    FieldList{
        Field{"question", "", "How one would ask for it; empty where nobody could be asked.",
              [](const WorthRow& row) { return question_asked(*row.of->fact); }},
        Field{"asked_of", "", "Who could know; empty where nobody could be asked.",
              [](const WorthRow& row) { return who_could_know(*row.of->fact); }},
        Field{"share", "1", "The share of the variance that goes once it is known.",
              [](const WorthRow& row) { return row.of->share; }},
        Field{"low", "1", "Where the 90 % interval of this share begins.",
              [](const WorthRow& row) { return row.of->bounds.low; }},
        Field{"high", "1", "Where it ends.",
              [](const WorthRow& row) { return row.of->bounds.high; }},
        Field{"width_left", "1", "Of the width of 90 of 100 plays, what is left once it is known.",
              [](const WorthRow& row) { return row.of->left; }},
        Field{"rank", "", "Whether another one can be said to be worth more.", &WorthRow::rank},
        Field{"then", "row", "90 of 100 plays once it is known, about the same middle.",
              &WorthRow::then},
        Field{"unit", "", "The unit of the number.", &WorthRow::unit}});

}  // namespace tumen
