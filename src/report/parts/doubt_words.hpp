#pragma once
#include <string>
#include <vector>

#include "report/parts/doubt_part.hpp"

namespace tumen {

/// What DoubtBook::json tells of the sentence, a line each: what would turn it round, and what
/// would narrow it most. `counted`: the id of the official count that the gap is about. Empty for
/// null.
std::vector<std::string> doubt_lines(const Json& doubt, std::string_view counted = {});

}  // namespace tumen
