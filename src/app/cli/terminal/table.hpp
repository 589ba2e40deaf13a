#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "app/cli/terminal/terminal.hpp"

namespace tumen::app {

/// A table as text: how many of its lines are the names of columns.
struct TableLines {
    std::size_t heading = 0;
    std::vector<std::string> lines;
};

/// Rows, the names of columns first, in so many columns of a terminal.
TableLines table_lines(const std::vector<std::vector<std::string>>& rows, std::size_t width);

/// Rows of text in columns wide enough for them, the last one ragged. The names of columns are
/// English in every language. On a terminal that is narrower cells of several words go on in the
/// next line; where that does not help, a row is a paragraph that names its columns.
class Table {
  public:
    explicit Table(std::vector<std::string> heading) : rows_{std::move(heading)} {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    void print(Terminal& terminal) const;

  private:
    std::vector<std::vector<std::string>> rows_;  // the heading first
};

}  // namespace tumen::app
