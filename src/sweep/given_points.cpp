#include "sweep/given_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/text.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/variable.hpp"
#include "sweep/design_choice.hpp"

namespace tumen {

namespace {

constexpr std::string_view blanks = " \t\r";

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    while (true) {
        const std::size_t comma = line.find(',');
        std::string_view cell = trimmed(line.substr(0, comma), blanks);
        if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"')
            cell = cell.substr(1, cell.size() - 2);
        cells.push_back(cell);
        if (comma == line.npos) return cells;
        line.remove_prefix(comma + 1);
    }
}

/// Goes through the lines of a file that hold something.
class Lines {
  public:
    explicit Lines(const ScenarioText& file) : file_(file), rest_(file.text) {}

    bool next() {
        while (!rest_.empty()) {
            const std::size_t end = rest_.find('\n');
            line_ = trimmed(rest_.substr(0, end), blanks);
            rest_ = end == rest_.npos ? std::string_view() : rest_.substr(end + 1);
            ++number_;
            if (!line_.empty()) return true;
        }
        return false;
    }
    std::string_view line() const { return line_; }
    Diagnostic wrong(std::string problem, std::string reason, std::string way_out) const {
        Diagnostic made =
            diagnostic(std::move(problem), std::move(reason), std::move(way_out), file_.file);
        made.line = number_;
        made.line_text = std::string(line_);
        return made;
    }
    Diagnostic here(Diagnostic made) const {
        return wrong(std::move(made.problem), std::move(made.reason), std::move(made.suggestion));
    }

  private:
    const ScenarioText& file_;
    std::string_view rest_;
    std::string_view line_;
    std::uint32_t number_ = 0;
};

Expected<std::vector<Factor>, Diagnostic> factors_of(const Lines& head,
                                                     const std::vector<std::string>& set) {
    std::vector<Factor> factors;
    for (const std::string_view name : cells_of(head.line())) {
        auto factor = any_factor(name);
        if (!factor) return head.here(factor.error());
        const bool twice = std::any_of(factors.begin(), factors.end(), [&](const Factor& one) {
            return same_variable(one.name, name);
        });
        if (twice) return head.wrong(factor->name + " has two columns", "", "leave one of them");
        if (is_set(*factor, set)) {
            return head.wrong(factor->name + " is both set and a column", "",
                              "leave out its --set, or the column");
        }
        factor->low = std::numeric_limits<double>::infinity();
        factor->high = -factor->low;
        factors.push_back(*std::move(factor));
    }
    return factors;
}

Expected<DesignRow, Diagnostic> row_of_line(const Lines& lines, std::vector<Factor>& factors) {
    const std::vector<std::string_view> cells = cells_of(lines.line());
    if (cells.size() != factors.size()) {
        return lines.wrong(fmt::format("{} values for {} parameters", cells.size(), factors.size()),
                           "", "give each point one value a column");
    }
    DesignRow row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto value = read_variable(factors[i].name, cells[i]);
        if (!value) return lines.here(value.error());
        factors[i].low = std::min(factors[i].low, *value);
        factors[i].high = std::max(factors[i].high, *value);
        row.push_back(*value);
    }
    return row;
}

void mark_evidence(std::vector<Factor>& factors) {
    for (Factor& factor : factors) {
        const auto ref = find_parameter(factor.name);
        if (!ref) continue;
        const Interval open = evidence_range(*ref);
        if (factor.low < open.low || factor.high > open.high) factor.evidence = Evidence::beyond;
        if (!(factor.low > 0)) factor.scale = Scale::linear;
    }
}

}  // namespace

Expected<Factor, Diagnostic> any_factor(std::string_view name) {
    if (find_parameter(name) || !is_variable(name)) return factor_of(name);
    const auto rule = rule_named(name);
    const double last = rule ? static_cast<double>(choices_of(*rule) - 1) : 0;
    return Factor{std::string(name), 0, last, Scale::linear, Evidence::within, 0};
}

Expected<GivenPoints, Diagnostic> read_given_points(const ScenarioText& table,
                                                    const std::vector<std::string>& set) {
    Lines lines(table);
    if (!lines.next()) {
        return diagnostic("this table of points is empty", "",
                          "write names of parameters, then one line a point", table.file);
    }
    auto factors = factors_of(lines, set);
    if (!factors) return factors.error();
    GivenPoints given{{std::string(given_method), 0, *std::move(factors), {}}, {}};
    while (lines.next()) {
        if (given.rows.size() == most_sweep_points)
            return lines.wrong("too many points", fmt::format("at most {}", most_sweep_points), "");
        auto row = row_of_line(lines, given.design.factors);
        if (!row) return row.error();
        given.rows.push_back(*std::move(row));
    }
    if (given.rows.size() < 2) {
        return diagnostic("a table of fewer than two points", "", "run plays a single one",
                          table.file);
    }
    given.design.samples = static_cast<std::uint32_t>(given.rows.size());
    mark_evidence(given.design.factors);
    return given;
}

}  // namespace tumen
