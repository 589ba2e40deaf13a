#include "app/cli/command/stop.hpp"

namespace tumen::app {

void complain(Terminal& terminal, const Diagnostic& diagnostic) {
    Diagnostic said = diagnostic;
    for (std::string* const part : {&said.problem, &said.reason, &said.suggestion})
        *part = terminal.told_message(*part);
    std::string text = describe(said);
    constexpr std::string_view mark = "error:";
    const std::size_t at = text.find(mark);
    if (at != text.npos) text.replace(at, mark.size(), terminal.alarming(mark));
    text.erase(text.find_last_not_of('\n') + 1);
    terminal.say(text);
}

}  // namespace tumen::app
