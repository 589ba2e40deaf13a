#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tumen {

/// The shortest decimal text that reads back as the same double ("0.1", "1e-06").
std::string shortest(double number);

/// The number read from the whole of `text`, without regard to any locale; nothing if it is not a
/// finite number.
std::optional<double> read_number(std::string_view text);

/// `text` without the blanks at both its ends.
std::string_view trimmed(std::string_view text, std::string_view blanks = " ");

/// Number of single-letter insertions, deletions and replacements that turn one text into the
/// other.
std::size_t edit_distance(std::string_view one, std::string_view other);

/// The candidate nearest to `word` where it is near enough to be what was meant; else nothing.
std::optional<std::string_view> did_you_mean(std::string_view word,
                                             std::span<const std::string_view> candidates);

/// `text` with control characters and invalid UTF-8 written as \xNN, at most `limit` bytes of it.
std::string printable(std::string_view text, std::size_t limit = 200);

/// True where `text` is well-formed UTF-8.
enum class Utf8 { valid, invalid };
Utf8 check_utf8(std::string_view text);

}  // namespace tumen
