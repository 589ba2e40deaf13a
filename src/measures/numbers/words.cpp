#include "measures/numbers/words.hpp"

#include <charconv>
#include <cmath>

namespace tumen {

namespace {

std::string fixed(double value, int decimals) {
    char buffer[400];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
    std::string text(buffer, end.ptr);
    return text.find_first_not_of("-0.") == std::string::npos && text[0] == '-' ? text.substr(1)
                                                                                : text;
}

std::string with_commas(std::string digits) {
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

/// Whole from 10 on; below, one decimal unless the value is whole.
std::string count_text(double value) {
    const bool whole = value == std::round(value);
    if (std::abs(value) >= 9.95 || whole) return with_commas(fixed(value, 0));
    return fixed(value, 1);
}

/// Three significant digits.
std::string plain_text(double value) {
    if (value == 0) return "0";
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (magnitude >= 3) return with_commas(fixed(value, 0));
    return fixed(value, std::min(2 - magnitude, 6));
}

bool is_share(std::string_view unit) {
    return unit == "share" || unit == "probability";
}

bool is_count(std::string_view unit) {
    for (const std::string_view count : {"people", "phones", "calls", "transfers", "reports",
                                         "households", "oaths", "people/month"}) {
        if (unit == count) return true;
    }
    return false;
}

/// Without what it is measured in.
std::string signed_number(double value, std::string_view unit) {
    if (!std::isfinite(value)) return "no value";
    std::string text = is_count(unit) ? count_text(value) : plain_text(value);
    if (unit == "CNY") text = with_commas(fixed(value, 0));
    if (is_share(unit)) text = fixed(100 * value, std::abs(value) < 0.0995 ? 1 : 0);
    const bool nothing = text.find_first_not_of("0.") == text.npos;
    return value > 0 && !nothing ? "+" + text : text;
}

std::string measured_in(std::string_view unit) {
    if (is_share(unit)) return " pp";
    return unit == "CNY" ? " CNY" : "";
}

}  // namespace

std::string number_text(double value, std::string_view unit) {
    if (!std::isfinite(value)) return "no value";
    if (is_share(unit)) {
        return fixed(100 * value, std::abs(value) < 0.0995 ? 1 : 0) + " %";
    }
    if (unit == "CNY") return with_commas(fixed(value, 0)) + " CNY";
    return is_count(unit) ? count_text(value) : plain_text(value);
}

std::string interval_text(const Interval& interval, std::string_view unit) {
    return number_text(interval.low, unit) + " to " + number_text(interval.high, unit);
}

std::string difference_text(double value, std::string_view unit) {
    return signed_number(value, unit) + measured_in(unit);
}

std::string difference_interval_text(const Interval& interval, std::string_view unit) {
    return signed_number(interval.low, unit) + " to " + difference_text(interval.high, unit);
}

}  // namespace tumen
