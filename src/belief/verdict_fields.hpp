#pragma once
#include <fmt/format.h>

#include <functional>

#include "base/rows/fields.hpp"
#include "belief/severity.hpp"
#include "patterns/pattern_book.hpp"

/// What is told of a pattern that was judged, in every face.
namespace tumen {

template <>
inline constexpr std::optional<PatternRole> last_of<PatternRole> = PatternRole::context;
template <>
inline constexpr std::optional<Severity> last_of<Severity> = Severity::input;
template <>
inline constexpr std::optional<Bound> last_of<Bound> = Bound::ours;
template <>
inline constexpr std::optional<JudgedBy> last_of<JudgedBy> = JudgedBy::mean;
template <>
inline constexpr std::optional<Verdict> last_of<Verdict> = Verdict::no_value;

/// A source as a report cites it.
struct Cited {
    const Source* source;
};
template <>
inline constexpr auto fields_of<Cited> =
    FieldList{Field{"id", "", "The source.", [](const Cited& row) { return row.source->id; }},
              Field{"title", "", "Its title.", [](const Cited& row) { return row.source->title; }},
              Field{"publisher", "", "Who published it.",
                    [](const Cited& row) { return row.source->publisher; }},
              Field{"date", "", "When.", [](const Cited& row) { return row.source->date; }},
              Field{"address", "", "Where it is; empty where no address is known.",
                    [](const Cited& row) { return row.source->address; }}};

inline std::vector<Cited> cited_by(const Pattern& pattern) {
    std::vector<Cited> list;
    for (const std::string_view id : pattern.sources) {
        if (const Source* source = find_source(id)) list.push_back({source});
    }
    return list;
}

inline std::string expected_text(const PatternTest& test) {
    if (test.expectation == Expectation::band)
        return fmt::format("{:g} to {:g}", test.low, test.high);
    return test.expectation == Expectation::positive ? "above 0" : "below 0";
}

/// Every run that the test reads, with its settings.
inline std::vector<std::string> runs_of(const Pattern& pattern) {
    const Measurement measurement = measurement_of(pattern);
    std::vector<std::string> runs = {name_of(measurement.run)};
    for (const MeasuredRun& run : measurement.against)
        runs.push_back(name_of(run));
    return runs;
}

/// Missing where no replicate has a value.
template <class T>
std::optional<T> if_any(const PatternResult& result, T value) {
    return result.replicates > 0 ? std::optional(value) : std::nullopt;
}

/// What replicates say of a statistic; `get` finds it in a row.
template <class Row, auto get>
inline constexpr auto judged_fields = FieldList{
    Field{"verdict", "",
          "Whether it is shown: by share where the interval of the share lies above one half, by "
          "mean where that of the mean lies in the band.",
          [](const Row& row) { return get(row).verdict; }},
    Field{"replicates", "replicates", "Replicates that have a value.",
          [](const Row& row) { return get(row).replicates; }},
    Field{"without_value", "replicates", "Replicates that have none.",
          [](const Row& row) { return get(row).without_value; }},
    Field{"showing", "replicates", "Replicates that show it.",
          [](const Row& row) { return get(row).showing; }},
    Field{"share", "1", "The share of replicates that show it.",
          [](const Row& row) { return if_any(get(row), get(row).share); }},
    Field{"share_interval",
          "1",
          "The 95 % interval of the share.",
          [](const Row& row) { return if_any(get(row), get(row).share_interval); },
          {},
          "share_low share_high"},
    Field{"mean", "", "The mean of the statistic.",
          [](const Row& row) { return if_any(get(row), get(row).mean); }},
    Field{"mean_interval",
          "",
          "The 95 % interval of the mean.",
          [](const Row& row) { return get(row).mean_interval; },
          {},
          "mean_low mean_high"}};

template <>
inline constexpr ResultKind result_kind<PatternResult> = {
    "judged statistic",
    "What replicates say of a statistic, with the mechanism of a pattern and without it, or of "
    "one's own.",
    "check --switch-off all",
    "switched_off[].with switched_off[].without",
    "",
    "Results.judge",
    ""};
template <>
inline constexpr auto fields_of<PatternResult> = judged_fields<PatternResult, std::identity{}>;

/// A pattern judged under one choice of rules.
struct VerdictRow {
    std::string_view rules;
    const PatternResult& of;
    const Pattern& pattern() const { return *of.pattern; }
};
constexpr const PatternResult& judged_of_verdict(const VerdictRow& row) {
    return row.of;
}

template <>
inline constexpr ResultKind result_kind<VerdictRow> = {
    "verdict on a pattern",
    "A reported pattern, and whether the replicates of a setting show it.",
    "check",
    "settings[].patterns[]",
    "patterns[]",
    "Check.patterns",
    "rules id",
    "patterns"};
template <>
inline constexpr auto fields_of<VerdictRow> = joined(
    FieldList{
        Field{"rules", "", "The choice of rules: default, or a rival in its place.",
              &VerdictRow::rules, Without{.page = "a report judges its own plays"}},
        Field{"id", "", "The pattern.", [](const VerdictRow& row) { return row.pattern().id; }},
        Field{"statement", "", "What was reported.",
              [](const VerdictRow& row) { return row.pattern().statement; }},
        Field{"grade", "", "How good the evidence for it is.",
              [](const VerdictRow& row) { return row.pattern().grade; }},
        Field{"role", "", "What the pattern is for.",
              [](const VerdictRow& row) { return row.pattern().role; }},
        Field{"voice", "", "Who says it: patterns of one voice are one witness.",
              [](const VerdictRow& row) { return row.pattern().independence; }},
        Field{"severity", "", "How much of a test it is.",
              [](const VerdictRow& row) { return severity_of(row.pattern().id); }},
        Field{"bound", "", "Whose band or sign it is: the reports', or ours.",
              [](const VerdictRow& row) { return row.pattern().bound; }},
        Field{"scenario", "", "The scenario that can show it.",
              [](const VerdictRow& row) { return row.pattern().test.scenario; }},
        Field{"against", "", "The scenario that it is compared with; empty where there is none.",
              [](const VerdictRow& row) { return row.pattern().test.against; }},
        Field{"runs", "", "Every run that the test reads, with its settings.",
              [](const VerdictRow& row) { return runs_of(row.pattern()); }},
        Field{"statistic", "", "What is measured of them.",
              [](const VerdictRow& row) { return row.pattern().test.statistic; }},
        Field{"expected", "", "What is expected of it, in words.",
              [](const VerdictRow& row) { return expected_text(row.pattern().test); }},
        Field{"band",
              "",
              "The same as two ends; an open one is missing.",
              [](const VerdictRow& row) { return expected_interval(row.pattern().test); },
              {},
              "band_low band_high"},
        Field{"judged_by", "", "Whether by the share of replicates that show it, or by their mean.",
              [](const VerdictRow& row) { return row.pattern().test.judged; }}},
    judged_fields<VerdictRow, judged_of_verdict>,
    FieldList{Field{"old_mean", "",
                    "The mean of the statistic that it had before, where it was restated.",
                    [](const VerdictRow& row) { return row.of.old_mean; }},
              Field{"note", "", "What is to be known of it.",
                    [](const VerdictRow& row) { return row.pattern().note; }},
              Field{"sources", "", "Who reported it.",
                    [](const VerdictRow& row) { return row.pattern().sources; }},
              Field{"cited", "", "The same with titles and addresses.",
                    [](const VerdictRow& row) { return cited_by(row.pattern()); },
                    Without{.command_line = "`tumen evidence list --json` has the sources",
                            .python = "`tumen.sources` has them"}}});

}  // namespace tumen
