#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tumen::app {

/// How many columns a terminal gives to UTF-8 text: two to a syllable of Hangul, one to any other
/// letter.
std::size_t columns_of(std::string_view text);

/// The beginning of `text` that fits into `most` columns.
std::string_view beginning_of(std::string_view text, std::size_t most);

/// Columns of the terminal that reads the standard output; nothing where none does.
std::optional<std::size_t> columns_of_reader();

/// How wide lines of a text are: as one reads well, or as the terminal is where that is narrower.
std::size_t line_width();

/// `text` in lines of at most `width` columns.
std::string wrapped(std::string_view text, std::size_t width = line_width());

/// `text` in lines of at most `width` columns, those after the first set in by so many.
std::string hanging(std::string_view text, std::size_t width, std::size_t indent);

/// A list of names with what each means: lines wider than `width` go on below where the meaning
/// begins.
std::string folded_list(std::string_view list, std::size_t width);

}  // namespace tumen::app
