#include "base/visible.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.hpp"

namespace tumen {

namespace {

struct Range {
    std::uint32_t first;
    std::uint32_t last;
};

/// Characters of Unicode that show nothing of themselves: controls, marks of direction, line and
/// paragraph separators, invisible operators, byte order marks, tags.
constexpr std::array<Range, 8> unseen = {{{0x80, 0x9F},
                                          {0xAD, 0xAD},
                                          {0x061C, 0x061C},
                                          {0x200B, 0x200F},
                                          {0x2028, 0x202E},
                                          {0x2060, 0x206F},
                                          {0xFEFF, 0xFEFF},
                                          {0xE0000, 0xE007F}}};

std::uint32_t code_of(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return lead;
    std::uint32_t code = lead & (0xFFU >> (character.size() + 1));
    for (const char byte : character.substr(1))
        code = code << 6 | (static_cast<unsigned char>(byte) & 0x3FU);
    return code;
}

bool is_unseen(std::uint32_t code) {
    if (code == '\n' || code == '\t') return false;
    if (code < 0x20 || code == 0x7F) return true;
    return std::any_of(unseen.begin(), unseen.end(), [code](const Range& range) {
        return code >= range.first && code <= range.last;
    });
}

std::string digits(std::uint32_t value, int count) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (int shift = 4 * (count - 1); shift >= 0; shift -= 4)
        text += hex[value >> shift & 15U];
    return text;
}

std::string written_out(std::uint32_t code) {
    if (code < 0x80) return "\\x" + digits(code, 2);
    return code < 0x10000 ? "\\u" + digits(code, 4) : "\\U" + digits(code, 8);
}

/// Bytes of the well-formed character at the front; 0 if there is none.
std::size_t length_of(std::string_view text) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length) {
        if (check_utf8(text.substr(0, length)) == Utf8::valid) return length;
    }
    return 0;
}

}  // namespace

std::string visible(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = length_of(text);
        if (length == 0) {
            shown += "\\x" + digits(static_cast<unsigned char>(text.front()), 2);
            text.remove_prefix(1);
            continue;
        }
        const std::uint32_t code = code_of(text.substr(0, length));
        if (is_unseen(code)) {
            shown += written_out(code);
        } else {
            shown += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return shown;
}

}  // namespace tumen
