#pragma once
#include "base/rows/fields.hpp"
#include "model/event_kinds.hpp"

/// What is told of the lists of a calendar.
namespace tumen {

constexpr std::string_view name_of(Lasts lasts) {
    return lasts == Lasts::one_day ? "one day" : "a while";
}
template <>
inline constexpr std::optional<Lasts> last_of<Lasts> = Lasts::a_while;

template <>
inline constexpr ResultKind result_kind<EventKindRow> = {
    "event kind", "A list of the calendar.", "", "", "", "", "name", {}, {}, "event_kinds[]"};
template <>
inline constexpr auto fields_of<EventKindRow> = FieldList{
    Field{"name", "", "The list.", &EventKindRow::name},
    Field{"label", "", "What stands over a figure.", &EventKindRow::label},
    Field{"lasts", "", "Whether an entry is one day or lasts a while.", &EventKindRow::lasts},
    Field{
        "number", "",
        "The key of a number between 0 and 1 that an entry must state; empty where there is none.",
        [](const EventKindRow& row) -> std::string_view {
            const bool stated = row.number && row.number->stated == Stated::always;
            return stated ? row.number->key : std::string_view();
        }}};

}  // namespace tumen
