#pragma once
#include <string_view>
#include <vector>

#include "scenario/evidence/ledger.hpp"

/// What rests on what in the ledger, by names.
namespace tumen {

/// The patterns that bear on a parameter.
std::vector<std::string_view> patterns_of(const LedgerEntry& entry);
/// What rests on a source.
std::vector<std::string_view> parameters_on(const Source& source);
std::vector<std::string_view> patterns_on(const Source& source);

}  // namespace tumen
