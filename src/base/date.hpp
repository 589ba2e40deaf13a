#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tumen {

/// A day of the proleptic Gregorian calendar, as days since 1 January 1970.
struct Date {
    std::int32_t days_since_epoch = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// The date, or nothing where no such day exists (30 February).
std::optional<Date> make_date(int year, int month, int day);

/// A date written as 2020-10-01; nothing for any other text.
std::optional<Date> read_date(std::string_view text);

/// Days from one date to the other; negative if `later` is the earlier one.
constexpr std::int32_t days_between(Date earlier, Date later) {
    return later.days_since_epoch - earlier.days_since_epoch;
}

constexpr Date plus_days(Date date, std::int32_t days) {
    return {date.days_since_epoch + days};
}

/// 2020-10-01
std::string iso(Date date);

/// 1 October 2020
std::string in_words(Date date);

}  // namespace tumen
