#pragma once
#include "base/rows/fields.hpp"
#include "model/observables.hpp"

/// What is told of the columns of a day, in every face.
namespace tumen {

constexpr std::string_view name_of(Measure measure) {
    constexpr std::string_view names[] = {"flow", "stock", "level"};
    return names[static_cast<std::size_t>(measure)];
}
template <>
inline constexpr std::optional<Measure> last_of<Measure> = Measure::level;

template <>
inline constexpr ResultKind result_kind<ObservableRow> = {"observable",
                                                          "A column of a day.",
                                                          "info observables",
                                                          "observables[]",
                                                          "",
                                                          "tumen.observables",
                                                          "name",
                                                          {},
                                                          {},
                                                          "observables[]"};
template <>
inline constexpr auto fields_of<ObservableRow> = FieldList{
    Field{"name", "", "The column.", &ObservableRow::name},
    Field{"label", "", "What it is called.", &ObservableRow::label},
    Field{"unit", "", "The unit of its numbers.", &ObservableRow::unit},
    Field{"type", "", "How it is kept: counts are int64, quantities float64.",
          [](const ObservableRow& row) -> std::string_view {
              return static_cast<std::size_t>(&row - observable_rows().data()) < count_total
                         ? "int64"
                         : "float64";
          }},
    Field{"rule", "", "The rule that it belongs to.", &ObservableRow::rule},
    Field{"measure", "",
          "How cities are taken together: flows and stocks are added up, levels averaged.",
          &ObservableRow::measure},
    Field{"explanation", "", "How it is counted.", &ObservableRow::explanation}};

}  // namespace tumen
