#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/interval.hpp"

/// What rows of results hold, said once. A row is a struct; `fields_of` lists its fields, and
/// whoever shows rows (the command line's JSON, the page's data, Python, the documents) is written
/// from the list, so that no face can call a field by another name or forget it. Plain values and
/// functions: a debugger steps through them.
namespace tumen {

/// Why a face does without a field; empty where it shows it.
struct Without {
    std::string_view command_line = {};
    std::string_view page = {};
    std::string_view python = {};
};

enum class Face : std::uint8_t { command_line, page, python };

constexpr std::string_view why_without(const Without& without, Face face) {
    if (face == Face::command_line) return without.command_line;
    return face == Face::page ? without.page : without.python;
}

/// One field. `get` finds it in a row: a pointer to a member, or a function without captures.
template <class Get>
struct Field {
    std::string_view name;     // in every face
    std::string_view unit;     // "row" where the row's own field `unit` says it, empty for words
    std::string_view meaning;  // a sentence
    Get get;
    Without without = {};
    /// Where Python's columns have been called otherwise; of a pair of ends both, "low high".
    std::string_view in_python = {};

    template <class Row>
    constexpr decltype(auto) of(Row& row) const {
        if constexpr (std::is_member_object_pointer_v<Get>) {
            return (row.*get);
        } else if constexpr (std::is_member_function_pointer_v<Get>) {
            return (row.*get)();
        } else {
            return get(row);
        }
    }
};
template <class Get>
Field(std::string_view, std::string_view, std::string_view, Get) -> Field<Get>;
template <class Get>
Field(std::string_view, std::string_view, std::string_view, Get, Without) -> Field<Get>;
template <class Get>
Field(std::string_view, std::string_view, std::string_view, Get, Without, std::string_view)
    -> Field<Get>;

template <std::size_t place, class Get>
struct FieldAt {
    Field<Get> field;
};
template <class Places, class... Gets>
struct FieldsAt;
template <std::size_t... places, class... Gets>
struct FieldsAt<std::index_sequence<places...>, Gets...> : FieldAt<places, Gets>... {
    static constexpr std::size_t size = sizeof...(places);

    constexpr FieldsAt(const Field<Gets>&... fields) : FieldAt<places, Gets>{fields}... {}

