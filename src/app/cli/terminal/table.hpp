#pragma once
#include <string>
#include <vector>

#include "app/cli/terminal/terminal.hpp"

namespace tumen::app {

/// Rows of text in columns wide enough for them, the last one ragged. The names of columns are
/// English in every language.
class Table {
  public:
    explicit Table(std::vector<std::string> heading) : rows_{std::move(heading)} {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    void print(Terminal& terminal) const;

  private:
    std::vector<std::vector<std::string>> rows_;  // the heading first
};

}  // namespace tumen::app
