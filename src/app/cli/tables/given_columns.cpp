#include "app/cli/tables/given_columns.hpp"

#include <fmt/format.h>

#include "measures/answers/number_told.hpp"
#include "measures/numbers/words.hpp"

namespace tumen::app {

namespace {

/// The middle, and 90 of 100: of a headline that may have no end, as `run` says it.
std::string range_of(const WeightedRange& range, std::string_view unit) {
    return fmt::format("{} ({})", number_text(range.middle, unit),
                       range_text({range.low, range.high}, unit));
}
std::string value_of(const WeightedRange& range, std::string_view unit) {
    return fmt::format("{} ({})", number_text(range.middle, unit),
                       interval_text({range.low, range.high}, unit));
}

template <FieldName name>
std::string rule_share(const RuleGiven& row) {
    return fmt::format("{:.0f} %", 100 * value_named<name>(row));
}

}  // namespace

std::vector<Column<HeadlineGiven>> columns_of_table(Of<HeadlineGiven>) {
    using Row = HeadlineGiven;
    return {column<Row, "label">("WHAT"),
            column<Row, "before">("BEFORE",
                                  [](const Row& row) { return range_of(row.before, row.unit); }),
            column<Row, "given">("GIVEN THIS",
                                 [](const Row& row) { return range_of(row.after, row.unit); })};
}

std::vector<Column<ValueGiven>> columns_of_table(Of<ValueGiven>) {
    using Row = ValueGiven;
    return {column<Row, "name">("VALUE"),
            column<Row, "shift">("SHIFT",
                                 [](const Row& row) { return fmt::format("{:+.2f}", row.shift); }),
            column<Row, "before">("BEFORE",
                                  [](const Row& row) { return value_of(row.before, row.unit); }),
            column<Row, "given">("GIVEN THIS",
                                 [](const Row& row) { return value_of(row.after, row.unit); })};
}

std::vector<Column<RuleGiven>> columns_of_table(Of<RuleGiven>) {
    using Row = RuleGiven;
    return {column<Row, "rule">("RULE"), column<Row, "choice">("CHOICE"),
            column<Row, "before">("BEFORE", rule_share<"before">),
            column<Row, "given">("GIVEN THIS", rule_share<"given">),
            column<Row, "error">(
                "ERROR", [](const Row& row) { return fmt::format("{:.0f}", 100 * row.error); })};
}

}  // namespace tumen::app
