#include "store/sqlite/schema.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "measures/headlines/headlines.hpp"
#include "model/observables.hpp"
#include "store/sqlite/stored_fields.hpp"

namespace tumen {

namespace {

// The file is one raw string, so that it can be read as SQL and compiled as text.
constexpr std::string_view schema_template =
#include "store/sqlite/schema.sql"
    ;

/// The model's first version reported fewer observables.
constexpr ReportedRows rows_of_format_2 = {38, 11};
constexpr std::string_view since_format_2 = "; not in format 2";

bool is_reported(ReportedRows reported, std::size_t row) {
    return row < count_total ? row < reported.counts : row - count_total < reported.quantities;
}

std::string observable_columns(ReportedRows reported) {
    std::string text;
    for (std::size_t i = 0; i < count_total + quantity_total; ++i) {
        if (!is_reported(reported, i)) continue;
        const ObservableRow& row = observable_rows()[i];
        text += "    " + std::string(row.name) + (i < count_total ? " INTEGER NOT NULL" : " REAL") +
                ",  -- [" + std::string(row.unit) + "] " + std::string(row.explanation) + "\n";
    }
    return text;
}

std::string observable_names(ReportedRows reported) {
    std::string text;
    for (std::size_t i = 0; i < count_total + quantity_total; ++i) {
        if (!is_reported(reported, i)) continue;
        text += (text.empty() ? "daily." : ", daily.") + std::string(observable_rows()[i].name);
    }
    return text;
}

bool is_new_table(std::string_view line) {
    return line.starts_with("CREATE TABLE digest") || line.starts_with("CREATE TABLE point_held") ||
           line.starts_with("CREATE TABLE replicate_rule");
}

/// Without the columns and tables that later formats brought.
std::string as_in_format_2(const std::string& text) {
    std::string kept;
    bool in_new_table = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (line.starts_with("CREATE")) in_new_table = is_new_table(line);
        if (!in_new_table && !line.ends_with(since_format_2)) kept += std::string(line) + "\n";
        begin = end + 1;
    }
    return kept;
}

/// Without comments: a meaning that is said better is no other table.
std::string without_comments(std::string_view sql) {
    std::string kept;
    while (!sql.empty()) {
        const std::size_t end = std::min(sql.find('\n'), sql.size());
        std::string_view line = sql.substr(0, std::min(sql.find("--"), end));
        while (line.ends_with(' '))
            line.remove_suffix(1);
        kept += std::string(line) + "\n";
        sql.remove_prefix(std::min(end + 1, sql.size()));
    }
    return kept;
}

/// Replaces the last place where `mark` stands: the first is in the comment that explains it.
void fill(std::string& text, std::string_view mark, const std::string& content) {
    text.replace(text.rfind(mark), mark.size(), content);
}

using Schema = std::set<std::tuple<std::string, std::string, std::string>>;

Schema schema_of(Database& database) {
    constexpr std::size_t most_bytes = 1 << 16;
    Schema schema;
    Statement query(database, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema LIMIT 1000");
    while (query.step()) {
        schema.emplace(query.text(0, most_bytes), query.text(1, most_bytes),
                       without_comments(query.text(2, most_bytes)));
    }
    return schema;
}

/// What the file has as numbers, where CSV has names.
constexpr std::string_view point_number = "Which scenario of the experiment, from 0.";

/// The columns of a table whose rows are described.
template <class Row>
void add_columns(std::vector<ColumnInfo>& infos) {
    const std::string_view table = result_kind<Row>.exported;
    each_field<Row>([&](const auto& field) {
        if (field.name == "values") return;
        const bool is_point = field.name == "point";
        infos.push_back({table, field.name, field.unit, is_point ? point_number : field.meaning});
    });
}

}  // namespace

ReportedRows reported_rows(std::int32_t format) {
    return format == results_format ? ReportedRows{count_total, quantity_total} : rows_of_format_2;
}

std::string schema_text(std::int32_t format) {
    std::string text(schema_template);
    const ReportedRows reported = reported_rows(format);
    fill(text, "@OBSERVABLES@", observable_columns(reported));
    fill(text, "@OBSERVABLE_NAMES@", observable_names(reported));
    return format == results_format ? text : as_in_format_2(text);
}

void create_schema(Database& database) {
    database.run(schema_text().c_str());
    database.run(("PRAGMA application_id = " + std::to_string(results_application_id)).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(results_format)).c_str());
}

std::int32_t format_of(Database& database) {
    const std::int64_t format = database.number("PRAGMA user_version");
    if (format != oldest_format && format != results_format) {
        throw Failure(damaged(database.path(), "unknown format " + std::to_string(format)));
    }
    return static_cast<std::int32_t>(format);
}

std::vector<std::string> check_schema(Database& database) {
    const std::int32_t format = format_of(database);
    Database pattern = Database::in_memory();
    pattern.run(schema_text(format).c_str());
    Schema there = schema_of(database);
    for (const auto& ours : schema_of(pattern)) {
        if (there.erase(ours) == 0) {
            throw Failure(damaged(database.path(),
                                  "its tables are not those of format " + std::to_string(format)));
        }
    }
    std::vector<std::string> foreign;
    for (const auto& [type, name, sql] : there) {
        const std::string what = type + " " + printable(name, 60);
        if (type == "trigger" || sql.starts_with("CREATE VIRTUAL")) {
            throw Failure(diagnostic(
                "the results file holds code of somebody else", "it has the " + what,
                "take it away with `sqlite3 FILE 'DROP " + what + "'`", database.path()));
        }
        foreign.push_back(what);
    }
    return foreign;
}

std::vector<ColumnInfo> column_infos() {
    std::vector<ColumnInfo> infos;
    add_columns<StoredDay>(infos);
    add_columns<StoredReplicate>(infos);
    infos.push_back(
        {"replicate_city", "adults", "people", "Adults of the city in this replicate."});
    infos.push_back({"replicate_city", "state_hash", "", "Of the city's days and final state."});
    for (const ObservableRow& row : observable_rows()) {
        infos.push_back({"daily", row.name, row.unit, row.explanation});
    }
    for (const HeadlineRow& one : headline_rows()) {
        infos.push_back({"headline", one.id, one.unit, one.explanation});
    }
    return infos;
}

}  // namespace tumen
