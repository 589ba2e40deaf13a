#pragma once
#include "base/rows/fields.hpp"
#include "measures/answers/compare.hpp"
#include "measures/answers/plays_compare.hpp"
#include "measures/answers/spread_fields.hpp"

/// What is told of a difference between two scenarios, in every face.
namespace tumen {

template <>
inline constexpr std::optional<Sign> last_of<Sign> = Sign::too_few;
template <>
inline constexpr std::optional<PlaysSign> last_of<PlaysSign> = PlaysSign::too_few;
template <>
inline constexpr std::optional<IntervalMethod> last_of<IntervalMethod> = IntervalMethod::exact;

constexpr std::string_view name_of(IntervalMethod method) {
    if (method == IntervalMethod::student) return "t";
    return method == IntervalMethod::bootstrap ? "bootstrap" : "exact";
}

/// A difference of means on the same luck, of `scenario` less `base`.
struct DifferenceRow {
    std::string_view base;
    std::string_view scenario;
    const PairedDifference& of;
};

/// The same of plays with a draw each: quantiles and shares of plays.
struct PlaysDifferenceRow {
    std::string_view scenario;
    const PlaysDifference& of;
};

constexpr const Spread& difference_spread(const PlaysDifferenceRow& row) {
    return row.of.difference;
}

inline constexpr Without no_sentence_on_page = {
    .page = "it says the same in the reader's language, from the numbers"};

/// What both kinds begin with.
template <class Row>
inline constexpr auto compared_fields = FieldList{
    Field{"scenario", "", "The other scenario, which is compared with the base.", &Row::scenario},
    Field{"id", "", "The headline.",
          [](const Row& row) -> const std::string& { return row.of.headline.id; }},
    Field{"label", "", "What the headline is called.",
          [](const Row& row) -> const std::string& { return row.of.headline.label; }},
    Field{"unit", "", "The unit of its numbers.",
          [](const Row& row) -> const std::string& { return row.of.headline.unit; }}};

template <>
inline constexpr ResultKind result_kind<DifferenceRow> = {
    "difference",
    "A headline of another scenario less that of the base, in means over replicates on the same "
    "luck.",
    "compare --luck-only",
    "others[].differences[]",
    "differences[]",
    "Comparison.differences",
    "scenario id",
    "differences"};
template <>
inline constexpr auto fields_of<DifferenceRow> = joined(
    compared_fields<DifferenceRow>,
    FieldList{
        Field{"pairs", "pairs", "Replicates in which both have a value.",
              [](const DifferenceRow& row) { return row.of.n; }},
        Field{"base", "row", "The mean of the base over these pairs.",
              [](const DifferenceRow& row) { return row.of.base; }},
        Field{"other", "row", "The mean of the other scenario over these pairs.",
              [](const DifferenceRow& row) { return row.of.other; }},
        Field{"difference", "row", "The mean of other less base.",
              [](const DifferenceRow& row) { return row.of.difference; }},
        Field{"low", "row", "Where the 95 % interval of the mean difference begins.",
              [](const DifferenceRow& row) { return row.of.interval.low; }},
        Field{"high", "row", "Where the 95 % interval of the mean difference ends.",
              [](const DifferenceRow& row) { return row.of.interval.high; }},
        Field{"interval", "", "How the interval was found.",
              [](const DifferenceRow& row) { return row.of.method; }},
        Field{"sign", "", "What the interval tells of the sign.",
              [](const DifferenceRow& row) { return row.of.sign; }},
        Field{"told", "", "The same in words, with the number of plays in which it is so.",
              [](const DifferenceRow& row) { return told_of(row.of); }},
        Field{"above", "pairs", "Pairs in which the other scenario is higher.",
              [](const DifferenceRow& row) { return row.of.above; }},
        Field{"below", "pairs", "Pairs in which the other scenario is lower.",
              [](const DifferenceRow& row) { return row.of.below; }},
        Field{"correlation", "1", "Between the two over pairs; missing where one is constant.",
              [](const DifferenceRow& row) { return row.of.correlation; }},
        Field{"variance_reduction", "1",
              "The variance without pairing over that with it; below 1 pairing hurts.",
              [](const DifferenceRow& row) { return row.of.variance_reduction; }},
        Field{"sentence", "", "The difference in one sentence.",
              [](const DifferenceRow& row) { return sentence_of(row.of, row.base); },
              no_sentence_on_page},
        Field{"warning", "", "Where playing both on the same luck did not help; else empty.",
              [](const DifferenceRow& row) { return pairing_warning(row.of); },
              no_sentence_on_page}});

inline constexpr Without within_second = {.command_line = "its `second` has it",
                                          .page = "its first screen has it, row by row"};

/// What is told by the second reading; missing where it is not.
inline constexpr auto told_second = [](const PlaysDifferenceRow& row, auto value) {
    const auto& second = row.of.second;
    return second && second->is_told ? std::optional<double>(value(*second)) : std::nullopt;
};

/// The second reading of the reports, number by number: for a table that has no rows within rows.
inline constexpr auto second_fields = FieldList{
    Field{"second_low", "row",
          "By the second reading of the reports, below it lies 5 % of the weight; missing where it "
          "is not told.",
          [](const PlaysDifferenceRow& row) {
              return told_second(row, [](const SecondSpread& one) { return one.range.low; });
          },
          within_second},
    Field{"second_middle", "row",
          "By the second reading of the reports, the middle; missing where it is not told.",
          [](const PlaysDifferenceRow& row) {
              return told_second(row, [](const SecondSpread& one) { return one.range.middle; });
          },
          within_second},
    Field{
        "second_high", "row",
        "By the second reading of the reports, below it lies 95 % of the weight; missing where it "
        "is not told.",
        [](const PlaysDifferenceRow& row) {
            return told_second(row, [](const SecondSpread& one) { return one.range.high; });
        },
        within_second},
    Field{"second_worth", "plays",
          "How many equal ones the plays are worth by the second reading of the reports; missing "
          "where there is none.",
          [](const PlaysDifferenceRow& row) {
              const auto& second = row.of.second;
              return second ? std::optional(second->effective) : std::nullopt;
          },
          within_second}};

template <>
inline constexpr ResultKind result_kind<PlaysDifferenceRow> = {
    "difference of plays",
    "A headline of another scenario less that of the base, over plays that draw what is not known.",
    "compare",
    "others[].differences[]",
    "differences[]",
    "Comparison.differences",
    "scenario id",
    "differences"};
template <>
inline constexpr auto fields_of<PlaysDifferenceRow> = joined(
    compared_fields<PlaysDifferenceRow>,
    FieldList{
        Field{"pairs", "plays", "Plays in which both have a value.",
              [](const PlaysDifferenceRow& row) { return row.of.difference.plays; }},
        Field{"base", "row", "The middle of the base over plays.",
              [](const PlaysDifferenceRow& row) { return row.of.base.middle; }},
        Field{"other", "row", "The middle of the other scenario over plays.",
              [](const PlaysDifferenceRow& row) { return row.of.other.middle; }},
        Field{"difference", "row", "The middle of other less base over plays.",
              [](const PlaysDifferenceRow& row) { return row.of.difference.middle; }},
        Field{"interval", "", "What low and high are: plays, of which 90 of 100 lie between.",
              [](const PlaysDifferenceRow&) { return std::string_view("plays"); }},
        Field{"sign", "", "What the plays tell of the sign.",
              [](const PlaysDifferenceRow& row) { return row.of.sign; }},
        Field{"told", "",
              "The same in words, with the number of plays and the rules under which it is so.",
              [](const PlaysDifferenceRow& row) -> const std::string& { return row.of.told; }},
        Field{"correlation", "1", "Of means on the same luck alone; missing here.",
              [](const PlaysDifferenceRow&) { return std::optional<double>(); }},
        Field{"variance_reduction", "1", "Of means on the same luck alone; missing here.",
              [](const PlaysDifferenceRow&) { return std::optional<double>(); }},
        Field{"sentence", "", "The difference in one sentence.",
              [](const PlaysDifferenceRow& row) {
                  return row.of.headline.label + ": " + row.of.told + ".";
              },
              no_sentence_on_page},
        Field{"warning", "", "Of means on the same luck alone; empty here.",
              [](const PlaysDifferenceRow&) { return std::string_view(); }, no_sentence_on_page}},
    spread_fields<PlaysDifferenceRow, difference_spread>,
    FieldList{Field{
        "second", "row",
        "The same by the second reading of the reports; missing where there is none.",
        [](const PlaysDifferenceRow& row) { return row.of.second; },
        Without{
            .page = "its first screen has it, row by row",
            .python = "a table of numbers has no rows within rows: columns of their own have it"}}},
    second_fields);

}  // namespace tumen
