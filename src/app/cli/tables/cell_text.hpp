#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/rows/fields.hpp"

/// Values as cells of a table.
namespace tumen::app {

/// How a number is said: as one reads it, as what one number is more than another, by three digits
/// whatever its unit, or by two behind the point.
enum class Number : std::uint8_t { as_is, difference, three_digits, two_decimals };

inline constexpr const char* missing_text = "-";

std::string number_cell(double value, std::string_view unit, Number how);
std::string interval_cell(const Interval& interval, std::string_view unit, Number how);
/// Several texts, "; " between them.
std::string list_cell(const std::vector<std::string>& list);

template <class T>
std::string cell_text(const T& value, std::string_view unit, Number how) {
    if constexpr (is_optional<T>) {
        return value ? cell_text(*value, unit, how) : missing_text;
    } else if constexpr (TextLike<T>) {
        return std::string(std::string_view(value));
    } else if constexpr (std::is_enum_v<T>) {
        return std::string(name_of(value));
    } else if constexpr (std::same_as<T, bool>) {
        return value ? "yes" : "no";
    } else if constexpr (std::integral<T>) {
        return std::to_string(value);
    } else if constexpr (std::floating_point<T>) {
        return number_cell(value, unit, how);
    } else if constexpr (std::same_as<T, Interval>) {
        return interval_cell(value, unit, how);
    } else {
        static_assert(is_list<T>, "say in the column how such a field is told");
        std::vector<std::string> list;
        list.reserve(value.size());
        for (const auto& one : value)
            list.push_back(cell_text(one, unit, how));
        return list_cell(list);
    }
}

}  // namespace tumen::app
