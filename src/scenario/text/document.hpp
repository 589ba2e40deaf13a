#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "scenario/text/files.hpp"

/// A TOML text as a tree in which everything knows its place.
namespace tumen {

/// Line and column, from 1; 0 = not known.
struct Mark {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const Mark&, const Mark&) = default;
};

struct Member;

struct Node {
    enum class Kind : std::uint8_t { text, number, answer, date, list, table, other };
    Kind kind = Kind::other;
    Mark mark;
    std::string text;   // of a text; of an answer "true" or "false"; of `other` what it is
    double number = 0;  // may be infinite or not a number, as TOML allows
    Date date;
    std::vector<Node> items;      // of a list
    std::vector<Member> members;  // of a table, in the order of the file

    /// The member called `key`; nothing if there is none.
    const Member* find(std::string_view key) const;
};

struct Member {
    std::string key;
    Mark mark;  // of the key
    Node value;
};

/// "a text", "a number", ...: what a node is, for diagnostics.
std::string_view kind_in_words(Node::Kind kind);

/// The tree of a text, or what is wrong with it as TOML. Any bytes may come: size, encoding and
/// depth are checked before anything recursive looks at them.
Expected<Node, Diagnostic> parse_document(const ScenarioText& text);

/// A diagnostic at a place in a text, with that line shown.
Diagnostic diagnostic_at(const ScenarioText& text, Mark mark, std::string problem,
                         std::string reason = {}, std::string suggestion = {});

}  // namespace tumen
