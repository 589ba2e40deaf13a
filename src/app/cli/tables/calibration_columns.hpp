#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "calibration/calibration_fields.hpp"

/// Parameters and patterns of a calibration on the terminal.
namespace tumen::app {

std::vector<Column<ParameterPosterior>> columns_of_table(Of<ParameterPosterior>);
std::vector<Column<PatternFit>> columns_of_table(Of<PatternFit>);

}  // namespace tumen::app
