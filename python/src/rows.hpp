#pragma once
#include <pybind11/pybind11.h>

#include <cmath>
#include <string>

#include "base/rows/fields.hpp"
#include "sections/sections.hpp"

/// Rows as dicts, whose keys are columns of a table: written from their list of fields. A number that
/// is missing is NaN, a text is empty; a pair of ends is two columns; a row in a row is a column for each of its fields,
/// its name in front; settings are a
/// column each, under their own names.
namespace tumen::python {

template <class T>
pybind11::object python_value(const T& value) {
    namespace py = pybind11;
    if constexpr (is_optional<T>) {
        if (value) return python_value(*value);
        using Inner = typename T::value_type;
        if constexpr (std::floating_point<Inner>) return py::float_(std::nan(""));
        if constexpr (TextLike<Inner>) return py::str("");
        if constexpr (is_list<Inner>) return py::list();
        return py::none();
    } else if constexpr (TextLike<T>) {
        const std::string_view text = value;
        return py::str(text.data(), text.size());
    } else if constexpr (is_list<T>) {
        py::list list;
        for (const auto& one : value)
            list.append(python_value(one));
        return list;
    } else if constexpr (std::same_as<T, Setting>) {
        return value_shown(std::string(value.name), value.value);
    } else if constexpr (std::is_enum_v<T>) {
        return python_value(std::string_view(name_of(value)));
    } else {
        return py::cast(value);
    }
}

/// The two names of a pair of ends: "low high".
std::pair<std::string, std::string> end_names(std::string_view names);

/// The column of a field; `before` is that of the row it stands in. "." is that column itself, and
/// of a row in a row that its fields are columns under their own names.
std::string column_of(const std::string& before, std::string_view name, std::string_view in_python);

template <class T>
void enter(pybind11::dict& dict, const std::string& name, const T& value);

/// The fields of a row; of one that is not there, missing.
template <class Row>
void enter_fields(pybind11::dict& dict, const std::string& before, const Row* row) {
    each_field<Row>([&](const auto& field) {
        if (!field.without.python.empty()) return;
        const std::string name = column_of(before, field.name, field.in_python);
        using Value = FieldValue<Row, decltype(field.get)>;
        if (row != nullptr) {
            enter<Value>(dict, name, field.of(*row));
        } else if constexpr (is_optional<Value>) {
            enter<Value>(dict, name, std::nullopt);
        } else {
            enter<std::optional<Value>>(dict, name, std::nullopt);
        }
    });
}

template <class T>
void enter(pybind11::dict& dict, const std::string& name, const T& value) {
    namespace py = pybind11;
    if constexpr (std::same_as<T, std::optional<Interval>>) {
        enter(dict, name, value ? *value : Interval{std::nan(""), std::nan("")});
    } else if constexpr (std::same_as<T, Interval>) {
        const auto [low, high] = end_names(name);
        dict[py::str(low)] = value.low;
        dict[py::str(high)] = value.high;
    } else if constexpr (std::same_as<T, Settings>) {
        for (const auto& [column, one] : value.list)
            dict[py::str(column)] = value_shown(column, one);
    } else if constexpr (Described<T>) {
        enter_fields(dict, name, &value);
    } else if constexpr (is_optional<T>) {
        if constexpr (Described<typename T::value_type>) {
            enter_fields<typename T::value_type>(dict, name, value ? &*value : nullptr);
        } else {
            dict[py::str(name)] = python_value(value);
        }
    } else {
        dict[py::str(name)] = python_value(value);
    }
}

template <class Row>
pybind11::dict row_dict(const Row& row) {
    pybind11::dict dict;
    enter_fields(dict, "", &row);
    return dict;
}

}  // namespace tumen::python
