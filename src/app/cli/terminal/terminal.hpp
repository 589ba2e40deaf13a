#pragma once
#include <fmt/color.h>
#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "app/cli/terminal/language.hpp"

namespace tumen::app {

enum class Colour : std::uint8_t { none, some };
enum class Watched : std::uint8_t { by_somebody, by_nobody };

/// Where a command speaks: data to stdout, progress and messages to stderr. Colour only on a
/// terminal that wants it; Korean on a terminal whose locale is Korean, or where it is asked for.
class Terminal {
  public:
    /// As the process finds them: NO_COLOR and TERM=dumb are honoured.
    static Terminal of_process();
    Terminal(std::FILE* data, std::FILE* messages, Colour data_colour, Colour message_colour,
             Watched watched);

    /// Both streams in one language, whoever reads them.
    void speak(Language language);

    /// A piece of data for people.
    void data(std::string_view text);
    /// A piece of data for programs, in English: JSON, TOML, a path.
    void exact(std::string_view text);
    /// One message line.
    void say(std::string_view line);
    /// A line that the next one replaces, on a terminal.
    void passing(std::string_view line);
    void end_passing();

    /// That of what `data` says: "en" or "ko".
    std::string_view language_code() const;

    /// What `data` and `say` would make of a sentence, a label or a cell.
    std::string told(std::string_view text) const;
    std::string told_cell(std::string_view text) const;
    std::string told_message(std::string_view text) const;

    /// `text` in bold (data) or dim (messages) where there is colour.
    std::string strong(std::string_view text) const;
    std::string alarming(std::string_view text) const;

    Watched watched() const { return watched_; }
    std::size_t columns() const;

    /// Whether all data went out: a full disk behind stdout is a failure too.
    enum class Delivery : std::uint8_t { complete, failed };
    Delivery finish();

  private:
    std::FILE* data_;
    std::FILE* messages_;
    Colour data_colour_;
    Colour message_colour_;
    Watched watched_;
    Language data_language_ = Language::english;
    Language message_language_ = Language::english;
    std::size_t passing_width_ = 0;
};

}  // namespace tumen::app
