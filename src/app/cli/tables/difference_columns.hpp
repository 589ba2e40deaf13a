#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "measures/answers/difference_fields.hpp"

/// Differences between scenarios on the terminal.
namespace tumen::app {

std::vector<Column<DifferenceRow>> columns_of_table(Of<DifferenceRow>);
std::vector<Column<PlaysDifferenceRow>> columns_of_table(Of<PlaysDifferenceRow>);

}  // namespace tumen::app
