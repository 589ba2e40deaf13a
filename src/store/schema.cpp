#include "store/schema.hpp"

#include <set>
#include <tuple>

#include "base/text.hpp"

#include "experiment/failure.hpp"
#include "measures/headlines.hpp"
#include "model/observables.hpp"

namespace tumen {

namespace {

// The file is one raw string, so that it can be read as SQL and compiled as text.
constexpr std::string_view schema_template =
#include "store/schema.sql"
    ;

std::string observable_columns() {
    std::string text;
    for (std::size_t i = 0; i < count_total + quantity_total; ++i) {
        const ObservableRow& row = observable_rows()[i];
        text += "    " + std::string(row.name) + (i < count_total ? " INTEGER NOT NULL" : " REAL") +
                ",  -- [" + std::string(row.unit) + "] " + std::string(row.explanation) + "\n";
    }
    return text;
}

std::string observable_names() {
    std::string text;
    for (const ObservableRow& row : observable_rows()) {
        text += (text.empty() ? "daily." : ", daily.") + std::string(row.name);
    }
    return text;
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
                       query.text(2, most_bytes));
    }
    return schema;
}

constexpr ColumnInfo fixed_columns[] = {
    {"daily", "point", "", "Which scenario of the experiment, from 0."},
    {"daily", "replicate", "",
     "Which replicate, from 1; replicates of one number share their luck."},
    {"daily", "city", "", "The city."},
    {"daily", "day", "days", "Days since the scenario's start."},
    {"daily", "date", "", "The calendar day."},
    {"replicate", "point", "", "Which scenario of the experiment, from 0."},
    {"replicate", "replicate", "", "Which replicate, from 1."},
    {"replicate", "seed", "", "The seed of all random draws."},
    {"replicate", "status", "", "done or failed."},
    {"replicate", "reason", "", "Why it failed."},
    {"replicate", "state_hash", "", "Of all days and the final state: equal for equal results."},
    {"replicate", "seconds", "s", "Time it took."},
    {"replicate_city", "adults", "people", "Adults of the city in this replicate."},
    {"replicate_city", "state_hash", "", "Of the city's days and final state."},
};

}  // namespace

std::string schema_text() {
    std::string text(schema_template);
    fill(text, "@OBSERVABLES@", observable_columns());
    fill(text, "@OBSERVABLE_NAMES@", observable_names());
    return text;
}

void create_schema(Database& database) {
    database.run(schema_text().c_str());
    database.run(("PRAGMA application_id = " + std::to_string(results_application_id)).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(results_format)).c_str());
}

std::int32_t format_of(Database& database) {
    const std::int64_t format = database.number("PRAGMA user_version");
    if (format < oldest_format || format > results_format) {
        throw Failure(damaged(database.path(), "unknown format " + std::to_string(format)));
    }
    return static_cast<std::int32_t>(format);
}

std::vector<std::string> check_schema(Database& database) {
    const std::int32_t format = format_of(database);
    Database pattern = Database::in_memory();
    pattern.run(schema_text().c_str());
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
    std::vector<ColumnInfo> infos(std::begin(fixed_columns), std::end(fixed_columns));
    for (const ObservableRow& row : observable_rows()) {
        infos.push_back({"daily", row.name, row.unit, row.explanation});
    }
    for (const HeadlineRow& one : headline_rows()) {
        infos.push_back({"headline", one.id, one.unit, one.explanation});
    }
    return infos;
}

}  // namespace tumen
