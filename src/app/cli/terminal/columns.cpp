#include "app/cli/terminal/columns.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>

namespace tumen::app {

namespace {

bool goes_on(char byte) {
    return (byte & 0xC0) == 0x80;
}

/// Bytes of the character at the front; one where it is none.
std::size_t length_of(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && goes_on(text[length]))
        ++length;
    return length;
}

std::size_t width_of(std::string_view character) {
    if (character.size() != 3) return character.size() == 4 ? 2 : 1;
    const auto part = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(character[at]));
    };
    const std::uint32_t code = (part(0) & 0x0F) << 12 | (part(1) & 0x3F) << 6 | (part(2) & 0x3F);
    const bool letters = code >= 0x1100 && code <= 0x115F;
    const bool east = code >= 0x2E80 && code <= 0xD7A3;
    const bool full = code >= 0xFF00 && code <= 0xFF60;
    return letters || east || full ? 2 : 1;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const std::size_t length = length_of(text);
        columns += width_of(text.substr(0, length));
        text.remove_prefix(length);
    }
    return columns;
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
    std::size_t end = 0;
    std::size_t columns = 0;
    while (end < text.size()) {
        const std::size_t length = length_of(text.substr(end));
        columns += width_of(text.substr(end, length));
        if (columns > most) break;
        end += length;
    }
    return text.substr(0, end);
}

std::optional<std::size_t> columns_of_reader() {
    winsize size{};
    constexpr unsigned short narrowest = 20;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < narrowest)
        return std::nullopt;
    return size.ws_col;
}

std::size_t line_width() {
    constexpr std::size_t widest = 88;
    return std::min(widest, columns_of_reader().value_or(widest));
}

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        const std::size_t columns = columns_of(word);
        if (column > 0 && column + 1 + columns > width) {
            out += '\n';
            column = 0;
        } else if (column > 0) {
            out += ' ';
            ++column;
        }
        out += word;
        column += columns;
        text = space == text.npos ? std::string_view() : text.substr(space + 1);
    }
    return out;
}

std::string hanging(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    for (const char letter : wrapped(text, width)) {
        out += letter;
        if (letter == '\n') out.append(indent, ' ');
    }
    return out;
}

std::string folded_list(std::string_view list, std::size_t width) {
    std::string out;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('\n'), list.size());
        std::string_view line = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        if (columns_of(line) > width) {
            const std::size_t name = std::min(line.find_first_not_of(' '), line.size());
            const std::size_t pause = std::min(line.find("  ", name), line.size());
            const std::size_t found = line.find_first_not_of(' ', pause);
            const std::size_t begin = found == line.npos ? name : found;
            constexpr std::size_t fewest = 24;
            const std::size_t room = std::max(fewest, width - std::min(width, begin));
            out.append(line.substr(0, begin)).append(hanging(line.substr(begin), room, begin));
        } else {
            out += line;
        }
        out += '\n';
    }
    return out;
}

}  // namespace tumen::app
