#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The language of what the program says to people. It writes English; whole sentences are looked
/// up on their way out in the table of texts (texts/, the one that the page carries) and said in
/// Korean. What the table lacks stays English, and so do JSON, CSV, TOML, names of columns, paths
/// and exit codes.
namespace tumen::app {

enum class Language : std::uint8_t { english, korean };

/// "en" or "ko"; nothing for another word.
std::optional<Language> language_named(std::string_view word);

/// That of the locale, as LC_ALL, LC_MESSAGES or LANG names it, the first of them that is set.
Language language_of_locale();

/// What is asked for by --lang among the words typed, and the words without it: so a recorded
/// command is the same in every language. Where it names none that is spoken, `unknown` is what it
/// names.
struct Asked {
    std::optional<Language> language;
    std::optional<std::string> unknown;
    std::vector<const char*> words;
};
Asked language_asked_for(std::span<const char* const> words);

/// A text of the table: "{name}" stands for anything, in Korean also with a particle
/// ("{name:A/B}").
struct ToldText {
    /// Within: only as a part of another text, for alone it would be anything; named: so too, and
    /// begins with a name.
    enum class Place : std::uint8_t { anywhere, within, named };
    std::string_view english;
    std::string_view korean;
    Place place;
};
/// The whole table, the most exact first; written from texts/ when the program is built.
std::span<const ToldText> told_texts();

/// One sentence or label in the language.
std::string told(std::string_view text, Language language);

/// A cell of a table: amounts are said too.
std::string told_cell(std::string_view text, Language language);

/// A paragraph, however it is broken into lines, or lines that are each a sentence.
std::string told_lines(std::string_view text, Language language);

}  // namespace tumen::app
