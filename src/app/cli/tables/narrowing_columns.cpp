#include "app/cli/tables/narrowing_columns.hpp"

#include <fmt/format.h>

namespace tumen::app {

namespace {

using Row = WorthRow;

std::string in_hundred(double share) {
    return fmt::format("{:.0f} %", 100 * share);
}

std::string named(const Row& row) {
    const Fact& fact = *row.of->fact;
    return fact.kind == FactKind::value ? fact.id : fact.label;
}

std::string bounds_text(const Row& row) {
    return fmt::format("{:.0f} to {:.0f}", 100 * row.of->bounds.low, 100 * row.of->bounds.high);
}

std::string rank_text(const Row& row) {
    if (row.rank == WorthRank::close) return "too close to say which is worth most";
    return row.rank == WorthRank::most ? std::string(name_of(row.rank)) : std::string();
}

}  // namespace

std::vector<Column<Row>> columns_of_table(Of<Row>) {
    return {column<Row, "kind">("KIND"),
            column<Row, "id", "label">("IF WE KNEW", named),
            column<Row, "share">("TAKES AWAY",
                                 [](const Row& row) { return in_hundred(row.of->share); }),
            column<Row, "low", "high">("90 %", bounds_text),
            column<Row, "width_left">("WIDTH LEFT",
                                      [](const Row& row) { return in_hundred(row.of->left); }),
            column<Row, "rank">("", rank_text)};
}

}  // namespace tumen::app
