#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

namespace tumen {

std::string shortest(double number) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
    return std::string(buffer, end.ptr);
}

std::string_view trimmed(std::string_view text, std::string_view blanks) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<double> read_number(std::string_view text) {
    // The usual grammar of decimal numbers only: from_chars would also take "inf" and "nan".
    // strtod-like readers depend on the locale, and floating-point from_chars is missing in some
    // C++ libraries.
    std::size_t at = 0;
    const bool negative = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const auto digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    std::uint64_t mantissa = 0;
    int exponent = 0;
    std::size_t digits = 0;
    const auto take = [&](int place) {
        if (mantissa < 100000000000000000u) {
            mantissa = mantissa * 10 + static_cast<std::uint64_t>(text[at] - '0');
            exponent += place;
        } else {
            exponent += place + 1;
        }
        ++digits;
        ++at;
    };
    while (digit())
        take(0);
    if (at < text.size() && text[at] == '.') {
        ++at;
        while (digit())
            take(-1);
    }
    if (digits == 0) return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool down = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        int power = 0;
        if (!digit()) return std::nullopt;
        while (digit())
            power = std::min(power * 10 + (text[at++] - '0'), 9999);
        exponent += down ? -power : power;
    }
    if (at != text.size()) return std::nullopt;
    // Exact for up to 15 digits and |exponent| <= 22, which covers every number people write here;
    // longer ones are a unit in the last place off at the most.
    double value = static_cast<double>(mantissa);
    const auto power_of_ten = [](int power) {
        double result = 1;
        for (int i = 0; i < power; ++i)
            result *= 10;
        return result;
    };
    if (exponent > 308 || exponent < -330) {
        if (mantissa != 0 && exponent > 308) return std::nullopt;
        value = 0;
    } else if (exponent >= 0) {
        value *= power_of_ten(exponent);
    } else {
        value /= power_of_ten(std::min(-exponent, 300));
        if (-exponent > 300) value /= power_of_ten(-exponent - 300);
    }
    if (!(value <= 1.7e308)) return std::nullopt;
    return negative ? -value : value;
}

std::size_t edit_distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t replaced = diagonal + (one[i - 1] == other[j - 1] ? 0u : 1u);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[other.size()];
}

std::optional<std::string_view> did_you_mean(std::string_view word,
                                             std::span<const std::string_view> candidates) {
    if (word.empty() || word.size() > 64) return std::nullopt;
    std::optional<std::string_view> best;
    std::size_t least = word.size() / 3 + 2;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

namespace {

/// Length in bytes of the well-formed UTF-8 character at the front of `text`; 0 if there is none.
std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto tail = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0u) == 0x80u; };
    if (text.empty()) return 0;
    const unsigned char lead = byte(0);
    if (lead < 0x80u) return 1;
    if (lead >= 0xC2u && lead <= 0xDFu) return tail(1) ? 2 : 0;
    if (lead >= 0xE0u && lead <= 0xEFu) {
        if (!tail(1) || !tail(2)) return 0;
        if (lead == 0xE0u && byte(1) < 0xA0u) return 0;
        if (lead == 0xEDu && byte(1) > 0x9Fu) return 0;
        return 3;
    }
    if (lead >= 0xF0u && lead <= 0xF4u) {
        if (!tail(1) || !tail(2) || !tail(3)) return 0;
        if (lead == 0xF0u && byte(1) < 0x90u) return 0;
        if (lead == 0xF4u && byte(1) > 0x8Fu) return 0;
        return 4;
    }
    return 0;
}

}  // namespace

Utf8 check_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = utf8_length(text);
        if (length == 0) return Utf8::invalid;
        text.remove_prefix(length);
    }
    return Utf8::valid;
}

std::string printable(std::string_view text, std::size_t limit) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string shown;
    while (!text.empty()) {
        if (shown.size() >= limit) return shown + "...";
        const std::size_t length = utf8_length(text);
        const auto lead = static_cast<unsigned char>(text.front());
        if (length == 0 || lead < 0x20u || lead == 0x7Fu) {
            if (lead == '\t') {
                shown += ' ';
            } else {
                shown += {'\\', 'x', hex[lead >> 4], hex[lead & 15u]};
            }
            text.remove_prefix(1);
        } else {
            shown += text.substr(0, length);
            text.remove_prefix(length);
        }
    }
    return shown;
}

}  // namespace tumen
