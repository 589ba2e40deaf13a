#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "belief/statements/sign_fields.hpp"

/// Judged signs on the terminal.
namespace tumen::app {

std::vector<Column<JudgedConclusion>> columns_of_table(Of<JudgedConclusion>);
std::vector<Column<StatementRow>> columns_of_table(Of<StatementRow>);

}  // namespace tumen::app
