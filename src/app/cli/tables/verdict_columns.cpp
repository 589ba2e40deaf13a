#include "app/cli/tables/verdict_columns.hpp"

#include <fmt/format.h>

namespace tumen::app {

namespace {

std::string held_text(const VerdictRow& row) {
    const PatternResult& result = row.of;
    if (result.replicates == 0) return missing_text;
    return fmt::format("{:.0f} % ({:.0f} to {:.0f} %)", 100 * result.share,
                       100 * result.share_interval.low, 100 * result.share_interval.high);
}

bool is_judged_by_mean(const VerdictRow& row) {
    return row.pattern().test.judged == JudgedBy::mean;
}

/// A statistic is in whatever unit it is in. The interval is told where it is what is judged.
std::string mean_text(const VerdictRow& row) {
    if (row.of.replicates == 0) return missing_text;
    std::string text = fmt::format("{:.4g}", row.of.mean);
    if (const auto& interval = row.of.mean_interval; interval && is_judged_by_mean(row))
        text += fmt::format(" ({:.4g} to {:.4g})", interval->low, interval->high);
    return text;
}

std::string expected_cell(const VerdictRow& row) {
    return expected_text(row.pattern().test) +
           (row.pattern().bound == Bound::ours ? " (ours)" : "");
}

/// The verdict, whether by the mean, and how many replicates had no value where some had none.
std::string verdict_text(const VerdictRow& row) {
    std::string text(name_of(row.of.verdict));
    if (is_judged_by_mean(row)) text += " by the mean";
    if (row.of.without_value > 0 && row.of.replicates > 0)
        text += fmt::format(" ({} without value)", row.of.without_value);
    return text;
}

}  // namespace

std::vector<Column<VerdictRow>> columns_of_table(Of<VerdictRow>) {
    using Row = VerdictRow;
    return {column<Row, "id">("PATTERN"),
            column<Row, "grade">("GRADE"),
            column<Row, "role">("ROLE"),
            column<Row, "severity">("A TEST"),
            column<Row, "share", "share_interval">("SHARE (95 %)", held_text),
            column<Row, "mean", "mean_interval">("MEAN", mean_text),
            column<Row, "expected", "bound">("EXPECTED", expected_cell),
            column<Row, "verdict", "judged_by", "without_value">("VERDICT", verdict_text),
            column<Row, "statement">("STATEMENT")};
}

}  // namespace tumen::app
