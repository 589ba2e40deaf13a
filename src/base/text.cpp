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

namespace {

/// A decimal number as it is written: mantissa times a power of ten.
struct Decimal {
    bool negative = false;
    std::uint64_t mantissa = 0;
    int exponent = 0;
};

constexpr std::uint64_t most_mantissa = 100000000000000000u;  // another digit still fits in 64 bits
constexpr int most_power = 9999;
constexpr double largest_read = 1.7e308;
constexpr int largest_exponent = 308;
constexpr int smallest_exponent = -330;
constexpr int most_divided_at_once = 300;  // a larger power of ten may be infinite

/// Reads a text from its front, a character at a time.
class Scan {
  public:
    explicit Scan(std::string_view text) : text_(text) {}

    bool at_end() const { return at_ == text_.size(); }
    bool at_digit() const { return !at_end() && text_[at_] >= '0' && text_[at_] <= '9'; }
    int digit() { return text_[at_++] - '0'; }
    bool takes(std::string_view any) {
        if (at_end() || any.find(text_[at_]) == std::string_view::npos) return false;
        ++at_;
        return true;
    }
    /// Takes a sign, if there is one; whether it was a minus.
    bool takes_minus() { return takes("-") || (takes("+"), false); }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Digits before or behind the point; how many there were.
std::size_t take_digits(Scan& scan, int place, Decimal& number) {
    std::size_t digits = 0;
    for (; scan.at_digit(); ++digits) {
        const int digit = scan.digit();
        if (number.mantissa < most_mantissa) {
            number.mantissa = number.mantissa * 10 + static_cast<std::uint64_t>(digit);
            number.exponent += place;
        } else {
            number.exponent += place + 1;
        }
    }
    return digits;
}

/// What stands behind an e; nothing where no digit does.
std::optional<int> take_power(Scan& scan) {
    const bool down = scan.takes_minus();
    if (!scan.at_digit()) return std::nullopt;
    int power = 0;
    while (scan.at_digit())
        power = std::min(power * 10 + scan.digit(), most_power);
    return down ? -power : power;
}

/// The usual grammar of decimal numbers only: from_chars would also take "inf" and "nan".
std::optional<Decimal> read_decimal(std::string_view text) {
    Scan scan(text);
    Decimal number;
    number.negative = scan.takes_minus();
    std::size_t digits = take_digits(scan, 0, number);
    if (scan.takes(".")) digits += take_digits(scan, -1, number);
    if (digits == 0) return std::nullopt;
    if (scan.takes("eE")) {
        const auto power = take_power(scan);
        if (!power) return std::nullopt;
        number.exponent += *power;
    }
    return scan.at_end() ? std::optional(number) : std::nullopt;
}

double power_of_ten(int power) {
    double result = 1;
    for (int i = 0; i < power; ++i)
        result *= 10;
    return result;
}

/// Exact for up to 15 digits and |exponent| <= 22, which covers every number people write here;
/// longer ones are a unit in the last place off at the most.
double magnitude_of(const Decimal& number) {
    const double value = static_cast<double>(number.mantissa);
    const int down = -number.exponent;
    if (down <= 0) return value * power_of_ten(number.exponent);
    const double most = value / power_of_ten(std::min(down, most_divided_at_once));
    return down > most_divided_at_once ? most / power_of_ten(down - most_divided_at_once) : most;
}

}  // namespace

// Not the library's readers: those like strtod depend on the locale, and from_chars of
// floating-point numbers is missing in some C++ libraries.
std::optional<double> read_number(std::string_view text) {
    const auto number = read_decimal(text);
    if (!number) return std::nullopt;
    double value = 0;
    if (number->exponent > largest_exponent) {
        if (number->mantissa != 0) return std::nullopt;
    } else if (number->exponent >= smallest_exponent) {
        value = magnitude_of(*number);
    }
    if (!(value <= largest_read)) return std::nullopt;
    return number->negative ? -value : value;
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
