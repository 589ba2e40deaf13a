#pragma once
#include <string_view>
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "base/rows/fields.hpp"

namespace tumen::app {

/// What a scenario, a command and a results file may hold at most.
struct LimitRow {
    std::string_view name;
    double value;
    std::string_view meaning;
};
std::vector<LimitRow> limit_rows();

std::vector<Column<LimitRow>> columns_of_table(Of<LimitRow>);

}  // namespace tumen::app

namespace tumen {

template <>
inline constexpr ResultKind result_kind<app::LimitRow> = {
    "limit",
    "What a scenario, a command and a results file may hold at most.",
    "info limits",
    "limits[]",
    "",
    "",
    "name"};
template <>
inline constexpr auto fields_of<app::LimitRow> =
    FieldList{Field{"name", "", "What is limited.", &app::LimitRow::name},
              Field{"at_most", "", "How much is taken.", &app::LimitRow::value},
              Field{"meaning", "", "Of what that is the number.", &app::LimitRow::meaning}};

}  // namespace tumen
