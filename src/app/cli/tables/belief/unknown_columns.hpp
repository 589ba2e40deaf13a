#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "measures/unknowns/unknown_fields.hpp"

/// What values of the widest unknowns lead to, on the terminal.
namespace tumen::app {

std::vector<Column<UnknownResult>> columns_of_table(Of<UnknownResult>);

}  // namespace tumen::app
