#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace tumen::app {

/// How many columns a terminal gives to UTF-8 text: two to a syllable of Hangul, one to any other
/// letter.
std::size_t columns_of(std::string_view text);

/// The beginning of `text` that fits into `most` columns.
std::string_view beginning_of(std::string_view text, std::size_t most);

/// `text` in lines of at most `width` columns.
std::string wrapped(std::string_view text, std::size_t width = 88);

}  // namespace tumen::app
