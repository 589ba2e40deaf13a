#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "sweep/design_fields.hpp"
#include "sweep/estimate_fields.hpp"

/// Points of a sweep on the terminal: what varies comes first, a column each.
namespace tumen::app {

std::vector<Column<PointRow>> columns_of_table(Of<PointRow>);
std::vector<Column<EstimateRow>> columns_of_table(Of<EstimateRow>);

}  // namespace tumen::app
