#pragma once
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli/tables/row_table.hpp"
#include "app/cli/terminal/table.hpp"
#include "measures/numbers/hundred.hpp"

/// Tables of the choices of rules, whose shares are parts of one whole and come to 100.
namespace tumen::app {

/// The shares under a head: of the choices of one rule, which stand together, they are rounded
/// together, as parts of what they come to (a belief is written with four digits).
template <class Row, class Share>
void round_together(const std::vector<Row>& rows, std::string_view head, Share share,
                    std::vector<std::vector<std::string>>& cells) {
    const std::vector<std::string> heads = heads_of<Row>();
    const auto column =
        static_cast<std::size_t>(std::find(heads.begin(), heads.end(), head) - heads.begin());
    for (std::size_t begin = 0; begin < rows.size();) {
        std::vector<double> shares;
        for (std::size_t at = begin; at < rows.size() && rows[at].rule == rows[begin].rule; ++at)
            shares.push_back(share(rows[at]));
        const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (double& one : shares)
            one = all > 0 ? one / all : one;
        const std::vector<int> parts = parts_of_hundred(shares);
        for (std::size_t i = 0; i < parts.size(); ++i)
            cells[begin + i][column] = std::to_string(parts[i]) + " %";
        begin += parts.size();
    }
}

/// All choices of rules, with what was believed before and is believed now.
template <class Row, class Before, class After>
void print_rules(const std::vector<Row>& rows, Before before, std::string_view head_after,
                 After after, Terminal& terminal) {
    std::vector<std::vector<std::string>> cells;
    cells.reserve(rows.size());
    for (const Row& row : rows)
        cells.push_back(cells_of(row));
    round_together(rows, "BEFORE", before, cells);
    round_together(rows, head_after, after, cells);
    Table table(heads_of<Row>());
    for (auto& each : cells)
        table.add(std::move(each));
    table.print(terminal);
}

}  // namespace tumen::app
