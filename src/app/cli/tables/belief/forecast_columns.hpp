#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "hindcast/forecast_fields.hpp"

/// Forecasts of reports and their scores, on the terminal.
namespace tumen::app {

std::vector<Column<ForetoldRow>> columns_of_table(Of<ForetoldRow>);
std::vector<Column<TargetScore>> columns_of_table(Of<TargetScore>);
std::vector<Column<ScoreSummary>> columns_of_table(Of<ScoreSummary>);

}  // namespace tumen::app
