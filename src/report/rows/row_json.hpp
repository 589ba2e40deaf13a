#pragma once
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/rows/fields.hpp"

/// Rows as JSON, written from their list of fields.
namespace tumen {

using Json = nlohmann::ordered_json;

/// Six significant digits, enough for any figure; null for what is not finite.
Json number(double value);

/// One more member of an object that has none of this name.
void put(Json& object, std::string_view name, Json value);

/// A number, or the text of a rival or a date.
Json setting_text(const Setting& setting);

/// As a face has it: the page's numbers are rounded by `number`, the command line's keep all their
/// digits (JSON writes null for what is not finite).
template <Face face, class Row>
Json row_json(const Row& row);

template <Face face, class T>
Json value_json(const T& value) {
    if constexpr (is_optional<T>) {
        return value ? value_json<face>(*value) : Json();
    } else if constexpr (TextLike<T>) {
        return std::string_view(value);
    } else if constexpr (is_list<T>) {
        Json list = Json::array();
        for (const auto& one : value)
            list.push_back(value_json<face>(one));
        return list;
    } else if constexpr (std::is_enum_v<T>) {
        return name_of(value);
    } else if constexpr (std::same_as<T, Interval>) {
        return Json::array({value_json<face>(value.low), value_json<face>(value.high)});
    } else if constexpr (std::same_as<T, Setting>) {
        return face == Face::page ? number(value.value) : setting_text(value);
    } else if constexpr (std::same_as<T, Settings>) {
        Json some = face == Face::page ? Json::array() : Json::object();
        for (const auto& [name, one] : value.list) {
            Json json = value_json<face>(Setting{name, one});
            face == Face::page ? some.push_back(std::move(json))
                               : void(some[name] = std::move(json));
        }
        return some;
    } else if constexpr (std::same_as<T, DrawnValue>) {
        return std::visit([](const auto& drawn) { return Json(drawn); }, value);
    } else if constexpr (is_named<T>) {
        return Json::array({value.first, value.second});
    } else if constexpr (std::floating_point<T>) {
        return face == Face::page ? number(value) : Json(value);
    } else if constexpr (Described<T>) {
        return row_json<face>(value);
    } else {
        return value;
    }
}

template <Face face, class Row>
Json row_json(const Row& row) {
    Json json = Json::object();
    each_field<Row>([&](const auto& field) {
        if (why_without(field.without, face).empty())
            put(json, field.name, value_json<face>(field.of(row)));
    });
    return json;
}

/// What `row_json` wrote of a row whose fields are members; throws what the library throws where
/// one is missing or of another type.
template <class Row>
Row read_row(const Json& json) {
    Row row;
    each_field<Row>(
        [&](const auto& field) { json.at(std::string(field.name)).get_to(field.of(row)); });
    return row;
}

/// The values alone, in the order of the fields: where a face has many rows of a kind.
template <Face face, class Row>
Json row_values(const Row& row) {
    Json list = Json::array();
    each_field<Row>([&](const auto& field) {
        if (why_without(field.without, face).empty())
            list.push_back(value_json<face>(field.of(row)));
    });
    return list;
}

}  // namespace tumen