    template <class Act>
    constexpr void each(const Act& act) const {
        (act(static_cast<const FieldAt<places, Gets>&>(*this).field), ...);
    }
};

/// Fields in their order, each of a type of its own: what a tuple is, without the questions that a
/// tuple asks the compiler about each of them, in every source that shows rows.
template <class... Gets>
struct FieldList : FieldsAt<std::index_sequence_for<Gets...>, Gets...> {
    using FieldsAt<std::index_sequence_for<Gets...>, Gets...>::FieldsAt;
};
template <class... Gets>
FieldList(const Field<Gets>&...) -> FieldList<Gets...>;

/// Those of one list and then those of the next.
template <std::size_t... left, class... A, std::size_t... right, class... B>
constexpr FieldList<A..., B...> joined(const FieldsAt<std::index_sequence<left...>, A...>& one,
                                       const FieldsAt<std::index_sequence<right...>, B...>& other) {
    return {static_cast<const FieldAt<left, A>&>(one).field...,
            static_cast<const FieldAt<right, B>&>(other).field...};
}
constexpr auto joined(const auto& one, const auto& next, const auto& third, const auto&... more) {
    return joined(joined(one, next), third, more...);
}

template <std::size_t place, class Get>
constexpr const Field<Get>& field_at(const FieldAt<place, Get>& one) {
    return one.field;
}

/// The fields of a row; none for what is no row.
template <class Row>
inline constexpr auto fields_of = FieldList<>();

template <class Row>
concept Described = (fields_of<Row>.size > 0);

/// What the rows are, and where each face has them: "others[].differences[]".
struct ResultKind {
    std::string_view name;
    std::string_view meaning;
    std::string_view command;  // that answers with them
    std::string_view command_line;
    std::string_view page;    // empty where the page has none
    std::string_view python;  // "Comparison.differences"
    std::string_view keys;    // fields that tell rows apart, "scenario id"
    /// Of what a report saves, the end of the file's name: "patterns"; empty where it saves none.
    std::string_view saved = {};
    /// The table of `tumen export` that has them; empty where none has.
    std::string_view exported = {};
    /// Where the page has them that plays the model itself: "parameters[]"; empty where nowhere.
    std::string_view explorer = {};
};
template <class Row>
inline constexpr ResultKind result_kind = {};

/// Of an enumeration that is shown as words: its last value. `name_of` gives the words.
template <class Word>
inline constexpr std::optional<Word> last_of = std::nullopt;

template <class Row, class Do>
constexpr void each_field(const Do& act) {
    fields_of<Row>.each(act);
}

/// What a field of a row is, without reference or const.
template <class Row, class Get>
using FieldValue =
    std::remove_cvref_t<decltype(std::declval<const Field<Get>&>().of(std::declval<const Row&>()))>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_list<std::span<T>> = true;

template <class T>
concept TextLike = std::convertible_to<const T&, std::string_view>;

/// What is set by name, as a number: a parameter's value, a rival's place among its rule's choices,
/// an event's date in days. The page has the number; command line and Python say which rival, which
/// date.
struct Setting {
    std::string_view name;
    double value = 0;
};
/// Several of them, each under its own name: of a point of a design.
struct Settings {
    std::vector<std::pair<std::string, double>> list;
};

/// What was drawn under a name, with every digit, so that it can be played again; a rival as text.
using DrawnValue = std::variant<double, std::string>;
/// The same beside its name.
template <class Value>
using Named = std::pair<std::string, Value>;

template <class T>
inline constexpr bool is_named = false;
template <class Value>
inline constexpr bool is_named<Named<Value>> = true;

/// A field as documents and other languages need it.
struct FieldDescription {
    std::string name;
    std::string type;  // text, word, count, number, truth, ends (a pair of numbers), setting,
                       // settings, drawn value, named number, named text or row
    bool list = false;
    bool may_be_missing = false;
    std::vector<std::string> words;        // of a word
    std::vector<FieldDescription> fields;  // of a row
    std::string unit;
    std::string meaning;
    Without without;
    std::string in_python;
};

template <class Row>
std::vector<FieldDescription> description_of();

template <class T>
void describe_type(FieldDescription& out) {
    if constexpr (is_optional<T>) {
        out.may_be_missing = true;
        describe_type<typename T::value_type>(out);
    } else if constexpr (TextLike<T>) {
        out.type = "text";
    } else if constexpr (is_list<T>) {
        out.list = true;
        describe_type<std::remove_cvref_t<typename T::value_type>>(out);
    } else if constexpr (std::is_enum_v<T>) {
        static_assert(last_of<T>.has_value(), "say its last value with last_of");
        out.type = "word";
        for (int place = 0; place <= static_cast<int>(*last_of<T>); ++place)
            out.words.emplace_back(name_of(static_cast<T>(place)));
    } else if constexpr (std::same_as<T, Interval>) {
        out.type = "ends";
    } else if constexpr (std::same_as<T, Setting>) {
        out.type = "setting";
    } else if constexpr (std::same_as<T, Settings>) {
        out.type = "settings";
    } else if constexpr (std::same_as<T, DrawnValue>) {
        out.type = "drawn value";
    } else if constexpr (is_named<T>) {
        out.type = std::floating_point<typename T::second_type> ? "named number" : "named text";
    } else if constexpr (std::same_as<T, bool>) {
        out.type = "truth";
    } else if constexpr (std::integral<T>) {
        out.type = "count";
    } else if constexpr (std::floating_point<T>) {
        out.type = "number";
    } else {
        static_assert(Described<T>, "say its fields with fields_of");
        out.type = "row";
        out.fields = description_of<T>();
    }
}

/// What a list says of a field, without what its values are.
FieldDescription named_field(std::string_view name, std::string_view unit, std::string_view meaning,
                             const Without& without, std::string_view in_python);

template <class Row>
std::vector<FieldDescription> description_of() {
    std::vector<FieldDescription> list;
    list.reserve(fields_of<Row>.size);
    each_field<Row>([&](const auto& field) {
        list.push_back(
            named_field(field.name, field.unit, field.meaning, field.without, field.in_python));
        describe_type<FieldValue<Row, decltype(field.get)>>(list.back());
    });
    return list;
}

}  // namespace tumen
