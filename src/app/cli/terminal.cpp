#include "app/cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

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

}  // namespace

Terminal Terminal::of_process() {
    const bool seen = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb";
    return Terminal(stdout, stderr, colour_of(stdout), colour_of(stderr),
                    seen ? Watched::by_somebody : Watched::by_nobody);
}

Terminal::Terminal(std::FILE* data, std::FILE* messages, Colour data_colour, Colour message_colour,
                   Watched watched)
    : data_(data),
      messages_(messages),
      data_colour_(data_colour),
      message_colour_(message_colour),
      watched_(watched) {}

void Terminal::data(std::string_view text) {
    end_passing();
    std::fwrite(text.data(), 1, text.size(), data_);
}

void Terminal::say(std::string_view line) {
    end_passing();
    std::fflush(data_);
    fmt::print(messages_, "{}\n", line);
    std::fflush(messages_);
}

void Terminal::passing(std::string_view line) {
    const std::string_view shown = line.substr(0, columns() - 1);
    fmt::print(messages_, "\r{:<{}}", shown, passing_width_);
    std::fflush(messages_);
    passing_width_ = shown.size();
}

void Terminal::end_passing() {
    if (passing_width_ == 0) return;
    fmt::print(messages_, "\r{:<{}}\r", "", passing_width_);
    std::fflush(messages_);
    passing_width_ = 0;
}

std::string Terminal::strong(std::string_view text) const {
    if (data_colour_ == Colour::none) return std::string(text);
    return fmt::format(fmt::emphasis::bold, "{}", text);
}

std::string Terminal::alarming(std::string_view text) const {
    if (message_colour_ == Colour::none) return std::string(text);
    return fmt::format(fmt::emphasis::bold | fg(fmt::terminal_color::red), "{}", text);
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
