#include "app/cli/tables/belief/unknown_columns.hpp"

#include "measures/numbers/words.hpp"

namespace tumen::app {

namespace {

std::string ratio_of_unknown(const UnknownResult& row) {
    if (!row.ratio) return missing_text;
    if (!row.ratio->value) return "no fewer people called";
    std::string text = number_text(*row.ratio->value, "1");
    if (row.ratio->interval) text += " (" + interval_text(*row.ratio->interval, "1") + ")";
    return text;
}

}  // namespace

std::vector<Column<UnknownResult>> columns_of_table(Of<UnknownResult>) {
    using Row = UnknownResult;
    return {column<Row, "label">("UNKNOWN"), column<Row, "value">("VALUE"),
            column<Row, "official">("COUNTED"), column<Row, "changed">("STOPPED CALLING"),
            column<Row, "ratio", "ratio_interval">("RATIO (90 %)", ratio_of_unknown)};
}

}  // namespace tumen::app
