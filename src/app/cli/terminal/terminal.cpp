#include "app/cli/terminal/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "app/cli/terminal/columns.hpp"
#include "base/visible.hpp"

namespace tumen::app {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

Colour colour_of(std::FILE* file) {
    const bool wanted = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    return wanted && isatty(fileno(file)) == 1 ? Colour::some : Colour::none;
}

/// What is bold or alarming has marks around it until it goes out, so that whatever else comes from
/// files cannot bring sequences of its own.
constexpr char bold = '\x01';
constexpr char alarm = '\x02';
constexpr char plain = '\x03';

std::string marked(char mark, std::string_view text) {
    std::string shown = visible(text);
    return mark + shown + plain;
}

std::string_view sequence_of(char mark) {
    if (mark == bold) return "\x1b[1m";
    return mark == alarm ? "\x1b[1m\x1b[31m" : "\x1b[0m";
}

/// Text as it goes out: the one way from anything to a terminal.
std::string outgoing(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\x01\x02\x03"), text.size());
        out += visible(text.substr(0, end));
        if (end < text.size()) out += sequence_of(text[end]);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Messages may fail: whatever was to be done goes on without them.
void send(std::FILE* file, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
}

}  // namespace

Terminal Terminal::of_process() {
    const bool seen = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb";
    Terminal terminal(stdout, stderr, colour_of(stdout), colour_of(stderr),
                      seen ? Watched::by_somebody : Watched::by_nobody);
    const Language language = language_of_locale();
    if (isatty(STDOUT_FILENO) == 1) terminal.data_language_ = language;
    if (isatty(STDERR_FILENO) == 1) terminal.message_language_ = language;
    return terminal;
}

Terminal::Terminal(std::FILE* data, std::FILE* messages, Colour data_colour, Colour message_colour,
                   Watched watched)
    : data_(data),
      messages_(messages),
      data_colour_(data_colour),
      message_colour_(message_colour),
      watched_(watched) {}

void Terminal::speak(Language language) {
    data_language_ = language;
    message_language_ = language;
}

void Terminal::data(std::string_view text) {
    exact(told_lines(text, data_language_));
}

void Terminal::exact(std::string_view text) {
    end_passing();
    const std::string out = outgoing(text);
    std::fwrite(out.data(), 1, out.size(), data_);
}

void Terminal::say(std::string_view line) {
    end_passing();
    std::fflush(data_);
    send(messages_, outgoing(told_lines(line, message_language_)) + "\n");
}

void Terminal::passing(std::string_view line) {
    const std::string said = told_message(line);
    const std::string_view shown = beginning_of(said, columns() - 1);
    const std::size_t width = columns_of(shown);
    const std::string blank(passing_width_ > width ? passing_width_ - width : 0, ' ');
    send(messages_, "\r" + outgoing(shown) + blank);
    passing_width_ = width;
}

void Terminal::end_passing() {
    if (passing_width_ == 0) return;
    send(messages_, fmt::format("\r{:<{}}\r", "", passing_width_));
    passing_width_ = 0;
}

std::string_view Terminal::language_code() const {
    return data_language_ == Language::korean ? "ko" : "en";
}

std::string Terminal::told(std::string_view text) const {
    return app::told(text, data_language_);
}

std::string Terminal::told_cell(std::string_view text) const {
    return app::told_cell(text, data_language_);
}

std::string Terminal::told_message(std::string_view text) const {
    return app::told_lines(text, message_language_);
}

std::string Terminal::strong(std::string_view text) const {
    const std::string said = told(text);
    return data_colour_ == Colour::none ? said : marked(bold, said);
}

std::string Terminal::alarming(std::string_view text) const {
    const std::string said = told_message(text);
    return message_colour_ == Colour::none ? said : marked(alarm, said);
}

std::size_t Terminal::columns() const {
    winsize size{};
    constexpr std::size_t usual = 80;
    if (ioctl(fileno(messages_), TIOCGWINSZ, &size) != 0 || size.ws_col < 2) return usual;
    return size.ws_col;
}

Terminal::Delivery Terminal::finish() {
    end_passing();
    const bool complete = std::fflush(data_) == 0 && std::ferror(data_) == 0;
    return complete ? Delivery::complete : Delivery::failed;
}

}  // namespace tumen::app
