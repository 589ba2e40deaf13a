#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "scenario/text/document.hpp"

namespace tumen {

/// Why a TOML text is refused before it is parsed, and where.
struct ScanStop {
    enum class Reason : std::uint8_t { too_deep, too_many, not_ascii } reason;
    Mark mark;
};

/// Looks for what the parser should not see. Nesting deeper than the limit, brackets or braces
/// within one another or dots in one key: the parser and every walk over its tree recurse, so depth
/// is bounded before they run. More keys than the limit: the parser takes quadratic time for some.
/// Letters outside ASCII in anything but texts and comments, curly quotes above all: no TOML has
/// them, and the parser says so badly.
struct ScanLimits {
    std::size_t nesting;
    std::size_t keys;
};
std::optional<ScanStop> scan_toml(std::string_view text, const ScanLimits& limits);

}  // namespace tumen
