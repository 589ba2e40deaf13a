#pragma once
#include "base/rows/fields.hpp"
#include "belief/ledger_links.hpp"
#include "belief/severity.hpp"
#include "belief/verdict_fields.hpp"
#include "scenario/evidence/ledger.hpp"

/// What is told of the evidence: numbers, patterns, sources, in every face.
namespace tumen {

template <>
inline constexpr std::optional<Grade> last_of<Grade> = Grade::assumed;
template <>
inline constexpr std::optional<Prior> last_of<Prior> = Prior::fixed;
template <>
inline constexpr std::optional<Kind> last_of<Kind> = Kind::daily;

inline constexpr Without one_kind_a_table = {.python = "a table has one kind"};

template <>
inline constexpr auto fields_of<LedgerValue> =
    FieldList{Field{"value", "row", "The starting value.", &LedgerValue::value},
              Field{"range",
                    "row",
                    "What the evidence leaves open.",
                    [](const LedgerValue& row) {
                        return Interval{row.low, row.high};
                    },
                    {},
                    "low high"},
              Field{"limits",
                    "row",
                    "What the quantity can be at all; an open end is missing.",
                    [](const LedgerValue& row) {
                        return Interval{row.limit_low, row.limit_high};
                    },
                    {},
                    "limit_low limit_high"}};

/// One number of the ledger.
struct ToldParameter {
    ParameterRef ref;
    const LedgerEntry& entry() const { return entry_of(ref); }
    const LedgerValue& value() const { return ledger_value(ref); }
};

template <>
inline constexpr ResultKind result_kind<ToldParameter> = {
    "parameter",
    "One number of the model, with what the evidence says of it.",
    "info parameters",
    "parameters[]",
    "",
    "tumen.parameters",
    "name",
    {},
    {},
    "parameters[]"};
template <>
inline constexpr auto fields_of<ToldParameter> = FieldList{
    Field{"name", "", "What scenarios call it.",
          [](const ToldParameter& row) { return name_of(row.ref); }},
    Field{"symbol", "", "What the description of the model calls it.",
          [](const ToldParameter& row) { return row.entry().symbol; }},
    Field{"rule",
          "",
          "The rule that it belongs to.",
          [](const ToldParameter& row) { return name_of(row.entry().group); },
          {},
          "group"},
    Field{"unit", "", "The unit of its numbers.",
          [](const ToldParameter& row) { return name_of(row.entry().unit); }},
    Field{"kind", "", "Whether it is part of how a city is built, or a schedule may change it.",
          [](const ToldParameter& row) { return row.entry().kind; }},
    Field{"value", "row", "The starting value.",
          [](const ToldParameter& row) { return row.value().value; }},
    Field{"range",
          "row",
          "What the evidence leaves open.",
          [](const ToldParameter& row) {
              return Interval{row.value().low, row.value().high};
          },
          {},
          "low high"},
    Field{"limits",
          "row",
          "What the quantity can be at all; an open end is missing.",
          [](const ToldParameter& row) {
              return Interval{row.value().limit_low, row.value().limit_high};
          },
          {},
          "limit_low limit_high"},
    Field{"prior", "", "How it is drawn between the ends of the range.",
          [](const ToldParameter& row) { return row.entry().prior; }},
    Field{"grade", "", "How good the evidence for it is.",
          [](const ToldParameter& row) { return row.entry().grade; }},
    Field{"sources", "", "Who says so.",
          [](const ToldParameter& row) { return row.entry().sources; }},
    Field{"label", "", "What it is.", [](const ToldParameter& row) { return row.entry().label; }},
    Field{"note", "", "What is to be known of it.",
          [](const ToldParameter& row) { return row.entry().note; }}};

/// An entry of the ledger: one number, or one for each role or sentence.
template <>
inline constexpr ResultKind result_kind<LedgerEntry> = {
    "entry of the ledger",
    "A parameter with all its numbers, and what rests on it.",
    "evidence list",
    "parameters[]",
    "",
    "",
    "name"};
template <>
inline constexpr auto fields_of<LedgerEntry> = FieldList{
    Field{"type", "", "Always parameter.",
          [](const LedgerEntry&) { return std::string_view("parameter"); }},
    Field{"name", "", "What scenarios call it.", &LedgerEntry::name},
    Field{"symbol", "", "What the description of the model calls it.", &LedgerEntry::symbol},
    Field{"label", "", "What it is.", &LedgerEntry::label},
    Field{"unit", "", "The unit of its numbers.",
          [](const LedgerEntry& row) { return name_of(row.unit); }},
    Field{"kind", "", "Whether it is part of how a city is built, or a schedule may change it.",
          &LedgerEntry::kind},
    Field{"rule", "", "The rule that it belongs to.",
          [](const LedgerEntry& row) { return name_of(row.group); }},
    Field{"grade", "", "How good the evidence for it is.", &LedgerEntry::grade},
    Field{"prior", "", "How it is drawn between the ends of the range.", &LedgerEntry::prior},
    Field{"values", "row", "Its numbers.", &LedgerEntry::values},
    Field{"note", "", "What is to be known of it.", &LedgerEntry::note},
    Field{"sources", "", "Who says so.", &LedgerEntry::sources},
    Field{"patterns", "", "The patterns that bear on it.",
          [](const LedgerEntry& row) { return patterns_of(row); }}};

template <>
inline constexpr auto fields_of<TestRun> =
    FieldList{Field{"scenario", "", "A scenario.", &TestRun::scenario},
              Field{"settings", "", "What is laid over it.", &TestRun::settings}};

template <>
inline constexpr auto fields_of<PatternTest> = FieldList{
    Field{"scenario", "", "The scenario that can show it.", &PatternTest::scenario},
    Field{"against", "", "The scenario that it is compared with; empty where there is none.",
          &PatternTest::against},
    Field{"statistic", "", "What is measured of them.", &PatternTest::statistic},
    Field{"band",
          "",
          "Between what it is expected; missing where a sign is.",
          [](const PatternTest& row) {
              return row.expectation == Expectation::band
                         ? std::optional(Interval{row.low, row.high})
                         : std::nullopt;
          },
          {},
          "band_low band_high"},
    Field{"sign", "", "The sign that is expected, + or -; empty where a band is.",
          [](const PatternTest& row) -> std::string_view {
              if (row.expectation == Expectation::positive) return "+";
              return row.expectation == Expectation::negative ? "-" : "";
          }},
    Field{"judged", "", "Whether by the share of replicates that show it, or by their mean.",
          [](const PatternTest& row) { return name_of(row.judged); }},
    Field{"settings", "", "What is laid over the scenario.", &PatternTest::settings},
    Field{"against_settings", "", "What is laid over the one it is compared with.",
          &PatternTest::against_settings},
    Field{"old_statistic", "", "What was measured before it was restated.",
          &PatternTest::old_statistic},
    Field{"more", "", "Further runs that the statistic reads.", &PatternTest::more,
          Without{.python = "`tumen evidence show` lists them"}}};

template <>
inline constexpr ResultKind result_kind<Pattern> = {
    "pattern",
    "Something that was reported, and how it is tested.",
    "evidence list",
    "patterns[]",
    "",
    "tumen.patterns",
    "id"};
template <>
inline constexpr auto fields_of<Pattern> = FieldList{
    Field{"type", "", "Always pattern.", [](const Pattern&) { return std::string_view("pattern"); },
          one_kind_a_table},
    Field{"id", "", "Its number.", &Pattern::id},
    Field{"statement", "", "What was reported, in our words.", &Pattern::statement},
    Field{"place", "", "Where.", &Pattern::place},
    Field{"dates", "", "When.", &Pattern::dates},
    Field{"grade", "", "How good the evidence for it is.", &Pattern::grade},
    Field{"observed", "", "What was counted or seen.", &Pattern::observed},
    Field{"independence", "", "Who says it: patterns of one voice are one witness.",
          &Pattern::independence},
    Field{"role", "", "What it is for.", &Pattern::role},
    Field{"severity", "", "How much of a test it is.",
          [](const Pattern& row) { return severity_of(row.id); }},
    Field{"note", "", "What is to be known of it.", &Pattern::note},
    Field{"sources", "", "Who reported it.", &Pattern::sources},
    Field{"parameters", "", "The parameters that it bears on.", &Pattern::parameters},
    Field{"rules", "", "The rules that it bears on.", &Pattern::rules},
    Field{"untestable", "", "Why there is no test; empty where there is one.",
          &Pattern::untestable},
    Field{"switch_off", "", "Settings without its mechanism.", &Pattern::switch_off},
    Field{"bound", "", "Whose band or sign it is: the reports', or ours.", &Pattern::bound},
    Field{"was", "", "How it was measured before it was restated.", &Pattern::was},
    Field{"test",
          "",
          "How it is tested; missing where it is not.",
          [](const Pattern& row) {
              return row.test.scenario.empty() ? std::nullopt : std::optional(row.test);
          },
          {},
          "."}};

template <>
inline constexpr ResultKind result_kind<Source> = {
    "source", "Who says so.", "evidence list", "sources[]", "", "tumen.sources", "id", {},
    {},       "sources[]"};
template <>
inline constexpr auto fields_of<Source> = FieldList{
    Field{"type", "", "Always source.", [](const Source&) { return std::string_view("source"); },
          one_kind_a_table},
    Field{"id", "", "What the ledger calls it.", &Source::id},
    Field{"title", "", "Its title.", &Source::title},
    Field{"publisher", "", "Who published it.", &Source::publisher},
    Field{"date", "", "When.", &Source::date},
    Field{"kind", "", "What it is.", &Source::kind},
    Field{"independence", "", "The newsroom or office: those that share one confirm no other.",
          &Source::independence},
    Field{"place", "", "Where to look in it.", &Source::place},
    Field{"note", "", "What is to be known of it.", &Source::note},
    Field{"address", "", "Where it is; empty where no address is known.", &Source::address},
    Field{"parameters", "", "The parameters that rest on it.",
          [](const Source& row) { return parameters_on(row); }},
    Field{"patterns", "", "The patterns that rest on it.",
          [](const Source& row) { return patterns_on(row); }}};

}  // namespace tumen
