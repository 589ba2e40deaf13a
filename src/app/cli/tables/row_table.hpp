#pragma once
#include <algorithm>
#include <array>
#include <concepts>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/cli/tables/cell_text.hpp"
#include "base/rows/fields.hpp"

/// Tables of rows that are described: a column is a head and the fields that its cells are made of,
/// which have to be in the list of the row's fields. A number is said with its unit, by the list.
namespace tumen::app {

/// A name of a field, as an argument of a template.
template <std::size_t size>
struct FieldName {
    constexpr FieldName(const char (&name)[size]) {  // NOLINT: a literal is meant
        std::copy_n(name, size, text);
    }
    constexpr std::string_view view() const { return {text, size - 1}; }
    char text[size] = {};
};

/// Which of the row's fields has that name; the count of all where none has.
template <class Row>
constexpr std::size_t place_of_field(std::string_view name) {
    std::size_t place = 0;
    std::size_t found = fields_of<Row>.size;
    each_field<Row>([&](const auto& field) {
        if (field.name == name) found = place;
        ++place;
    });
    return found;
}

template <class Row, FieldName name>
constexpr const auto& field_named() {
    constexpr std::size_t place = place_of_field<Row>(name.view());
    static_assert(place < fields_of<Row>.size, "the row has no field of this name");
    return field_at<place>(fields_of<Row>);
}

template <FieldName name, class Row>
decltype(auto) value_named(const Row& row) {
    return field_named<Row, name>().of(row);
}

/// The unit of a field in a row, whose own field `unit` may say it.
template <class Row, FieldName name>
std::string unit_named(const Row& row) {
    constexpr std::string_view unit = field_named<Row, name>().unit;
    if constexpr (unit == "row") {
        return std::string(std::string_view(value_named<"unit">(row)));
    } else {
        return std::string(unit);
    }
}

template <class Row>
struct Column {
    std::string_view head;                 // empty where the row itself says it
    std::vector<std::string_view> fields;  // that its cells are made of
    std::function<std::string(const Row&)> cell;
};

/// Of a kind of row, its columns on the terminal: a function, `columns_of_table(Of<Row>())`.
template <class Row>
struct Of {};

/// A field as it is, or two that are ends of a range.
template <FieldName... names, class Row>
std::string said(const Row& row, Number how) {
    static_assert(sizeof...(names) == 1 || sizeof...(names) == 2);
    if constexpr (sizeof...(names) == 1) {
        return (cell_text(value_named<names>(row), unit_named<Row, names>(row), how), ...);
    } else {
        const std::string units[] = {unit_named<Row, names>(row)...};
        const std::optional<double> ends[] = {std::optional<double>(value_named<names>(row))...};
        if (!ends[0] || !ends[1]) return missing_text;
        return cell_text(Interval{*ends[0], *ends[1]}, units[0], how);
    }
}

template <class Row, FieldName... names>
Column<Row> column(std::string_view head, Number how = Number::as_is) {
    return {head, {names.view()...}, [how](const Row& row) { return said<names...>(row, how); }};
}

/// A cell that takes several fields together, or says them in words of its own.
template <class Row, FieldName... names, std::invocable<const Row&> Say>
Column<Row> column(std::string_view head, Say say) {
    (static_cast<void>(field_named<Row, names>()), ...);
    return {head, {names.view()...}, [say](const Row& row) { return std::string(say(row)); }};
}

template <class Row>
std::vector<std::string> heads_of() {
    std::vector<std::string> heads;
    for (const Column<Row>& one : columns_of_table(Of<Row>()))
        heads.emplace_back(one.head);
    return heads;
}

template <class Row>
std::vector<std::string> cells_of(const Row& row) {
    static const std::vector<Column<Row>> columns = columns_of_table(Of<Row>());
    std::vector<std::string> cells;
    cells.reserve(columns.size());
    for (const Column<Row>& one : columns)
        cells.push_back(one.cell(row));
    return cells;
}

}  // namespace tumen::app
