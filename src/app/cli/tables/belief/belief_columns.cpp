#include "app/cli/tables/belief/belief_columns.hpp"

#include <fmt/format.h>

namespace tumen::app {

namespace {

std::string whole_percent(double share) {
    return fmt::format("{:.0f} %", 100 * share);
}

std::string percent_points(double share) {
    return fmt::format("{:.0f}", 100 * share);
}

std::string of_truths(std::size_t count, const Coverage& row) {
    if (row.all.truths == 0) return {};
    const auto truths = static_cast<double>(row.all.truths);
    return fmt::format("{:.1f} %", 100 * static_cast<double>(count) / truths);
}

std::string three_quantiles(std::span<const double> quantiles) {
    return fmt::format("{:.3g} / {:.3g} / {:.3g}", quantiles[0], quantiles[1], quantiles[2]);
}

std::string remark_on(const Implied& row) {
    const std::string& reserved = row.quantity->reserved;
    std::string remark = reserved.empty() ? "" : "narrowed by " + reserved;
    if (row.asks_for_a_look()) remark = "look again";
    if (row.without > 0) {
        remark += fmt::format("{}none in {} of {}", remark.empty() ? "" : "; ", row.without,
                              row.draws + row.without);
    }
    return remark;
}

}  // namespace

std::vector<Column<RuleBelief>> columns_of_table(Of<RuleBelief>) {
    using Row = RuleBelief;
    return {
        column<Row, "rule">("RULE"), column<Row, "choice">("CHOICE"),
        column<Row, "prior">("BEFORE", [](const Row& row) { return whole_percent(row.prior); }),
        column<Row, "belief">("AFTER", [](const Row& row) { return whole_percent(row.belief); }),
        column<Row, "error">("ERROR", [](const Row& row) { return percent_points(row.error); })};
}

std::vector<Column<PatternBelief>> columns_of_table(Of<PatternBelief>) {
    using Row = PatternBelief;
    return {
        column<Row, "id">("PATTERN"),
        column<Row, "prior", "played">("PRIOR",
                                       [](const Row& row) {
                                           return row.played > 0 ? whole_percent(row.prior)
                                                                 : "not played";
                                       }),
        column<Row, "belief">(
            "BELIEF", [](const Row& row) { return row.belief ? whole_percent(*row.belief) : ""; }),
        column<Row, "error", "belief">(
            "ERROR", [](const Row& row) { return row.belief ? percent_points(row.error) : ""; }),
        column<Row, "severity">("A TEST"),
        column<Row, "worse">("", [](const Row& row) { return got_worse(row) ? "got worse" : ""; })};
}

std::vector<Column<MovedRow>> columns_of_table(Of<MovedRow>) {
    using Row = MovedRow;
    return {column<Row, "name">("VALUE"),
            column<Row, "before">("BEFORE, 90 %", Number::three_digits),
            column<Row, "after">("AFTER, 90 %", Number::three_digits),
            column<Row, "shift">(
                "MOVED BY", [](const Row& row) { return fmt::format("{:+.2f}", row.of.shift); }),
            column<Row, "spread">("SPREAD LEFT", Number::two_decimals)};
}

std::vector<Column<Coverage>> columns_of_table(Of<Coverage>) {
    using Row = Coverage;
    return {
        column<Row, "id">("QUANTITY"),
        column<Row, "all">("TRUTHS", [](const Row& row) { return std::to_string(row.all.truths); }),
        column<Row, "all">("HELD", [](const Row& row) { return of_truths(row.all.held, row); }),
        column<Row, "all">("ERROR",
                           [](const Row& row) {
                               return row.all.truths == 0
                                          ? std::string()
                                          : fmt::format("{:.1f}", 100 * error_of(row.all));
                           }),
        column<Row, "below">("BELOW", [](const Row& row) { return of_truths(row.below, row); }),
        column<Row, "above">("ABOVE", [](const Row& row) { return of_truths(row.above, row); }),
        column<Row, "first">("OF FIRST 100",
                             [](const Row& row) { return std::to_string(row.first.held); }),
        column<Row, "first_unweighed">(
            "BY ALL UNWEIGHED", [](const Row& row) { return std::to_string(row.unweighed.held); }),
        column<Row, "hundreds">("HUNDREDS 84 TO 96", [](const Row& row) {
            return fmt::format("{} of {}", row.hundreds.held, row.hundreds.truths);
        })};
}

std::vector<Column<Implied>> columns_of_table(Of<Implied>) {
    using Row = Implied;
    return {
        column<Row, "id">("ID"),
        column<Row, "known">("KNOWN 5/50/95 %",
                             [](const Row& row) { return three_quantiles(row.quantity->known); }),
        column<Row, "grade">("GRADE"),
        column<Row, "implied">("IMPLIED 5/50/95 %",
                               [](const Row& row) {
                                   return row.draws > 0 ? three_quantiles(row.quantiles)
                                                        : "no value";
                               }),
        column<Row, "within">("INSIDE", [](const Row& row) { return whole_percent(row.within); }),
        column<Row, "quantity">("QUANTITY"),
        column<Row, "reserved", "asks_for_a_look", "without_value", "draws">("", remark_on)};
}

}  // namespace tumen::app
