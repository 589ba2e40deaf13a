#include "app/commands/evidence/evidence_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/session/output/summary.hpp"
#include "belief/ledger_links.hpp"
#include "belief/severity.hpp"
#include "patterns/pattern_book.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen::app {

namespace {

/// "  name  text", the text wrapped under itself; nothing where there is no text.
std::string line(std::string_view name, std::string_view text) {
    if (text.empty()) return "";
    constexpr std::size_t before = 16;
    constexpr std::size_t widest = before + 76;
    const std::size_t width = std::min(widest, columns_of_reader().value_or(widest));
    return fmt::format("  {:<14}{}\n", name, hanging(text, width - before, before));
}

std::string limits_text(const LedgerValue& value, Unit unit) {
    if (!std::isfinite(value.limit_high)) return "at least " + quantity_text(value.limit_low, unit);
    return quantity_text(value.limit_low, unit) + " to " + quantity_text(value.limit_high, unit);
}

std::string values_text(const LedgerEntry& entry) {
    const Indexing indexing =
        parameter_rows()[static_cast<std::size_t>(&entry - ledger_entries().data())].indexing;
    std::string text;
    for (std::size_t i = 0; i < entry.values.size(); ++i) {
        const LedgerValue& value = entry.values[i];
        const std::string_view index = index_name(indexing, i);
        text +=
            line(index.empty() ? "value" : index,
                 fmt::format(
                     "{}; the evidence leaves open {} to {}; can be {}",
                     quantity_text(value.value, entry.unit), quantity_text(value.low, entry.unit),
                     quantity_text(value.high, entry.unit), limits_text(value, entry.unit)));
    }
    return text;
}

std::string expectation_text(const PatternTest& test) {
    switch (test.expectation) {
        case Expectation::none:
            return "";
        case Expectation::band:
            return fmt::format("between {} and {}", test.low, test.high);
        case Expectation::positive:
            return "above 0";
        case Expectation::negative:
            return "below 0";
    }
    return "";
}

std::string source_lines(std::span<const std::string_view> ids) {
    std::string text;
    for (const std::string_view id : ids) {
        const Source* source = find_source(id);
        text += line("source", source == nullptr ? std::string(id)
                                                 : fmt::format("{}: {} ({}, {})", id, source->title,
                                                               source->publisher, source->date));
    }
    return text;
}

}  // namespace

std::string listed(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text.empty() ? "none" : text;
}

std::string parameter_text(const LedgerEntry& entry) {
    return fmt::format("{}: {}\n", entry.name, entry.label) + values_text(entry) +
           line("unit", name_of(entry.unit)) + line("grade", name_of(entry.grade)) +
           line("prior", name_of(entry.prior)) + line("kind", name_of(entry.kind)) +
           line("note", entry.note) +
           line("rule", fmt::format("{} (docs/model.md, src/rules/{}.hpp; symbol {})",
                                    name_of(entry.group), name_of(entry.group), entry.symbol)) +
           source_lines(entry.sources) + line("patterns", listed(patterns_of(entry)));
}

/// How it is asked: the statistic, the runs that it reads, how it is judged.
std::string test_lines(const Pattern& pattern) {
    const PatternTest& test = pattern.test;
    const Measurement measurement = measurement_of(pattern);
    std::string runs = name_of(measurement.run);
    for (std::size_t i = 0; i < measurement.against.size(); ++i) {
        runs += fmt::format(", base{}() on {}", i == 0 ? "" : std::to_string(i + 1),
                            name_of(measurement.against[i]));
    }
    return line("test",
                fmt::format("{} is {} in {}", test.statistic, expectation_text(test), runs)) +
           line("judged by", name_of(test.judged)) + line("before", test.old_statistic) +
           line("off by", listed(pattern.switch_off));
}

/// How much of a test it is.
std::string severity_text(const Pattern& pattern) {
    const Severity severity = severity_of(pattern.id);
    if (severity == Severity::input) return "none: the model was given it";
    const PatternBelief* played = ledger_belief().find(pattern.id);
    if (played == nullptr || played->played == 0) return "unknown: not played over the prior";
    return fmt::format("{}: {:.0f} % of {} draws of the prior show it", name_of(severity),
                       100 * played->prior, played->played);
}

std::string pattern_text(const Pattern& pattern) {
    const PatternTest& test = pattern.test;
    std::string text =
        fmt::format("{}: {}\n", pattern.id, pattern.statement) + line("place", pattern.place) +
        line("dates", pattern.dates) + line("grade", pattern.grade) +
        line("observed", pattern.observed) + line("independence", pattern.independence) +
        line("role", name_of(pattern.role)) + line("note", pattern.note) +
        source_lines(pattern.sources) + line("parameters", listed(pattern.parameters)) +
        line("rules", listed(pattern.rules));
    if (test.scenario.empty()) return text + line("not tested", pattern.untestable);
    return text + test_lines(pattern) + line("severity", severity_text(pattern)) +
           line("bound", pattern.bound == Bound::ours ? "our own expectation" : "") +
           line("before", pattern.was);
}

std::string source_text(const Source& source) {
    return fmt::format("{}: {}\n", source.id, source.title) + line("publisher", source.publisher) +
           line("date", source.date) + line("kind", source.kind) +
           line("newsroom", source.independence) + line("place", source.place) +
           line("note", source.note) + line("address", source.address) +
           line("parameters", listed(parameters_on(source))) +
           line("patterns", listed(patterns_on(source)));
}

}  // namespace tumen::app
