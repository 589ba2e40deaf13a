#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "belief/information/given_fields.hpp"

/// What would be true if what was heard is, on the terminal.
namespace tumen::app {

std::vector<Column<HeadlineGiven>> columns_of_table(Of<HeadlineGiven>);
std::vector<Column<ValueGiven>> columns_of_table(Of<ValueGiven>);
std::vector<Column<RuleGiven>> columns_of_table(Of<RuleGiven>);

}  // namespace tumen::app
