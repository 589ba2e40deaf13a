#include "scenario/document.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "scenario/nesting.hpp"
#include "scenario/scenario.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace tumen {

namespace {

Mark mark_of(const toml::source_region& source) {
    return {source.begin.line, source.begin.column};
}

Node copy(const toml::node& node);

Node copy_table(const toml::table& table) {
    Node copied;
    copied.kind = Node::Kind::table;
    for (const auto& [key, value] : table) {
        copied.members.push_back({std::string(key.str()), mark_of(key.source()), copy(value)});
    }
    std::stable_sort(copied.members.begin(), copied.members.end(),
                     [](const Member& one, const Member& other) { return one.mark < other.mark; });
    return copied;
}

Node copy_date(const toml::date& day) {
    Node copied;
    // The parser has refused days that do not exist; year 0, which it takes, is none of ours.
    const auto date = make_date(day.year, day.month, day.day);
    copied.kind = date ? Node::Kind::date : Node::Kind::other;
    copied.text = "a date before the year 1";
    if (date) copied.date = *date;
    return copied;
}

Node copy_value(const toml::node& node) {
    Node copied;
    if (const auto* text = node.as_string()) {
        copied.kind = Node::Kind::text;
        copied.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
        copied.kind = Node::Kind::number;
        copied.number = static_cast<double>(whole->get());
    } else if (const auto* real = node.as_floating_point()) {
        copied.kind = Node::Kind::number;
        copied.number = real->get();
    } else if (const auto* answer = node.as_boolean()) {
        copied.kind = Node::Kind::answer;
        copied.text = answer->get() ? "true" : "false";
    } else if (const auto* day = node.as_date()) {
        copied = copy_date(day->get());
    } else {
        copied.text = node.is_time() ? "a time of day" : "a date with a time of day";
    }
    return copied;
}

Node copy(const toml::node& node) {
    Node copied;
    if (const auto* table = node.as_table()) {
        copied = copy_table(*table);
    } else if (const auto* list = node.as_array()) {
        copied.kind = Node::Kind::list;
        for (const toml::node& item : *list) copied.items.push_back(copy(item));
    } else {
        copied = copy_value(node);
    }
    copied.mark = mark_of(node.source());
    return copied;
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
    for (std::uint32_t at = 1; at < line; ++at) {
        const std::size_t end = text.find('\n');
        if (end == text.npos) return {};
        text.remove_prefix(end + 1);
    }
    std::string_view found = text.substr(0, text.find('\n'));
    if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
    return found;
}

/// A text that looks like a date and is no day, in a line; the parser's own words for it are hard to read.
std::string_view impossible_date(std::string_view line) {
    const auto shape = std::string_view("dddd-dd-dd");
    for (std::size_t at = 0; at + shape.size() <= line.size(); ++at) {
        const std::string_view part = line.substr(at, shape.size());
        const bool looks_like = std::equal(part.begin(), part.end(), shape.begin(), [](char c, char s) {
            return s == 'd' ? c >= '0' && c <= '9' : c == s;
        });
        if (looks_like && !read_date(part)) return part;
    }
    return {};
}

Diagnostic syntax_error(const ScenarioText& text, const toml::parse_error& error) {
    const Mark mark = mark_of(error.source());
    const std::string_view day = impossible_date(line_of(text.text, mark.line));
    if (!day.empty()) {
        return diagnostic_at(text, mark, "there is no day " + std::string(day),
                             "dates are written year-month-day, as 2020-10-01");
    }
    std::string problem(error.description());
    const std::string_view habit = "Error while parsing ";
    if (problem.starts_with(habit)) problem = "cannot read this " + problem.substr(habit.size());
    return diagnostic_at(text, mark, printable(problem), "the file must be TOML",
                         "texts stand in \"quotes\", numbers with units too; see `tumen scenario new`");
}

Diagnostic invalid_utf8(const ScenarioText& text) {
    Mark mark{1, 1};
    std::string_view rest = text.text;
    while (true) {
        const std::size_t end = rest.find('\n');
        if (check_utf8(rest.substr(0, end)) == Utf8::invalid) break;
        rest.remove_prefix(end + 1);
        ++mark.line;
    }
    while (check_utf8(rest.substr(0, mark.column)) == Utf8::valid) ++mark.column;
    return diagnostic_at(text, mark, "this is not UTF-8 text",
                         "scenario files are UTF-8, and these bytes are none",
                         "save the file as UTF-8");
}

}  // namespace

const Member* Node::find(std::string_view key) const {
    for (const Member& member : members) {
        if (member.key == key) return &member;
    }
    return nullptr;
}

std::string_view kind_in_words(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::text: return "a text";
        case Node::Kind::number: return "a number";
        case Node::Kind::answer: return "true or false";
        case Node::Kind::date: return "a date";
        case Node::Kind::list: return "a list";
        case Node::Kind::table: return "a table";
        case Node::Kind::other: break;
    }
    return "something else";
}

Diagnostic diagnostic_at(const ScenarioText& text, Mark mark, std::string problem, std::string reason,
                         std::string suggestion) {
    Diagnostic diagnostic;
    diagnostic.problem = std::move(problem);
    diagnostic.reason = std::move(reason);
    diagnostic.suggestion = std::move(suggestion);
    diagnostic.file = text.file;
    diagnostic.line = mark.line;
    diagnostic.column = mark.column;
    if (mark.line > 0) diagnostic.line_text = std::string(line_of(text.text, mark.line).substr(0, 400));
    return diagnostic;
}

Expected<Node, Diagnostic> parse_document(const ScenarioText& text) {
    if (text.text.size() > scenario_limits.file_bytes) {
        return diagnostic_at(text, {}, "the file is larger than 1 MiB",
                             "a scenario is a page of text; the limit is 1,048,576 bytes");
    }
    if (text.text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos) {
        return diagnostic_at(text, {}, "the file is empty", "a scenario needs a start, days and a city",
                             "`tumen scenario new` writes one to begin with");
    }
    if (check_utf8(text.text) == Utf8::invalid) return invalid_utf8(text);
    if (const auto mark = too_deep(text.text, scenario_limits.nesting)) {
        return diagnostic_at(text, *mark, "this nests too deep",
                             "the limit is " + std::to_string(scenario_limits.nesting) +
                                 " brackets within one another or dots in one key");
    }
    const toml::parse_result result = toml::parse(std::string_view(text.text), std::string_view(text.file));
    if (!result) return syntax_error(text, result.error());
    return copy_table(result.table());
}

}  // namespace tumen
