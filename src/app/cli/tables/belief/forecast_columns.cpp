#include "app/cli/tables/belief/forecast_columns.hpp"

#include <fmt/format.h>

#include <cmath>

namespace tumen::app {

namespace {

std::string digits(double value) {
    return number_cell(value, "", Number::three_digits);
}

/// One of the quantiles of the forecast itself, which may have none.
template <std::size_t place>
std::string foretold(const ForetoldRow& row) {
    const std::vector<double> quantiles = row.quantiles(row.of.forecast);
    return quantiles.empty() ? "none" : digits(quantiles[place]);
}

constexpr std::size_t middle = 2;

std::string middle_of_rival(const ForetoldRow& row, const std::optional<Component>& rival) {
    const auto quantiles = row.quantiles(rival);
    return quantiles ? digits((*quantiles)[middle]) : std::string();
}

std::string middle_of_prior(const ForetoldRow& row) {
    const std::vector<double> quantiles = row.quantiles(row.of.prior);
    return quantiles.empty() ? std::string() : digits(quantiles[middle]);
}

std::string yes_or_no(Covered covered) {
    return covered == Covered::yes ? "yes" : "no";
}

std::string crps_text(const std::optional<Scored>& score) {
    return score ? digits(score->crps) : "";
}

std::string skill_text(const AgainstRival& against) {
    if (against.crps.targets == 0) return "";
    const std::string error =
        std::isfinite(against.crps.error) ? fmt::format(" +- {:.2f}", against.crps.error) : "";
    return fmt::format("{:.2f}{} of {}", against.crps.value, error, against.crps.targets);
}

}  // namespace

std::vector<Column<ForetoldRow>> columns_of_table(Of<ForetoldRow>) {
    using Row = ForetoldRow;
    return {column<Row, "id">("TARGET"),
            column<Row, "voice">("VOICE"),
            column<Row, "forecast">("5 %", foretold<0>),
            column<Row, "forecast">("MIDDLE", foretold<middle>),
            column<Row, "forecast">("95 %", foretold<4>),
            column<Row, "prior">("PRIOR", middle_of_prior),
            column<Row, "persistence">(
                "LAST", [](const Row& row) { return middle_of_rival(row, row.of.persistence); }),
            column<Row, "trend">("TREND",
                                 [](const Row& row) { return middle_of_rival(row, row.of.trend); }),
            column<Row, "unit">("UNIT")};
}

std::vector<Column<TargetScore>> columns_of_table(Of<TargetScore>) {
    using Row = TargetScore;
    return {
        column<Row, "id">("TARGET"),
        column<Row, "observed">("TOLD", [](const Row& row) { return digits(row.observed); }),
        column<Row, "model">("IN 50 %",
                             [](const Row& row) { return yes_or_no(row.model.in_half); }),
        column<Row, "model">("IN 90 %",
                             [](const Row& row) { return yes_or_no(row.model.in_ninety); }),
        column<Row, "model">("CRPS", [](const Row& row) { return digits(row.model.crps); }),
        column<Row, "prior">("PRIOR", [](const Row& row) { return digits(row.prior.crps); }),
        column<Row, "persistence">("LAST",
                                   [](const Row& row) { return crps_text(row.persistence); }),
        column<Row, "trend">("TREND", [](const Row& row) { return crps_text(row.trend); }),
        column<Row, "model">("LOG", [](const Row& row) { return digits(row.model.log_score); })};
}

std::vector<Column<ScoreSummary>> columns_of_table(Of<ScoreSummary>) {
    using Row = ScoreSummary;
    return {column<Row, "voice">("VOICE"),
            column<Row, "targets">("TARGETS"),
            column<Row, "in_50">("IN 50 %"),
            column<Row, "in_90">("IN 90 %"),
            column<Row, "crps">("CRPS", Number::three_digits),
            column<Row, "log_score">("LOG", Number::three_digits),
            column<Row, "against_prior">("SKILL AGAINST PRIOR",
                                         [](const Row& row) { return skill_text(row.prior); }),
            column<Row, "against_persistence">(
                "LAST", [](const Row& row) { return skill_text(row.persistence); }),
            column<Row, "against_trend">("TREND",
                                         [](const Row& row) { return skill_text(row.trend); })};
}

}  // namespace tumen::app
