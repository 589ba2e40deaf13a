#include "app/program.hpp"

#include <exception>
#include <new>

#include "app/cli/command_line.hpp"
#include "app/cli/stop.hpp"
#include "experiment/memory.hpp"

namespace tumen::app {

namespace {

constexpr std::string_view greeting =
    "Tumen plays campaigns against foreign phones in border cities of synthetic people, and shows "
    "how far\n"
    "the official count (phones handed in, oaths signed) is from what really changed.\n"
    "  tumen run hyesan-handin      play the main scenario; ends with a report for your browser\n"
    "  tumen scenario new mine      write a scenario of your own to start from\n"
    "  tumen evidence search fee    who says so: the sources behind the numbers\n"
    "  tumen --help                 everything else. It is no forecast and no tool of "
    "enforcement.\n";

ExitCode carry_out(const Chosen& chosen, Terminal& terminal) {
    try {
        return chosen.command->carry_out(chosen.arguments, terminal);
    } catch (const Stop& stop) {
        for (const Diagnostic& diagnostic : stop.diagnostics)
            complain(terminal, diagnostic);
        return stop.code;
    } catch (const std::bad_alloc&) {
        complain(terminal, trouble("not enough memory", {}, "fewer --threads need less"));
    } catch (const std::exception& error) {
        complain(terminal, trouble(error.what()));
    }
    return ExitCode::failed;
}

ExitCode answer(int count, const char* const* words, Terminal& terminal) {
    if (count < 2) {
        terminal.data(greeting);
        return ExitCode::done;
    }
    const auto read = read_command_line(count, words);
    if (const Said* said = std::get_if<Said>(&read)) {
        if (said->code == ExitCode::done) {
            terminal.data(said->text);
        } else {
            terminal.say(
                std::string_view(said->text).substr(0, said->text.find_last_not_of('\n') + 1));
        }
        return said->code;
    }
    return carry_out(std::get<Chosen>(read), terminal);
}

}  // namespace

int program(int count, char** words) {
    keep_freed_memory();
    Terminal terminal = Terminal::of_process();
    ExitCode code = answer(count, words, terminal);
    if (terminal.finish() == Terminal::Delivery::failed && code == ExitCode::done) {
        terminal.say("error: not all output could be written (is the disk full?)");
        code = ExitCode::failed;
    }
    return static_cast<int>(code);
}

}  // namespace tumen::app
