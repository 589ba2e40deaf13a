#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tumen::app {

/// A text file of one line a play, written as plays end and read when the same command goes on. A
/// line that was cut off in writing has no end, and counts as not played.
class PlaysFile {
  public:
    /// A file with another first line ends the command: `other` says what it holds then.
    PlaysFile(std::string path, std::string head, std::string_view other);

    /// The whole lines that are there, without the first.
    const std::vector<std::string>& lines() const { return lines_; }

    void add(std::string_view line);
    /// Puts what was added on the disk.
    void flush();

  private:
    std::string path_;
    std::vector<std::string> lines_;
    std::string waiting_;
};

/// The next word of a line, which gets shorter by it.
std::string_view next_word(std::string_view& line);
/// A word as a whole number; 0 where it is none.
std::size_t whole_of(std::string_view word);

/// Values as words, "none" where there is no value, and back.
std::string words_of(const std::vector<std::optional<double>>& values);
std::vector<std::optional<double>> values_of(std::string_view words);

}  // namespace tumen::app
