#pragma once

#include "base/rows/fields.hpp"
#include "browser/json.hpp"

/// Rows as the page's own model tells them, written from their list of fields. A text, not a tree
/// that becomes one: the page waits for it, and carries the code.
namespace tumen::browser {

template <class Row>
void write_row(JsonWriter& json, const Row& row);

template <class T>
void write_value(JsonWriter& json, const T& value) {
    if constexpr (is_optional<T>) {
        value ? write_value(json, *value) : void(json.null());
    } else if constexpr (TextLike<T>) {
        json.value(std::string_view(value));
    } else if constexpr (is_list<T>) {
        json.open('[');
        for (const auto& one : value)
            write_value(json, one);
        json.close(']');
    } else if constexpr (std::is_enum_v<T>) {
        json.value(name_of(value));
    } else if constexpr (std::same_as<T, Interval>) {
        json.open('[').value(value.low).value(value.high).close(']');
    } else if constexpr (Described<T>) {
        write_row(json, value);
    } else {
        json.value(value);
    }
}

template <class Row>
void write_row(JsonWriter& json, const Row& row) {
    json.open('{');
    each_field<Row>([&](const auto& field) {
        if (!why_without(field.without, Face::page).empty()) return;
        json.key(field.name);
        write_value(json, field.of(row));
    });
    json.close('}');
}

/// All of them, as a list.
template <class Rows>
void write_rows(JsonWriter& json, std::string_view key, const Rows& rows) {
    json.key(key).open('[');
    for (const auto& row : rows)
        write_row(json, row);
    json.close(']');
}

}  // namespace tumen::browser
