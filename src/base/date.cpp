#include "base/date.hpp"

#include <array>
#include <chrono>

namespace tumen {

namespace {

std::chrono::year_month_day parts(Date date) {
    return std::chrono::year_month_day(
        std::chrono::sys_days(std::chrono::days(date.days_since_epoch)));
}

std::string padded(unsigned number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int numbers[3] = {0, 0, 0};
    int part = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
        } else if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        } else {
            numbers[part] = numbers[part] * 10 + (text[i] - '0');
        }
    }
    return make_date(numbers[0], numbers[1], numbers[2]);
}

std::string iso(Date date) {
    const auto ymd = parts(date);
    return padded(static_cast<unsigned>(static_cast<int>(ymd.year())), 4) + "-" +
           padded(static_cast<unsigned>(ymd.month()), 2) + "-" +
           padded(static_cast<unsigned>(ymd.day()), 2);
}

std::string in_words(Date date) {
    static constexpr std::array<std::string_view, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const auto ymd = parts(date);
    return std::to_string(static_cast<unsigned>(ymd.day())) + " " +
           std::string(months[static_cast<unsigned>(ymd.month()) - 1]) + " " +
           std::to_string(static_cast<int>(ymd.year()));
}

}  // namespace tumen
