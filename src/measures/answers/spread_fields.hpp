#pragma once
#include "base/rows/fields.hpp"
#include "measures/answers/second_reading.hpp"
#include "measures/answers/spread.hpp"

/// The fields that say what a number spreads over plays.
namespace tumen {

/// `get` finds the spread in a row.
template <class Row, const Spread& (*get)(const Row&)>
inline constexpr auto spread_fields = FieldList{
    Field{"plays", "plays", "Plays that have a value.",
          [](const Row& row) { return get(row).plays; }},
    Field{"without", "plays", "Plays that have none.",
          [](const Row& row) { return get(row).without; }},
    Field{"draws", "draws", "Distinct draws of what is not known among these plays.",
          [](const Row& row) { return get(row).draws; }},
    Field{"middle", "row", "The value that half of the plays lie under.",
          [](const Row& row) { return get(row).middle; }},
    Field{"low", "row", "Where 90 of 100 plays begin.",
          [](const Row& row) { return get(row).all.low; }},
    Field{"high", "row", "Where 90 of 100 plays end.",
          [](const Row& row) { return get(row).all.high; }},
    Field{"luck_low", "row", "Where 90 of 100 plays would begin if luck alone moved the middle.",
          [](const Row& row) {
              const auto& luck = get(row).luck;
              return luck ? std::optional(luck->low) : std::nullopt;
          }},
    Field{"luck_high", "row", "Where 90 of 100 plays would end if luck alone moved the middle.",
          [](const Row& row) {
              const auto& luck = get(row).luck;
              return luck ? std::optional(luck->high) : std::nullopt;
          }},
    Field{"error", "row", "The larger Monte Carlo error of low and high.",
          [](const Row& row) { return get(row).error; }},
    Field{"above", "plays", "Plays in which it is over 0.",
          [](const Row& row) { return get(row).above; }},
    Field{"below", "plays", "Plays in which it is under 0.",
          [](const Row& row) { return get(row).below; }},
    Field{"small", "plays", "Plays in which it is too small to matter, 0 included.",
          [](const Row& row) { return get(row).small; }}};

// What is told of a number by the second reading of the reports.
inline constexpr auto where_told = [](const SecondSpread& spread, double value) {
    return spread.is_told ? std::optional(value) : std::nullopt;
};

template <>
inline constexpr auto fields_of<SecondSpread> = FieldList{
    Field{"told", "", "Whether belief and plays are worth enough for a range.",
          &SecondSpread::is_told},
    Field{"plays", "plays", "Plays with a value.", &SecondSpread::plays},
    Field{"effective", "plays", "How many equal ones they are worth.", &SecondSpread::effective},
    Field{"middle", "row", "The middle of their weight; missing where it is not told.",
          [](const SecondSpread& one) { return where_told(one, one.range.middle); }},
    Field{"low", "row", "Below it lies 5 % of the weight; missing where it is not told.",
          [](const SecondSpread& one) { return where_told(one, one.range.low); }},
    Field{"high", "row", "Below it lies 95 % of the weight; missing where it is not told.",
          [](const SecondSpread& one) { return where_told(one, one.range.high); }},
    Field{"above", "1", "Share of the weight above 0; missing where it is not told.",
          [](const SecondSpread& one) { return where_told(one, one.above); }},
    Field{"below", "1", "Share of the weight below 0; missing where it is not told.",
          [](const SecondSpread& one) { return where_told(one, one.below); }}};

}  // namespace tumen
