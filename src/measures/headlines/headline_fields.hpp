#pragma once
#include "base/rows/fields.hpp"
#include "measures/headlines/headlines.hpp"

/// What is told of a headline over replicates, in every face.
namespace tumen {

template <>
inline constexpr std::optional<Side> last_of<Side> = Side::other;

struct SummaryRow {
    std::string_view scenario;
    const HeadlineSummary& of;
};

template <>
inline constexpr ResultKind result_kind<SummaryRow> = {
    "headline",
    "One of the few numbers that a replicate comes to, over the replicates of a scenario.",
    "run",
    "headlines[]",
    "official[] changed[] told[] other[]",
    "Results.summary",
    "scenario id"};
template <>
inline constexpr auto fields_of<SummaryRow> = FieldList{
    Field{"scenario", "", "The scenario that was played.", &SummaryRow::scenario,
          Without{.page = "a report is about one scenario"}},
    Field{"id", "", "The headline.",
          [](const SummaryRow& row) -> const std::string& { return row.of.headline.id; }},
    Field{"label", "", "What it is called.",
          [](const SummaryRow& row) -> const std::string& { return row.of.headline.label; }},
    Field{"unit", "", "The unit of its numbers.",
          [](const SummaryRow& row) -> const std::string& { return row.of.headline.unit; }},
    Field{"side", "", "Whether it is what officials count, what changed, or what is heard outside.",
          [](const SummaryRow& row) { return row.of.headline.side; }},
    Field{"n", "replicates", "Replicates that have a value.",
          [](const SummaryRow& row) { return row.of.n; }},
    Field{"mean", "row", "The mean over them.", [](const SummaryRow& row) { return row.of.mean; }},
    Field{"mean_low", "row", "Where the 95 % interval of the mean begins.",
          [](const SummaryRow& row) {
              return row.of.of_mean ? std::optional(row.of.of_mean->low) : std::nullopt;
          }},
    Field{"mean_high", "row", "Where the 95 % interval of the mean ends.",
          [](const SummaryRow& row) {
              return row.of.of_mean ? std::optional(row.of.of_mean->high) : std::nullopt;
          }},
    Field{"median", "row", "The value that half of the replicates lie under.",
          [](const SummaryRow& row) { return row.of.median; }},
    Field{"q05", "row", "The value that 5 of 100 replicates lie under.",
          [](const SummaryRow& row) { return row.of.range.low; }},
    Field{"q95", "row", "The value that 95 of 100 replicates lie under.",
          [](const SummaryRow& row) { return row.of.range.high; }},
    Field{"explanation", "", "How it is counted.",
          [](const SummaryRow& row) -> const std::string& { return row.of.headline.explanation; }}};

/// What one replicate came to.
struct HeadlineOfPlay {
    const Headline& of;
    double value;
};

template <>
inline constexpr ResultKind result_kind<HeadlineOfPlay> = {
    "headline of a play",
    "One of the few numbers that a replicate comes to.",
    "",
    "",
    "",
    "",
    "id",
    {},
    {},
    "headlines[]"};
template <>
inline constexpr auto fields_of<HeadlineOfPlay> = FieldList{
    Field{"id", "", "The headline.",
          [](const HeadlineOfPlay& row) -> const std::string& { return row.of.id; }},
    Field{"label", "", "What it is called.",
          [](const HeadlineOfPlay& row) -> const std::string& { return row.of.label; }},
    Field{"unit", "", "The unit of its number.",
          [](const HeadlineOfPlay& row) -> const std::string& { return row.of.unit; }},
    Field{"side", "", "Whether it is what officials count, what changed, or what is heard outside.",
          [](const HeadlineOfPlay& row) { return row.of.side; }},
    Field{"smallest", "row", "The size below which it does not matter, in a city of 100,000.",
          [](const HeadlineOfPlay& row) { return row.of.smallest; }},
    Field{"value", "row", "What the replicate came to; missing where it has no value.",
          &HeadlineOfPlay::value},
    Field{"explanation", "", "How it is counted.",
          [](const HeadlineOfPlay& row) -> const std::string& { return row.of.explanation; }}};

}  // namespace tumen
