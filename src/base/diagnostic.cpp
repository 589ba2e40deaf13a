#include "base/diagnostic.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tumen {

namespace {

std::string caret_under(std::uint32_t column, std::size_t line_length) {
    const std::size_t shown = std::min<std::size_t>(column > 0 ? column - 1 : 0, line_length);
    return std::string(shown, ' ') + "^";
}

}  // namespace

std::string describe(const Diagnostic& diagnostic) {
    std::string text;
    if (!diagnostic.file.empty()) {
        text += printable(diagnostic.file);
        if (diagnostic.line > 0) {
            text += ":" + std::to_string(diagnostic.line);
            if (diagnostic.column > 0) text += ":" + std::to_string(diagnostic.column);
        }
        text += ": ";
    }
    text += "error: " + diagnostic.problem + "\n";
    if (diagnostic.line > 0 && !diagnostic.line_text.empty()) {
        const std::string line = printable(diagnostic.line_text);
        text += "    " + line + "\n";
        if (diagnostic.column > 0)
            text += "    " + caret_under(diagnostic.column, line.size()) + "\n";
    }
    if (!diagnostic.reason.empty()) text += "  why: " + diagnostic.reason + "\n";
    if (!diagnostic.suggestion.empty()) text += "  way out: " + diagnostic.suggestion + "\n";
    return text;
}

}  // namespace tumen
