#pragma once
#include <cstdint>
#include <string>
#include <utility>

namespace tumen {

/// What is wrong with an input, where, and the way out: "problem (reason) suggestion".
struct Diagnostic {
    std::string problem;
    std::string reason;      // why it is a problem: the range, its evidence id; may be empty
    std::string suggestion;  // the way out, "did you mean"; may be empty
    std::string file;        // empty where the input is no file (a flag, say)
    std::uint32_t line = 0;  // from 1; 0 = the file as a whole
    std::uint32_t column = 0;
    std::string line_text;  // the line itself, shown above a caret
};

/// A diagnostic of a file as a whole, or of no file where `file` is empty.
inline Diagnostic diagnostic(std::string problem, std::string reason, std::string suggestion = {},
                             std::string file = {}) {
    return {
        std::move(problem), std::move(reason), std::move(suggestion), std::move(file), 0, 0, {}};
}

/// The diagnostic as a compiler prints it: `file:line:column: error: problem`, the line, a caret,
/// the reason and the suggestion, each on its line. Control characters of the input are shown
/// escaped.
std::string describe(const Diagnostic& diagnostic);

}  // namespace tumen
