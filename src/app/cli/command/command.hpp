#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "app/cli/command/arguments.hpp"
#include "app/cli/terminal/terminal.hpp"

/// What a command is: its words, and the function that carries it out. Help, man pages and
/// completion are made from these tables.
namespace tumen::app {

enum class ExitCode : std::uint8_t {
    done = 0,
    failed = 1,
    usage = 2,
    invalid_scenario = 3,
    some_replicates_failed = 4,
    difference = 5,
    interrupted = 6,
    part_is_right = 7  // what was looked at is as it should be, and not everything was looked at
};

enum class Arity : std::uint8_t { one, optional, some, any };
struct Positional {
    std::string_view name;  // "SCENARIO"
    std::string_view help;
    Arity arity = Arity::one;
};

enum class OptionKind : std::uint8_t { flag, value, list };
struct Option {
    std::string_view name;   // "--seed"
    std::string_view value;  // what it takes, as help shows it: "N"; empty for a flag
    std::string_view help;
    OptionKind kind = OptionKind::value;
};

/// What a command has that plays (app/session/session.hpp).
class Session;

struct Command {
    std::string_view name;  // "run", "scenario check"
    std::string_view help;  // one line
    std::span<const Positional> positionals;
    std::span<const Option> options;
    std::variant<ExitCode (*)(const Arguments&, Terminal&), ExitCode (*)(Session&)> carry_out;
};

/// All commands, in the order of the help.
std::span<const Command> commands();

/// A word of the first level that only groups commands ("scenario").
struct Family {
    std::string_view name;
    std::string_view help;
};
std::span<const Family> families();

}  // namespace tumen::app
