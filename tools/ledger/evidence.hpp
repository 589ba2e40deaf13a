#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/evidence/test_text.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/fields.hpp"

/// The evidence files as read: every text kept with its place, so that a hole stops the build
/// there.
namespace tumen::ledger {

using Text = MarkedText;

struct Number {
    double value;
    double low;
    double high;
    double limit_low;
    double limit_high;
    Mark mark;
};

struct Entry {
    Text name;
    Text symbol, group, kind, unit, prior, grade, label, note;
    std::vector<Text> sources;
    std::vector<Number> values;
};

struct SourceEntry {
    Text id;
    Text title, publisher, date, kind, independence, place, note, address;
};

struct PatternEntry {
    Text id;
    Text statement, place, dates, grade, observed, independence, role, note, untestable, bound, was;
    std::vector<Text> sources, parameters, rules;
    std::vector<Text> switch_off;  // "extortion=0", "rules.oath=none"
    std::optional<TestText> test;
};

struct HeadlineEntry {
    Text id;
    Text label, unit, statistic, explanation, what, when, against, instead_of;
    double smallest;
};

struct ConclusionEntry {
    Text id;
    Text label, scenario, against, statistic;
};

struct UnknownEntry {
    Text id;
    Text label, unit, how, sets;
    std::vector<double> values;
};

/// The four files, and what is wrong with them.
struct Evidence {
    ScenarioText parameters_file, sources_file, patterns_file, measures_file;
    std::vector<Entry> entries;
    std::vector<SourceEntry> sources;
    std::vector<PatternEntry> patterns;
    std::vector<HeadlineEntry> headlines;
    std::vector<ConclusionEntry> conclusions;
    std::vector<UnknownEntry> unknowns;
    std::vector<Diagnostic> problems;
};

/// Reads what the files say and adds to `problems` what they lack.
void read_parameters(Evidence& evidence, const Node& root);
void read_sources(Evidence& evidence, const Node& root);
void read_patterns(Evidence& evidence, const Node& root);
void read_measures(Evidence& evidence, const Node& root);

/// Checks the evidence against the model's table, its observables and the names of scenarios.
void check_evidence(Evidence& evidence, const std::vector<std::string>& scenarios);

/// The evidence, complete and sound, as C++.
std::string ledger_source(const Evidence& evidence);

/// Its measures alone, as rows of scenario/measure_rows.hpp.
std::string measures_code(const Evidence& evidence);

/// A text as a C++ string literal, and a number.
std::string quoted(std::string_view text);
std::string number(double value);

/// Scenario texts as C++.
struct NamedText {
    std::string name;
    std::string text;
};
std::string scenarios_source(const std::vector<NamedText>& scenarios);

}  // namespace tumen::ledger
