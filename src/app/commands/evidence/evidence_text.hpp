#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/terminal/json.hpp"
#include "scenario/evidence/ledger.hpp"

/// Entries of the evidence ledger as people and programs read them.
namespace tumen::app {

std::string parameter_text(const LedgerEntry& entry);
std::string pattern_text(const Pattern& pattern);
std::string source_text(const Source& source);

Json parameter_json(const LedgerEntry& entry);
Json pattern_json(const Pattern& pattern);
Json source_json(const Source& source);

/// "a, b, c"; "none" for an empty list.
std::string listed(std::span<const std::string_view> words);

}  // namespace tumen::app
