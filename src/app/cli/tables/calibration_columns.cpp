#include "app/cli/tables/calibration_columns.hpp"

#include <fmt/format.h>

namespace tumen::app {

namespace {

std::string share_text(const std::optional<PredictiveShare>& share) {
    if (!share) return "no value";
    return fmt::format("{:.0f} % ({:.0f} to {:.0f})", 100 * share->share,
                       100 * share->share_interval.low, 100 * share->share_interval.high);
}

std::string_view use_text(const PatternFit& fit) {
    if (fit.use == TargetUse::fitted) return "fitted";
    return fit.pattern->role == PatternRole::held_out ? "held out" : "not fitted";
}

}  // namespace

std::vector<Column<ParameterPosterior>> columns_of_table(Of<ParameterPosterior>) {
    using Row = ParameterPosterior;
    return {column<Row, "id">("parameter"),
            column<Row, "unit">("unit"),
            column<Row, "low", "high">("prior", Number::three_digits),
            column<Row, "mean">("mean", Number::three_digits),
            column<Row, "q25", "q75">("50 % interval", Number::three_digits),
            column<Row, "q05", "q95">("90 % interval", Number::three_digits),
            column<Row, "shrinkage">("shrinkage", Number::two_decimals),
            column<Row, "warnings">("beware")};
}

std::vector<Column<PatternFit>> columns_of_table(Of<PatternFit>) {
    using Row = PatternFit;
    return {
        column<Row, "id">("pattern"),
        column<Row, "use", "role">("use", use_text),
        column<Row, "scenario">("scenario"),
        column<Row, "prior">("shown before", [](const Row& row) { return share_text(row.prior); }),
        column<Row, "posterior">("shown after",
                                 [](const Row& row) { return share_text(row.posterior); }),
        column<Row, "worse">("", [](const Row& row) { return row.got_worse() ? "got worse" : ""; }),
        column<Row, "statement">("statement")};
}

}  // namespace tumen::app
