#include "app/cli/tables/sign_columns.hpp"

#include <fmt/format.h>

#include "app/cli/tables/sign_text.hpp"

namespace tumen::app {

namespace {

std::string error_text(const SignShare& share) {
    return fmt::format("{:.0f}", 100 * share.error);
}

std::string remark(const JudgedConclusion& row) {
    std::string more = remark_of(row);
    if (!row.of_most_draws) return more;
    return "the sign of most draws; the starting values leave it open" +
           (more.empty() ? "" : "; " + more);
}

std::string remark(const StatementRow& row) {
    const std::string& built_in = row.of.statement->built_in;
    const std::string more = remark_of(row.of);
    return built_in + (built_in.empty() || more.empty() ? "" : "; ") + more;
}

/// What both kinds tell alike; `get` finds what was judged in a row.
template <class Row, const JudgedSign& (*get)(const Row&)>
struct Cells {
    static std::string share(const Row& row) { return percent(get(row).view); }
    static std::string error(const Row& row) { return error_text(get(row).view); }
    static std::string under(const Row& row) { return least_of(get(row)); }
    static std::string without(const Row& row) { return least_without(get(row)); }
    static std::string prior(const Row& row) { return percent(get(row).prior); }
    static std::string start(const Row& row) { return percent(get(row).start); }
};

}  // namespace

std::vector<Column<JudgedConclusion>> columns_of_table(Of<JudgedConclusion>) {
    using Row = JudgedConclusion;
    using Cell = Cells<Row, sign_of_conclusion>;
    return {column<Row, "id">("DIFFERENCE"),
            column<Row, "sign">("SIGN"),
            column<Row, "verdict">("VERDICT"),
            column<Row, "probability">("SHARE", Cell::share),
            column<Row, "probability">("ERROR", Cell::error),
            column<Row, "rules">("LEAST, UNDER", Cell::under),
            column<Row, "without_voices">("LEAST, WITHOUT", Cell::without),
            column<Row, "start">("START", Cell::start),
            column<Row, "label">("WHAT"),
            column<Row, "sign_of", "start_disagrees", "turns_on", "probability">(
                "", [](const Row& row) { return remark(row); })};
}

std::vector<Column<StatementRow>> columns_of_table(Of<StatementRow>) {
    using Row = StatementRow;
    using Cell = Cells<Row, sign_of_statement>;
    return {column<Row, "verdict">("VERDICT"),
            column<Row, "probability">("SHARE", Cell::share),
            column<Row, "probability">("ERROR", Cell::error),
            column<Row, "rules">("LEAST, UNDER", Cell::under),
            column<Row, "without_voices">("LEAST, WITHOUT", Cell::without),
            column<Row, "prior">("PRIOR", Cell::prior),
            column<Row, "start">("START", Cell::start),
            column<Row, "statement">("STATEMENT"),
            column<Row, "built_in", "start_disagrees", "turns_on", "probability">(
                "", [](const Row& row) { return remark(row); })};
}

}  // namespace tumen::app
