#include "app/program.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <new>
#include <span>

#include "app/cli/command/command_line.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/session.hpp"
#include "base/text.hpp"
#include "experiment/memory.hpp"

namespace tumen::app {

namespace {

constexpr std::string_view greeting =
    "Tumen plays campaigns against foreign phones in border cities of synthetic people, and shows "
    "how far\n"
    "the official count (phones handed in, oaths signed) is from what really changed.\n";
constexpr std::string_view first_words =
    "  tumen run hyesan-handin      play the main scenario; ends with a report for your browser\n"
    "  tumen scenario new mine      write a scenario of your own to start from\n"
    "  tumen evidence search fee    who says so: the sources behind the numbers\n"
    "  tumen --help                 everything else. It is no forecast and no tool of "
    "enforcement.\n";

ExitCode carry_out(const Chosen& chosen, Terminal& terminal, Workers& workers) {
    try {
        if (const auto* plain = std::get_if<0>(&chosen.command->carry_out))
            return (*plain)(chosen.arguments, terminal);
        Session session(chosen.arguments, terminal, workers);
        return std::get<1>(chosen.command->carry_out)(session);
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

ExitCode answer(int count, const char* const* words, Terminal& terminal, Workers& workers) {
    const Asked asked = language_asked_for(std::span(words, static_cast<std::size_t>(count)));
    if (asked.unknown) {
        complain(terminal, trouble("--lang knows no \"" + printable(*asked.unknown) + "\"", {},
                                   "--lang en for English, --lang ko for Korean"));
        return ExitCode::usage;
    }
    if (asked.language) terminal.speak(*asked.language);
    if (asked.words.size() < 2) {
        terminal.data(greeting);
        terminal.data(first_words);
        return ExitCode::done;
    }
    const auto read = read_command_line(static_cast<int>(asked.words.size()), asked.words.data(),
                                        [&](std::string_view text) { return terminal.told(text); });
    if (const Said* said = std::get_if<Said>(&read)) {
        if (said->code == ExitCode::done) {
            terminal.exact(said->text);
        } else {
            terminal.say(
                std::string_view(said->text).substr(0, said->text.find_last_not_of('\n') + 1));
        }
        return said->code;
    }
    return carry_out(std::get<Chosen>(read), terminal, workers);
}

/// Streams that were closed by who started the program take nothing and give nothing: else the
/// first files that are opened would get their messages. Files that may not grow are said as full
/// disks are, not by a signal.
void set_streams_right() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        if (open("/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY) < 0) return;
    }
    std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace

int program(int count, char** words, Workers& workers) {
    set_streams_right();
    keep_freed_memory();
    Terminal terminal = Terminal::of_process();
    ExitCode code = answer(count, words, terminal, workers);
    if (terminal.finish() == Terminal::Delivery::failed && code == ExitCode::done) {
        terminal.say("error: not all output could be written (is the disk full?)");
        code = ExitCode::failed;
    }
    return static_cast<int>(code);
}

}  // namespace tumen::app
