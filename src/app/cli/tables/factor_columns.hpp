#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "sensitivity/factor_fields.hpp"

/// What matters most, on the terminal.
namespace tumen::app {

std::vector<Column<ScreenedRow>> columns_of_table(Of<ScreenedRow>);
std::vector<Column<IndexedRow>> columns_of_table(Of<IndexedRow>);

}  // namespace tumen::app
