#pragma once
#include <string>
#include <utility>
#include <vector>

#include "app/cli/command/command.hpp"
#include "base/diagnostic.hpp"
#include "base/expected.hpp"

namespace tumen::app {

/// Ends a command early with a message and an exit code. Thrown by commands, caught by main alone.
struct Stop {
    ExitCode code;
    std::vector<Diagnostic> diagnostics;
};

/// A diagnostic of a command: it has no place in a file.
inline Diagnostic trouble(std::string problem, std::string reason = {},
                          std::string suggestion = {}) {
    return {std::move(problem), std::move(reason), std::move(suggestion), {}, 0, 0, {}};
}

[[noreturn]] inline void stop(ExitCode code, Diagnostic diagnostic) {
    throw Stop{code, {std::move(diagnostic)}};
}

[[noreturn]] inline void usage_error(std::string problem, std::string suggestion = {}) {
    stop(ExitCode::usage, trouble(std::move(problem), {}, std::move(suggestion)));
}

/// Shows a diagnostic as a message.
void complain(Terminal& terminal, const Diagnostic& diagnostic);

/// The value, or the end of the command.
template <class Value>
Value value_or_stop(Expected<Value, Diagnostic> expected, ExitCode code = ExitCode::failed) {
    if (!expected) stop(code, expected.error());
    return *std::move(expected);
}

}  // namespace tumen::app
