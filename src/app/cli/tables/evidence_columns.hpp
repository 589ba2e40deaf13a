#pragma once
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "belief/ledger_fields.hpp"
#include "report/series/observable_fields.hpp"
#include "scenario/evidence/day_step_fields.hpp"
#include "scenario/evidence/rule_fields.hpp"

/// What the program knows, on the terminal.
namespace tumen::app {

std::vector<Column<ToldParameter>> columns_of_table(Of<ToldParameter>);
std::vector<Column<ObservableRow>> columns_of_table(Of<ObservableRow>);
std::vector<Column<DerivedObservable>> columns_of_table(Of<DerivedObservable>);
std::vector<Column<RuleRow>> columns_of_table(Of<RuleRow>);
std::vector<Column<DayStep>> columns_of_table(Of<DayStep>);

}  // namespace tumen::app
