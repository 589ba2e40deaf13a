#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/interval.hpp"
#include "model/parameter_table.hpp"
#include "rules/parameters.hpp"

/// The evidence ledger: every number, who says so, and every reported pattern. Compiled from
/// evidence/*.toml at build time, so it is complete wherever the program runs; no default value
/// stands anywhere else.
namespace tumen {

enum class Grade : std::uint8_t { census, survey, expert, single_source, derived, assumed };
enum class Prior : std::uint8_t { uniform, log_uniform, fixed };

/// One number: its starting value, the range that the evidence leaves open, and what the quantity
/// can be at all (an open end is infinite). limit_low <= low <= value <= high <= limit_high.
struct LedgerValue {
    double value;
    double low;
    double high;
    double limit_low;
    double limit_high;
};

/// One parameter. Texts are plain English; `symbol` is the one of the contract (docs/model.md).
struct LedgerEntry {
    std::string_view name;
    std::string_view symbol;
    std::string_view label;
    std::string_view note;
    Group group;
    Unit unit;
    Kind kind;
    Grade grade;
    Prior prior;
    std::span<const std::string_view> sources;
    std::span<const LedgerValue> values;  // one, or one for each role or sentence
};

/// Who says so. `independence` names the newsroom or office: sources that share one do not confirm
/// each other.
struct Source {
    std::string_view id;
    std::string_view title;
    std::string_view publisher;
    std::string_view date;
    std::string_view kind;
    std::string_view independence;
    std::string_view place;
    std::string_view note;
    std::string_view address;  // empty where none is known
};

/// `analogue`: counted in campaigns elsewhere; judged and shown apart, and never fitted to.
enum class PatternRole : std::uint8_t { input, calibrate, held_out, analogue, context };

/// Whose the band or sign of a pattern is: the reports', or an expectation of this project.
enum class Bound : std::uint8_t { reported, ours };

/// How a pattern is judged: the statistic lies in a band, or has a sign.
enum class Expectation : std::uint8_t { none, band, positive, negative };

/// By the share of replicates that show it, or by their mean: so where a band was reported of many
/// months and places.
enum class JudgedBy : std::uint8_t { share, mean };

/// A run that a test reads: a scenario, with values and rules of the test's own laid over it, as
/// flags write them ("extortion=0.2", "rules.oath=none").
struct TestRun {
    std::string_view scenario;
    std::span<const std::string_view> settings;
};

/// A statistic over a scenario's trajectory (scenario/evidence/statistic.hpp has its language).
struct PatternTest {
    std::string_view scenario;  // empty where the pattern cannot be tested
    std::string_view against;   // of base(...); empty where no second run is read
    std::string_view statistic;
    Expectation expectation;
    double low;  // of the band
    double high;
    JudgedBy judged = JudgedBy::share;
    std::span<const std::string_view> settings = {};          // of the scenario
    std::span<const std::string_view> against_settings = {};  // of the one it is compared with
    std::span<const TestRun> more = {};                       // of base2(...) and base3(...)
    std::string_view old_statistic = {};  // of a restated pattern: shown beside, not judged
};

/// Something that was reported, in our words.
struct Pattern {
    std::string_view id;
    std::string_view statement;
    std::string_view place;
    std::string_view dates;
    std::span<const std::string_view> sources;
    std::string_view grade;
    std::string_view observed;
    std::string_view independence;
    PatternRole role;
    std::span<const std::string_view> parameters;
    std::span<const std::string_view> rules;
    std::string_view note;
    std::string_view untestable;                   // why there is no test; empty where there is one
    std::span<const std::string_view> switch_off;  // settings without its mechanism; may be empty
    Bound bound;
    std::string_view was;  // how a restated pattern was measured before; empty where it was not
    PatternTest test;
};

/// One entry a row of `parameter_rows()`, in the same order.
std::span<const LedgerEntry> ledger_entries();
std::span<const Source> ledger_sources();
std::span<const Pattern> ledger_patterns();

const LedgerEntry& entry_of(ParameterRef ref);
const LedgerValue& ledger_value(ParameterRef ref);

/// What the evidence leaves open.
Interval evidence_range(ParameterRef ref);
/// What the quantity can be at all; infinite where it is open.
Interval limits(ParameterRef ref);

/// Every parameter at the ledger's value.
Parameters starting_values();

/// Nothing where there is none of that id.
const Source* find_source(std::string_view id);
const Pattern* find_pattern(std::string_view id);

std::string_view name_of(Grade grade);
std::string_view name_of(Prior prior);
std::string_view name_of(PatternRole role);
std::string_view name_of(JudgedBy judged);
std::string_view name_of(Bound bound);

}  // namespace tumen
