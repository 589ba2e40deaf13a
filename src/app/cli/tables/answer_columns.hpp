#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "measures/answers/answer_fields.hpp"

/// The answer of a run on the terminal.
namespace tumen::app {

std::vector<Column<AnswerRow>> columns_of_table(Of<AnswerRow>);

}  // namespace tumen::app
