#include "app/cli/terminal/table.hpp"

#include <algorithm>

#include "app/cli/terminal/columns.hpp"

namespace tumen::app {

void Table::print(Terminal& terminal) const {
    std::vector<std::vector<std::string>> shown = rows_;
    for (std::size_t at = 1; at < shown.size(); ++at) {
        for (std::string& cell : shown[at])
            cell = terminal.told_cell(cell);
    }
    std::vector<std::size_t> widths(shown.front().size(), 0);
    for (const auto& row : shown) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], columns_of(row[i]));
    }
    for (const auto& row : shown) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) line.append(widths[i] - columns_of(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        terminal.exact((&row == &shown.front() ? terminal.strong(line) : line) + "\n");
    }
}

}  // namespace tumen::app
