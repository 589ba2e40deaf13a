#pragma once
#include <optional>
#include <string_view>

#include "scenario/document.hpp"

namespace tumen {

/// The first place where a TOML text nests deeper than `limit`: brackets or braces within one another, or
/// dots in one key. The parser and every walk over its tree recurse, so depth is bounded before they run;
/// breadth is bounded by the size of the file.
std::optional<Mark> too_deep(std::string_view text, std::size_t limit);

}  // namespace tumen
