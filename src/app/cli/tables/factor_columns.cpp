#include "app/cli/tables/factor_columns.hpp"

#include "measures/numbers/words.hpp"

namespace tumen::app {

namespace {

template <class Row>
std::string rank(const Row& row) {
    return is_dummy(row) ? missing_text : rank_text(row.factor);
}

template <class Row>
std::string name(const Row& row) {
    return is_dummy(row) ? "dummy (Monte Carlo noise)" : row.factor.name;
}

template <class Row>
std::string standing(const Row& row) {
    return std::string(is_dummy(row) ? "the floor" : name_of(row.factor.standing));
}

/// An estimate, or its interval.
template <FieldName field, class Row>
std::string value(const Row& row) {
    const std::optional<Estimated> one = value_named<field>(row);
    return one ? number_text(one->value, unit_named<Row, field>(row)) : missing_text;
}
template <FieldName field, class Row>
std::string range(const Row& row) {
    const std::optional<Estimated> one = value_named<field>(row);
    if (!one || !one->interval) return missing_text;
    return interval_text(*one->interval, unit_named<Row, field>(row));
}

}  // namespace

std::vector<Column<ScreenedRow>> columns_of_table(Of<ScreenedRow>) {
    using Row = ScreenedRow;
    return {column<Row, "best", "worst">("rank", rank<Row>),
            column<Row, "name">("parameter", name<Row>),
            column<Row, "strength">("mu*", value<"strength", Row>),
            column<Row, "strength">("95 % interval", range<"strength", Row>),
            column<Row, "mu">("mu", value<"mu", Row>),
            column<Row, "sigma">("sigma", value<"sigma", Row>),
            column<Row, "standing">("from luck", standing<Row>)};
}

/// Indices are plain numbers whatever the headline counts.
std::vector<Column<IndexedRow>> columns_of_table(Of<IndexedRow>) {
    using Row = IndexedRow;
    return {column<Row, "best", "worst">("rank", rank<Row>),
            column<Row, "name">("parameter", name<Row>),
            column<Row, "total">("total", value<"total", Row>),
            column<Row, "total">("95 % interval", range<"total", Row>),
            column<Row, "first">("first", value<"first", Row>),
            column<Row, "first">("95 % interval", range<"first", Row>),
            column<Row, "standing">("from luck", standing<Row>)};
}

}  // namespace tumen::app
