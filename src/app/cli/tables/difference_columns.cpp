#include "app/cli/tables/difference_columns.hpp"

#include "measures/numbers/words.hpp"

namespace tumen::app {

/// Ends are told where a difference was seen at all.
std::vector<Column<DifferenceRow>> columns_of_table(Of<DifferenceRow>) {
    using Row = DifferenceRow;
    const auto ends = [](const Row& row) {
        return row.of.seen ? said<"low", "high">(row, Number::difference) : missing_text;
    };
    return {column<Row, "label">("what"),
            column<Row, "base">("base"),
            column<Row, "other">("other"),
            column<Row, "difference">("other - base", Number::difference),
            column<Row, "low", "high">("95 % interval", ends),
            column<Row, "correlation">("correlation", Number::three_digits),
            column<Row, "variance_reduction">("variance / paired", Number::three_digits),
            column<Row, "told">("told")};
}

std::vector<Column<PlaysDifferenceRow>> columns_of_table(Of<PlaysDifferenceRow>) {
    using Row = PlaysDifferenceRow;
    const auto ends = [](const Row& row) {
        return never_seen(row.of) ? missing_text : said<"low", "high">(row, Number::difference);
    };
    return {column<Row, "label">("what"),
            column<Row, "base">("base"),
            column<Row, "other">("other"),
            column<Row, "difference">("other - base", Number::difference),
            column<Row, "low", "high">("90 of 100 plays", ends),
            column<Row, "luck_low", "luck_high">("luck alone", Number::difference),
            column<Row, "told">("told")};
}

}  // namespace tumen::app
