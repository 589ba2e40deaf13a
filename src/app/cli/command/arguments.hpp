#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tumen::app {

/// What the user typed, by option and positional name. Numbers are read here; what is no number
/// ends the command with a usage message (app/cli/command/stop.hpp).
class Arguments {
  public:
    void put(std::string_view name, std::vector<std::string> values);

    bool has(std::string_view name) const;
    /// The value, or nothing where the option was not given.
    std::optional<std::string> text(std::string_view name) const;
    std::string text_or(std::string_view name, std::string_view fallback) const;
    const std::vector<std::string>& list(std::string_view name) const;
    /// A whole number from `low` to `high`.
    std::uint64_t whole_or(std::string_view name, std::uint64_t fallback, std::uint64_t low,
                           std::uint64_t high) const;

    std::vector<std::string> words;  // the whole command line as typed, the program first

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// `word` as a shell reads it back.
std::string shell_quoted(std::string_view word);

}  // namespace tumen::app
