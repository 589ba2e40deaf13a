#include "store/sqlite/digest.hpp"

#include <algorithm>

namespace tumen {

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::string_view tables[] = {
    "meta",       "experiment",    "design",          "design_factor",
    "provenance", "point",         "point_value",     "city",
    "pattern",    "generation",    "replicate_value", "replicate_rule",
    "point_held", "pattern_scale", "column_info"};

bool has_table(Database& database, std::string_view name) {
    Statement query(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    query.bind(name);
    return query.step();
}

/// A table that an older format has not is an empty one.
Hash digest_of(Database& database, std::string_view table) {
    RowDigest digest;
    if (!has_table(database, table)) return digest.value();
    Statement query(database, "SELECT * FROM " + std::string(table));
    while (query.step())
        digest.add_row(query);
    return digest.value();
}

std::string written(Database& database, std::string_view table) {
    Statement query(database, "SELECT digest FROM digest WHERE table_name = ?");
    query.bind(table);
    return query.step() ? query.text(0, longest_name) : std::string();
}

}  // namespace

void RowDigest::make_room(std::size_t bytes) {
    row_.resize(std::max({2 * row_.size(), used_ + bytes, usual_row}));
}

void RowDigest::add(std::string_view value) {
    add_tagged('t', value.size());
    if (row_.size() - used_ < value.size()) make_room(value.size());
    std::copy(value.begin(), value.end(), row_.data() + used_);
    used_ += value.size();
}

void RowDigest::end_row() {
    const Hash hash = hash_of(std::string_view(row_.data(), used_));
    low_ += hash.low;
    high_ += hash.high;
    ++rows_;
    used_ = 0;
}

void RowDigest::add_row(Statement& query, int first) {
    query.add_to(*this, first);
    end_row();
}

Hash RowDigest::value() const {
    ByteForm form;
    form.add(low_);
    form.add(high_);
    form.add(rows_);
    return form.hash();
}

std::span<const std::string_view> digested_tables() {
    return tables;
}

void write_digests(Database& database, std::span<const std::string_view> names) {
    Statement insert(database, "INSERT OR REPLACE INTO digest VALUES (?, ?)");
    for (const std::string_view table : names)
        insert.bind(table).bind(hex(digest_of(database, table))).execute();
}

Diagnostic changed_results(const std::string& path, const std::vector<std::string>& what) {
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(what.size(), 3); ++i)
        list += (list.empty() ? "" : ", ") + what[i];
    if (what.size() > 3) list += " and " + std::to_string(what.size() - 3) + " more";
    return diagnostic("the results were changed after they were written",
                      "these do not come to their digest: " + list,
                      "`tumen verify` lists what differs from what the model gives; play the "
                      "experiment again",
                      path);
}

std::vector<std::string> tables_that_differ(Database& one, Database& other) {
    std::vector<std::string> differing;
    for (const char* table :
         {"design", "design_factor", "point_value", "pattern", "replicate_value", "replicate_rule",
          "point_held", "generation", "pattern_scale", "column_info"}) {
        if (digest_of(one, table) != digest_of(other, table)) differing.emplace_back(table);
    }
    return differing;
}

std::vector<std::string> changed_tables(Database& database) {
    std::vector<std::string> changed;
    for (const std::string_view table : tables) {
        if (hex(digest_of(database, table)) != written(database, table))
            changed.emplace_back(table);
    }
    return changed;
}

}  // namespace tumen
