#include "app/cli/tables/evidence_columns.hpp"

#include "scenario/text/quantity.hpp"

namespace tumen::app {

namespace {

std::string value_text(const ToldParameter& row) {
    return quantity_text(row.value().value, row.entry().unit);
}

std::string left_open_text(const ToldParameter& row) {
    const Unit unit = row.entry().unit;
    return quantity_text(row.value().low, unit) + " to " + quantity_text(row.value().high, unit);
}

std::string choices_text(const RuleRow& row) {
    std::string text;
    for (const std::string_view choice : value_named<"choices">(row))
        text += (text.empty() ? "" : ", ") + std::string(choice);
    return text;
}

}  // namespace

/// Values as a scenario writes them.
std::vector<Column<ToldParameter>> columns_of_table(Of<ToldParameter>) {
    using Row = ToldParameter;
    return {column<Row, "name">("PARAMETER"), column<Row, "value">("VALUE", value_text),
            column<Row, "range">("EVIDENCE LEAVES OPEN", left_open_text),
            column<Row, "grade">("GRADE"), column<Row, "label">("WHAT")};
}

std::vector<Column<ObservableRow>> columns_of_table(Of<ObservableRow>) {
    using Row = ObservableRow;
    return {column<Row, "name">("OBSERVABLE"), column<Row, "unit">("UNIT"),
            column<Row, "measure">("MEASURE"), column<Row, "explanation">("WHAT")};
}

/// In the same table.
std::vector<Column<DerivedObservable>> columns_of_table(Of<DerivedObservable>) {
    using Row = DerivedObservable;
    return {column<Row, "name">("OBSERVABLE"), column<Row>("UNIT", [](const Row&) { return ""; }),
            column<Row>("MEASURE", [](const Row&) { return "sum"; }),
            column<Row, "explanation">("WHAT")};
}

std::vector<Column<RuleRow>> columns_of_table(Of<RuleRow>) {
    using Row = RuleRow;
    return {column<Row, "name">("RIVAL RULE"),
            column<Row, "choices">("CHOICES, THE USUAL ONE FIRST", choices_text)};
}

std::vector<Column<DayStep>> columns_of_table(Of<DayStep>) {
    using Row = DayStep;
    return {column<Row, "step">("STEP"), column<Row, "rule">("RULE"), column<Row, "scope">("OF A"),
            column<Row, "what">("WHAT")};
}

}  // namespace tumen::app
