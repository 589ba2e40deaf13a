#include "belief/ledger_links.hpp"

#include <algorithm>

namespace tumen {

namespace {

bool holds(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::vector<std::string_view> patterns_of(const LedgerEntry& entry) {
    std::vector<std::string_view> ids;
    for (const Pattern& pattern : ledger_patterns()) {
        if (holds(pattern.parameters, entry.name)) ids.push_back(pattern.id);
    }
    return ids;
}

std::vector<std::string_view> parameters_on(const Source& source) {
    std::vector<std::string_view> names;
    for (const LedgerEntry& entry : ledger_entries()) {
        if (holds(entry.sources, source.id)) names.push_back(entry.name);
    }
    return names;
}

std::vector<std::string_view> patterns_on(const Source& source) {
    std::vector<std::string_view> ids;
    for (const Pattern& pattern : ledger_patterns()) {
        if (holds(pattern.sources, source.id)) ids.push_back(pattern.id);
    }
    return ids;
}

}  // namespace tumen
