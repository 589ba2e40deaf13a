#include "app/cli/tables/answer_columns.hpp"

#include <cmath>

#include "measures/answers/number_told.hpp"
#include "measures/numbers/words.hpp"

namespace tumen::app {

namespace {

std::string_view part_text(AnswerPart part) {
    static constexpr std::string_view words[] = {"official picture", "what changed", "the gap", ""};
    return words[static_cast<std::size_t>(part)];
}

std::string middle_text(const AnswerRow& row) {
    const double middle = row.spread.middle;
    return std::isinf(middle) ? "beyond every number" : said<"middle">(row, Number::as_is);
}

}  // namespace

/// What 90 of 100 plays lie between, and what luck does to the middle; a range may be open.
std::vector<Column<AnswerRow>> columns_of_table(Of<AnswerRow>) {
    using Row = AnswerRow;
    return {
        column<Row, "part">("", [](const Row& row) { return part_text(row.part); }),
        column<Row, "label">("what"), column<Row, "middle">("middle", middle_text),
        column<Row, "low", "high">(
            "90 of 100 plays", [](const Row& row) { return range_text(row.spread.all, row.unit); }),
        column<Row, "luck_low", "luck_high">("luck alone", [](const Row& row) {
            return row.spread.luck ? range_text(*row.spread.luck, row.unit) : missing_text;
        })};
}

}  // namespace tumen::app
