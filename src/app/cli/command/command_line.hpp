#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "app/cli/command/command.hpp"

namespace tumen::app {

/// What a command line asks for: a command with its arguments, or a text (help, version) and an
/// exit code.
struct Chosen {
    const Command* command;
    Arguments arguments;
};
struct Said {
    ExitCode code;
    std::string text;  // to stdout where the code is done, else to stderr
};

/// Says a text of the help in the language of whoever asked for it.
using Say = std::function<std::string(std::string_view)>;
inline std::string as_written(std::string_view text) {
    return std::string(text);
}

/// Reads the command line by the table of commands. The only user of the library that does so: it
/// compiles slowly.
std::variant<Chosen, Said> read_command_line(int count, const char* const* words,
                                             const Say& say = as_written);

}  // namespace tumen::app
