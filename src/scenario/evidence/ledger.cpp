#include "scenario/evidence/ledger.hpp"

#include <array>

namespace tumen {

const LedgerEntry& entry_of(ParameterRef ref) {
    return ledger_entries()[ref.row];
}

const LedgerValue& ledger_value(ParameterRef ref) {
    return entry_of(ref).values[ref.index];
}

Interval evidence_range(ParameterRef ref) {
    return {ledger_value(ref).low, ledger_value(ref).high};
}

Interval limits(ParameterRef ref) {
    return {ledger_value(ref).limit_low, ledger_value(ref).limit_high};
}

Parameters starting_values() {
    Parameters parameters{};
    for (const ParameterRef ref : parameter_refs())
        set(parameters, ref, ledger_value(ref).value);
    return parameters;
}

const Source* find_source(std::string_view id) {
    for (const Source& source : ledger_sources()) {
        if (source.id == id) return &source;
    }
    return nullptr;
}

const Pattern* find_pattern(std::string_view id) {
    for (const Pattern& pattern : ledger_patterns()) {
        if (pattern.id == id) return &pattern;
    }
    return nullptr;
}

std::string_view name_of(Grade grade) {
    static constexpr std::array<std::string_view, 6> names = {
        "census", "survey", "expert", "single-source", "derived", "assumed"};
    return names[static_cast<std::size_t>(grade)];
}

std::string_view name_of(Prior prior) {
    static constexpr std::array<std::string_view, 3> names = {"uniform", "log-uniform", "fixed"};
    return names[static_cast<std::size_t>(prior)];
}

std::string_view name_of(PatternRole role) {
    static constexpr std::array<std::string_view, 5> names = {"input", "calibrate", "held-out",
                                                              "analogue", "context"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view name_of(JudgedBy judged) {
    return judged == JudgedBy::mean ? "mean" : "share";
}

std::string_view name_of(Bound bound) {
    static constexpr std::array<std::string_view, 2> names = {"reported", "ours"};
    return names[static_cast<std::size_t>(bound)];
}

}  // namespace tumen
