#pragma once
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rows/fields.hpp"
#include "base/text.hpp"
#include "scenario/variable.hpp"

/// Rows as CSV, written from their list of fields.
namespace tumen {

/// Quoted where a comma, a quote or a line end stands in it.
std::string csv_text(std::string_view text);

/// What is missing is empty; settings are a cell each.
template <class T>
std::string csv_cell(const T& value) {
    if constexpr (TextLike<T>) {
        return csv_text(value);
    } else if constexpr (std::is_enum_v<T>) {
        return csv_text(name_of(value));
    } else if constexpr (std::floating_point<T>) {
        return std::isnan(value) ? "" : shortest(value);
    } else if constexpr (std::same_as<T, Settings>) {
        std::string cells;
        for (std::size_t at = 0; at < value.list.size(); ++at) {
            const auto& [name, one] = value.list[at];
            if (at > 0) cells += ',';
            if (!std::isnan(one)) cells += csv_text(variable_text(name, one));
        }
        return cells;
    } else {
        static_assert(std::integral<T>, "no cell is made of such a field");
        return std::to_string(value);
    }
}

/// Names of columns in their order, of a row that is like the others.
template <class Row>
std::vector<std::string> csv_names(const Row& like) {
    std::vector<std::string> names;
    each_field<Row>([&](const auto& field) {
        using Value = FieldValue<Row, decltype(field.get)>;
        if constexpr (std::same_as<Value, Settings>) {
            for (const auto& [name, value] : field.of(like).list)
                names.push_back(name);
        } else {
            names.emplace_back(field.name);
        }
    });
    return names;
}

/// The cells of a row, without an end of the line.
template <class Row>
std::string csv_line(const Row& row) {
    std::string line;
    bool is_first = true;
    each_field<Row>([&](const auto& field) {
        const auto& value = field.of(row);
        using Value = FieldValue<Row, decltype(field.get)>;
        if constexpr (std::same_as<Value, Settings>) {
            if (value.list.empty()) return;
        }
        if (!std::exchange(is_first, false)) line += ',';
        line += csv_cell<Value>(value);
    });
    return line;
}

}  // namespace tumen
