#include "belief/severity.hpp"

#include <cmath>

namespace tumen {

namespace {

// Nine in ten draws show it: it would take a strange city to fail it. Two in three: a weak test.
constexpr double shown_by_nearly_all = 0.9;
constexpr double shown_by_most = 2.0 / 3;

}  // namespace

Severity severity_of(const PatternBelief& pattern) {
    const Pattern* known = find_pattern(pattern.id);
    if (known != nullptr && known->role == PatternRole::input) return Severity::input;
    if (pattern.played == 0) return Severity::unknown;
    if (pattern.prior >= shown_by_nearly_all) return Severity::none;
    return pattern.prior >= shown_by_most ? Severity::weak : Severity::strong;
}

Severity severity_of(std::string_view pattern) {
    const PatternBelief* found = ledger_belief().find(pattern);
    if (found != nullptr) return severity_of(*found);
    const Pattern* known = find_pattern(pattern);
    return known != nullptr && known->role == PatternRole::input ? Severity::input
                                                                 : Severity::unknown;
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::unknown:
            return "unknown";
        case Severity::none:
            return "none";
        case Severity::weak:
            return "weak";
        case Severity::strong:
            return "strong";
        case Severity::input:
            return "input";
    }
    return "";
}

bool got_worse(const PatternBelief& pattern) {
    if (!pattern.belief || pattern.played == 0) return false;
    const double spread = pattern.prior * (1 - pattern.prior);
    const double error =
        std::sqrt(spread / static_cast<double>(pattern.played) + pattern.error * pattern.error);
    return *pattern.belief < pattern.prior - 2 * error;
}

}  // namespace tumen
