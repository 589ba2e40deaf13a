#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "belief/verdict_fields.hpp"

/// Judged patterns on the terminal.
namespace tumen::app {

std::vector<Column<VerdictRow>> columns_of_table(Of<VerdictRow>);

}  // namespace tumen::app
