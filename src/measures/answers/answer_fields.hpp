#pragma once
#include "base/rows/fields.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/answers/spread_fields.hpp"

/// What is told of a headline over plays that draw what is not known.
namespace tumen {

template <>
inline constexpr std::optional<AnswerPart> last_of<AnswerPart> = AnswerPart::level;

template <>
inline constexpr auto fields_of<VarianceShare> =
    FieldList{Field{"share", "1", "A part of the variance.", &VarianceShare::share},
              Field{"error", "1", "Its standard error.", &VarianceShare::error}};

template <>
inline constexpr ResultKind result_kind<VarianceShares> = {
    "shares of a spread",
    "What the spread of a number over plays is made of.",
    "value-of-information",
    "shares",
    "first.doubt.shares",
    "",
    ""};
template <>
inline constexpr auto fields_of<VarianceShares> =
    FieldList{Field{"luck", "1", "What twins differ by.", &VarianceShares::luck},
              Field{"values", "1", "What is neither luck nor rules.", &VarianceShares::values},
              Field{"rules", "1", "Between the choices of rival rules.", &VarianceShares::rules}};

constexpr const Spread& answer_spread(const AnswerRow& row) {
    return row.spread;
}

template <>
inline constexpr ResultKind result_kind<AnswerRow> = {
    "row of an answer",
    "A headline of a run over plays that draw what is not known.",
    "run",
    "plays.rows[]",
    "",
    "",
    "id"};
template <>
inline constexpr auto fields_of<AnswerRow> = joined(
    FieldList{Field{"part", "", "What of the answer it belongs to.", &AnswerRow::part},
              Field{"id", "", "The headline, or the ratio of two.", &AnswerRow::id},
              Field{"label", "", "What it is called.", &AnswerRow::label},
              Field{"unit", "", "The unit of its numbers.", &AnswerRow::unit}},
    spread_fields<AnswerRow, answer_spread>,
    FieldList{
        Field{"second", "row",
              "The same by the second reading of the reports; missing where there is none.",
              &AnswerRow::second},
        Field{"shares", "1", "What its spread is made of; missing where too few twins were played.",
              &AnswerRow::shares}});

}  // namespace tumen
