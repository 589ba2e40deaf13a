#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "belief/information/worth_rows.hpp"

/// What would narrow an answer, on the terminal.
namespace tumen::app {

std::vector<Column<WorthRow>> columns_of_table(Of<WorthRow>);

}  // namespace tumen::app
