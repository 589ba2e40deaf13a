#include "app/cli/terminal/table.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <numeric>

#include "app/cli/terminal/columns.hpp"

namespace tumen::app {

namespace {

using Row = std::vector<std::string>;
using Widths = std::vector<std::size_t>;

constexpr std::size_t gap = 2;

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::size_t total(const Widths& widths) {
    return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

Widths widths_of(const std::vector<Row>& rows) {
    Widths widths(rows.front().size(), 0);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], columns_of(row[i]));
    }
    return widths;
}

/// What a column cannot do with less of: its longest word, and room for a few.
Widths least_of(const std::vector<Row>& rows) {
    constexpr std::size_t a_few_words = 14;
    Widths least = widths_of(rows);
    for (std::size_t i = 0; i < least.size(); ++i) {
        std::size_t longest = std::min(least[i], a_few_words);
        for (const Row& row : rows) {
            if (i >= row.size()) continue;
            for (const std::string& word : split(row[i], ' '))
                longest = std::max(longest, columns_of(word));
        }
        least[i] = longest;
    }
    return least;
}

/// The widest columns give way; nothing where none can any more.
std::optional<Widths> fitted(const std::vector<Row>& rows, std::size_t width) {
    Widths widths = widths_of(rows);
    const Widths least = least_of(rows);
    while (total(widths) > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] == least[i]) continue;
            if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
        }
        if (widest == widths.size()) return std::nullopt;
        --widths[widest];
    }
    return widths;
}

/// A row of cells that may have several lines.
void add_row(const Row& row, const Widths& widths, std::vector<std::string>& lines) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool fits = columns_of(row[i]) <= widths[i];
        cells.push_back(fits ? std::vector{row[i]} : split(wrapped(row[i], widths[i]), '\n'));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string cell = at < cells[i].size() ? cells[i][at] : "";
            line += cell;
            if (i + 1 < cells.size()) line.append(widths[i] - columns_of(cell) + gap, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
}

std::string in_small_letters(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

/// Words, and more of them than stand about a number: "59,060 and more", "-9 to +21 CNY".
bool is_sentence(const std::string& cell) {
    constexpr std::size_t enough = 8;  // columns of letters
    std::string letters;
    for (const char c : cell) {
        const bool ascii = static_cast<unsigned char>(c) < 128;
        if (!ascii || std::isalpha(static_cast<unsigned char>(c)) != 0) letters += c;
    }
    return cell.find(' ') != std::string::npos && columns_of(letters) >= enough;
}

/// The first cell that says something and the last one, where that is a sentence; below them the
/// others by their names.
void add_paragraph(const Row& heading, const Row& row, std::size_t width,
                   std::vector<std::string>& lines) {
    const auto first = static_cast<std::size_t>(
        std::find_if(row.begin(), row.end(), [](const auto& cell) { return !cell.empty(); }) -
        row.begin());
    if (first == row.size()) return;
    const std::size_t last = row.size() - 1;
    const bool sentence = last > first && is_sentence(row[last]);
    const std::string head = sentence ? row[first] + ": " + row[last] : row[first];
    for (std::string& line : split(wrapped(head, width), '\n'))
        lines.push_back(std::move(line));
    std::string rest;
    for (std::size_t i = first + 1; i < row.size() - (sentence ? 1 : 0); ++i) {
        if (row[i].empty() || row[i] == "-") continue;
        const std::string name = in_small_letters(heading[i]);
        rest += (rest.empty() ? "" : "; ") + name + (name.empty() ? "" : ": ") + row[i];
    }
    if (rest.empty()) return;
    for (const std::string& line : split(wrapped(rest, width - gap), '\n'))
        lines.push_back(std::string(gap, ' ') + line);
}

}  // namespace

TableLines table_lines(const std::vector<Row>& rows, std::size_t width) {
    TableLines table;
    if (const auto widths = fitted(rows, width)) {
        for (const Row& row : rows) {
            add_row(row, *widths, table.lines);
            if (table.heading == 0) table.heading = table.lines.size();
        }
        return table;
    }
    for (std::size_t at = 1; at < rows.size(); ++at) {
        Row row = rows[at];
        const bool group = rows.front().front().empty() && !row.front().empty();
        if (group) {  // what it and the rows below it are about
            table.lines.push_back(std::move(row.front()));
            row.front().clear();
        }
        add_paragraph(rows.front(), row, width, table.lines);
    }
    return table;
}

void Table::print(Terminal& terminal) const {
    std::vector<Row> shown = rows_;
    for (std::size_t at = 1; at < shown.size(); ++at) {
        for (std::string& cell : shown[at])
            cell = terminal.told_cell(cell);
    }
    constexpr std::size_t any = std::numeric_limits<std::size_t>::max();
    const auto [heading, lines] = table_lines(shown, columns_of_reader().value_or(any));
    for (std::size_t at = 0; at < lines.size(); ++at)
        terminal.exact((at < heading ? terminal.strong(lines[at]) : lines[at]) + "\n");
}

}  // namespace tumen::app
