#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "belief/belief_fields.hpp"
#include "belief/prior/implied_fields.hpp"

/// What is believed, and what priors imply, on the terminal.
namespace tumen::app {

std::vector<Column<RuleBelief>> columns_of_table(Of<RuleBelief>);
std::vector<Column<PatternBelief>> columns_of_table(Of<PatternBelief>);
std::vector<Column<MovedRow>> columns_of_table(Of<MovedRow>);
std::vector<Column<Coverage>> columns_of_table(Of<Coverage>);
std::vector<Column<Implied>> columns_of_table(Of<Implied>);

}  // namespace tumen::app
