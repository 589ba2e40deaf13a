#include "scenario/text/quantity.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>

#include "base/text.hpp"

namespace tumen {

namespace {

/// A unit as people write it: what it is and how many of the parameter's unit one of it is.
struct Spelling {
    std::string_view text;
    double factor;
};

constexpr std::array people = {Spelling{"people", 1}, Spelling{"person", 1}};
constexpr std::array households = {Spelling{"households", 1}, Spelling{"household", 1}};
constexpr std::array units = {Spelling{"units", 1}, Spelling{"unit", 1}};
constexpr std::array officers = {Spelling{"officers", 1}, Spelling{"officer", 1}};
constexpr std::array shares = {Spelling{"%", 0.01}};
constexpr std::array daily_odds = {Spelling{"/day", 1},      Spelling{"per day", 1},
                                   Spelling{"%", 0.01},      Spelling{"%/day", 0.01},
                                   Spelling{"% /day", 0.01}, Spelling{"% per day", 0.01}};
constexpr std::array per_day = {Spelling{"/day", 1}, Spelling{"per day", 1}};
constexpr std::array per_year = {Spelling{"/year", 1}, Spelling{"per year", 1}};
constexpr std::array days = {Spelling{"days", 1}, Spelling{"day", 1},     Spelling{"weeks", 7},
                             Spelling{"week", 7}, Spelling{"years", 365}, Spelling{"year", 365}};
constexpr std::array cny = {Spelling{"CNY", 1}};
constexpr std::array cny_a_day = {Spelling{"CNY/day", 1}, Spelling{"CNY /day", 1},
                                  Spelling{"CNY per day", 1}};
constexpr std::array log_odds = {Spelling{"log-odds", 1}};

struct Writing {
    std::span<const Spelling> spellings;
    std::string_view expected;  // in a diagnostic
};

Writing writing_of(Unit unit) {
    switch (unit) {
        case Unit::people:
            return {people, "a number of people, as 4 or \"4 people\""};
        case Unit::households:
            return {households, "a number of households, as \"20 households\""};
        case Unit::units:
            return {units, "a number of units, as \"60 units\""};
        case Unit::officers:
            return {officers, "a number of officers, as \"3 officers\""};
        case Unit::share:
            return {shares, "a share, as 0.22 or \"22 %\""};
        case Unit::probability:
            return {shares, "a probability, as 0.05 or \"5 %\""};
        case Unit::probability_a_day:
            return {daily_odds, "a probability a day, as 0.05, \"5 %\" or \"0.05 /day\""};
        case Unit::per_day:
            return {per_day, "a rate a day, as \"0.04 /day\""};
        case Unit::per_year:
            return {per_year, "a rate a year, as \"0.65 /year\""};
        case Unit::days:
            return {days, "a time in days, as \"30 days\", \"6 weeks\" or \"2 years\""};
        case Unit::cny:
            return {cny, "CNY, as \"15000 CNY\""};
        case Unit::cny_a_day:
            return {cny_a_day, "CNY a day, as \"80 CNY/day\""};
        case Unit::one:
            return {{}, "a plain number without a unit"};
        case Unit::log_odds:
            return {log_odds, "log-odds, as 0.7"};
    }
    return {{}, "a number"};
}

/// "15,000" as "15000" where the commas part groups of three digits; else the text itself.
std::string without_grouping(std::string_view number) {
    const std::string_view whole = number.substr(0, number.find('.'));
    std::string plain;
    std::size_t since = 0;
    std::size_t commas = 0;
    for (const char c : whole) {
        if (c == ',') {
            if (plain.empty() || (commas > 0 ? since != 3 : since > 3)) return std::string(number);
            ++commas;
            since = 0;
        } else {
            plain += c;
            if (c >= '0' && c <= '9') ++since;
        }
    }
    if (commas > 0 && since != 3) return std::string(number);
    return plain + std::string(number.substr(whole.size()));
}

std::optional<double> factor_of(std::string_view word, Unit unit) {
    if (word.empty()) return 1;
    for (const Spelling& spelling : writing_of(unit).spellings) {
        if (spelling.text == word) return spelling.factor;
    }
    return std::nullopt;
}

Diagnostic wrong_unit(std::string_view word, Unit unit) {
    Diagnostic diagnostic;
    diagnostic.problem =
        "got " + printable(word, 40) + ", expected " + std::string(writing_of(unit).expected);
    if (word == "%") diagnostic.reason = "percentages are for shares and probabilities only";
    if (unit == Unit::days && word.starts_with("month")) {
        diagnostic.reason = "a month has 28 to 31 days";
    }
    return diagnostic;
}

}  // namespace

Expected<double, Diagnostic> read_quantity(std::string_view text, Unit unit) {
    const std::string_view whole = trimmed(text);
    std::size_t end = 0;
    while (end < whole.size() &&
           std::string_view("+-.,0123456789eE").find(whole[end]) != std::string_view::npos) {
        ++end;
    }
    const std::string_view word = trimmed(whole.substr(end));
    const auto number = read_number(without_grouping(trimmed(whole.substr(0, end))));
    if (!number) {
        Diagnostic diagnostic;
        diagnostic.problem = "\"" + printable(text, 40) + "\" is no number; expected " +
                             std::string(writing_of(unit).expected);
        return diagnostic;
    }
    const auto factor = factor_of(word, unit);
    if (!factor) return wrong_unit(word, unit);
    if (*factor == 0.01) return *number / 100;  // 7 % is exactly the double nearest to 0.07
    const double value = *number * *factor;
    if (!std::isfinite(value)) {
        Diagnostic diagnostic;
        diagnostic.problem = printable(text, 40) + " is larger than any number can be; expected " +
                             std::string(writing_of(unit).expected);
        return diagnostic;
    }
    return value;
}

namespace {

/// Twelve significant digits, thousands parted by commas, no exponent where a few digits do.
std::string number_text(double value) {
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value,
                                   std::chars_format::general, 12);
    std::string text(buffer, end.ptr);
    if (text.find('e') != text.npos) return text;
    const std::size_t first = text.front() == '-' ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > first + 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

}  // namespace

std::string quantity_text(double value, Unit unit) {
    const auto counted = [&](std::string_view one, std::string_view many) {
        return number_text(value) + " " + std::string(value == 1 ? one : many);
    };
    switch (unit) {
        case Unit::people:
            return counted("person", "people");
        case Unit::households:
            return counted("household", "households");
        case Unit::units:
            return counted("unit", "units");
        case Unit::officers:
            return counted("officer", "officers");
        case Unit::share:
        case Unit::probability:
            return number_text(value * 100) + " %";
        case Unit::probability_a_day:
            return number_text(value * 100) + " %/day";
        case Unit::per_day:
            return number_text(value) + " /day";
        case Unit::per_year:
            return number_text(value) + " /year";
        case Unit::days:
            return counted("day", "days");
        case Unit::cny:
            return number_text(value) + " CNY";
        case Unit::cny_a_day:
            return number_text(value) + " CNY/day";
        case Unit::log_odds:
            return number_text(value) + " log-odds";
        case Unit::one:
            break;
    }
    return number_text(value);
}

std::string percent_meant(double value, Unit unit, double low, double high) {
    const bool shared =
        unit == Unit::share || unit == Unit::probability || unit == Unit::probability_a_day;
    const double meant = value / 100;
    if (!shared || value <= 1 || meant < low || meant > high) return "";
    return "did you mean \"" + number_text(value) + " %\"?";
}

}  // namespace tumen
