#pragma once
#include "base/rows/fields.hpp"
#include "belief/belief.hpp"
#include "belief/moved_values.hpp"
#include "belief/severity.hpp"
#include "belief/verdict_fields.hpp"

/// What is told of a belief.
namespace tumen {

/// The belief itself, and whether it holds.
struct BeliefRow {
    const Belief& of;
    std::string why_not;  // it does not hold; empty where it does
};

template <>
inline constexpr ResultKind result_kind<BeliefRow> = {
    "belief",
    "What is believed once the patterns were looked at, and what it is worth.",
    "belief show",
    "{}",
    "",
    "",
    "reading"};
template <>
inline constexpr auto fields_of<BeliefRow> = FieldList{
    Field{"holds", "", "Whether it was made from this model and this evidence.",
          [](const BeliefRow& row) { return row.why_not.empty(); }},
    Field{"why_not", "", "Why it does not hold; empty where it does.", &BeliefRow::why_not},
    Field{"draws", "draws", "Draws that replicates take in turn.",
          [](const BeliefRow& row) { return row.of.draws.size(); }},
    Field{"effective", "draws", "How many draws of equal weight it is worth.",
          [](const BeliefRow& row) { return row.of.effective; }},
    Field{"pareto", "1", "The Pareto shape of the largest weights.",
          [](const BeliefRow& row) { return row.of.pareto; }},
    Field{"largest", "share", "The weight of one draw.",
          [](const BeliefRow& row) { return row.of.largest; }},
    Field{"candidates", "draws", "Draws of the prior that were tried.",
          [](const BeliefRow& row) { return row.of.candidates; }},
    Field{"plays", "draws", "Those that went through all patterns.",
          [](const BeliefRow& row) { return row.of.plays; }},
    Field{"residents", "people", "Of every city that was played; 0: as many as it has.",
          [](const BeliefRow& row) { return row.of.residents; }},
    Field{"without", "", "The voice that was left out; missing where none was.",
          [](const BeliefRow& row) {
              const std::string& voice = row.of.without;
              return voice.empty() ? std::nullopt : std::optional<std::string_view>(voice);
          }},
    Field{"reading", "", "Whether reports were read the first or the second way.",
          [](const BeliefRow& row) -> std::string_view {
              return row.of.second ? "second" : "first";
          }}};

template <>
inline constexpr ResultKind result_kind<RuleBelief> = {
    "belief in a rule",
    "How probable the choices of a rival rule are, before and after the patterns were looked at.",
    "belief show",
    "rules[]",
    "",
    "",
    "rule choice"};
template <>
inline constexpr auto fields_of<RuleBelief> =
    FieldList{Field{"rule", "", "The rival rule.", &RuleBelief::rule},
              Field{"choice", "", "One of its choices.", &RuleBelief::choice},
              Field{"prior", "probability", "Before.", &RuleBelief::prior},
              Field{"belief", "probability", "After.", &RuleBelief::belief},
              Field{"error", "probability", "The Monte Carlo error, one standard error.",
                    &RuleBelief::error}};

template <>
inline constexpr ResultKind result_kind<PatternBelief> = {
    "belief in a pattern",
    "How many draws show a pattern, before and after the patterns were looked at.",
    "belief show",
    "patterns[]",
    "",
    "",
    "id"};
template <>
inline constexpr auto fields_of<PatternBelief> = FieldList{
    Field{"id", "", "The pattern.", &PatternBelief::id},
    Field{"prior", "share", "Of the draws of the prior, those that show it.",
          &PatternBelief::prior},
    Field{"played", "draws", "Draws of the prior that were played for it.", &PatternBelief::played},
    Field{"severity", "", "How much of a test it is.",
          [](const PatternBelief& row) { return severity_of(row); }},
    Field{"belief", "share", "Of the weight; missing where nothing is fitted to it.",
          &PatternBelief::belief},
    Field{"error", "share", "The Monte Carlo error, one standard error.", &PatternBelief::error},
    Field{"worse", "", "Whether fewer draws show it than before, beyond two errors.", got_worse}};

template <>
inline constexpr auto fields_of<TruthsHeld> = FieldList{
    Field{"truths", "truths", "Truths of which something has a value.", &TruthsHeld::truths},
    Field{"held", "truths", "Those that a 90 % interval holds.", &TruthsHeld::held}};

template <>
inline constexpr ResultKind result_kind<CoverageTable> = {
    "truths found again",
    "How often known truths are found again from what would be reported of them.",
    "belief show",
    "coverage",
    "",
    "",
    "truths"};
template <>
inline constexpr auto fields_of<CoverageTable> = FieldList{
    Field{"truths", "truths", "Draws that were taken for the truth.", &CoverageTable::truths},
    Field{"effective", "draws", "Draws that a truth was told from, the mean over truths.",
          &CoverageTable::effective},
    Field{"told", "", "What is to be said of all quantities, a sentence each.", coverage_told}};

template <>
inline constexpr ResultKind result_kind<Coverage> = {
    "truths of a quantity",
    "The same of a quantity that no report is about.",
    "belief show",
    "coverage.quantities[]",
    "",
    "",
    "id"};
template <>
inline constexpr auto fields_of<Coverage> = FieldList{
    Field{"id", "", "A pattern that is measured and not fitted.", &Coverage::quantity},
    Field{"all", "", "Each candidate in turn is the truth.", &Coverage::all},
    Field{"below", "truths", "Truths under the interval.", &Coverage::below},
    Field{"above", "truths", "Truths over it.", &Coverage::above},
    Field{"first", "", "The first hundred truths.", &Coverage::first},
    Field{"first_unweighed", "", "The same by all candidates, whatever was reported of them.",
          &Coverage::unweighed},
    Field{"hundreds", "", "Whole hundreds of truths, and those of which 84 to 96 are held.",
          &Coverage::hundreds}};

/// A value that is drawn, and whether it is one of those that moved.
struct MovedRow {
    const MovedValue& of;
    bool moved;
};

template <>
inline constexpr ResultKind result_kind<MovedRow> = {
    "belief in a value",
    "Where a value lay in the prior, and where it lies in the belief.",
    "belief show",
    "values[]",
    "",
    "",
    "name"};
template <>
inline constexpr auto fields_of<MovedRow> =
    FieldList{Field{"name", "", "The value.",
                    [](const MovedRow& row) -> const std::string& { return row.of.name; }},
              Field{"before", "", "What nine tenths of the prior lie between.",
                    [](const MovedRow& row) { return row.of.before; }},
              Field{"after", "", "What nine tenths of the belief lie between.",
                    [](const MovedRow& row) { return row.of.after; }},
              Field{"shift", "spreads", "How far its mean moved, in spreads of the prior.",
                    [](const MovedRow& row) { return row.of.shift; }},
              Field{"spread", "spreads", "What is left of its spread.",
                    [](const MovedRow& row) { return row.of.spread; }},
              Field{"moved", "", "Whether it moved or narrowed by more than three errors.",
                    &MovedRow::moved}};

}  // namespace tumen
