#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scenario/draft/draft.hpp"

/// What a scenario file may say, described once: the reader refuses every other key, and the schema
/// for editors (scenario/schema.hpp) is made from the same rows.
namespace tumen {

/// What stands to the right of a key.
enum class KeyType : std::uint8_t {
    name,  // small letters, digits and hyphens
    text,
    answer,  // true or false
    date,
    quantity,    // a number, or a text with a unit
    names,       // a list of names
    ids,         // a list of ids of the ledger
    scenarios,   // the name of a scenario, or a list of them
    lists,       // names of lists of the file
    parameter,   // the name of a parameter
    parameters,  // a table of values by name
    rules,       // a table of rival rules
    forgiveness,
    repeat,
    pair,   // a list of two quantities
    table,  // a list of dates with quantities, and perhaps the ends of a range
    list    // [[...]]
};

enum class KeyNeed : std::uint8_t { required, optional };

struct KeyRow {
    std::string_view key;
    KeyType type;
    KeyNeed need;
    std::string_view what;  // a sentence
};

/// At the top of a file.
std::span<const KeyRow> root_keys();
/// Of an entry of [[city]], [[ward_group]], [[headline]] or a list of the calendar; nothing for any
/// other word.
std::span<const KeyRow> keys_of_list(std::string_view list);
std::span<const KeyRow> keys_of(EventKind kind);

std::vector<std::string_view> words_of(std::span<const KeyRow> rows);

}  // namespace tumen
