#include "store/rows/pattern_rows.hpp"

#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "patterns/check.hpp"
#include "store/rows/replicate_rows.hpp"
#include "store/sqlite/digest.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

constexpr std::size_t longest_name = 4096;  // [bytes]

void write(Statement& insert, const std::string& rules, const PatternResult& result) {
    const Pattern& pattern = *result.pattern;
    const bool any = result.replicates > 0;
    const Interval share = any ? result.share_interval : Interval{null_number, null_number};
    const Interval mean = result.mean_interval.value_or(Interval{null_number, null_number});
    insert.bind(rules).bind(pattern.id).bind(pattern.statement).bind(pattern.grade);
    insert.bind(name_of(pattern.role)).bind(static_cast<std::int64_t>(result.replicates));
    insert.bind(static_cast<std::int64_t>(result.without_value));
    insert.bind(static_cast<std::int64_t>(result.showing)).bind(any ? result.share : null_number);
    insert.bind(share.low).bind(share.high).bind(any ? result.mean : null_number);
    insert.bind(mean.low).bind(mean.high).bind(name_of(result.verdict)).execute();
}

std::vector<PatternBook> books_of(const Experiment& experiment,
                                  const std::vector<Check::Setting>& settings) {
    std::vector<PatternBook> books;
    books.reserve(settings.size());
    for (const Check::Setting& setting : settings) {
        books.emplace_back(experiment, setting.points, testable_patterns());
    }
    return books;
}

/// Judges the replicates of one file into the table of another, or of the same.
void judge(Database& from, const Experiment& experiment, Changed changed, Database& to) {
    const std::vector<Check::Setting> settings = settings_of(experiment);
    std::vector<PatternBook> books = books_of(experiment, settings);
    ReplicateRows rows(from, experiment, changed);
    for (const ReplicateKey key : rows.keys(Outcome::done)) {
        const ReplicateResult result = rows.read(key);
        for (PatternBook& book : books) {
            book.add(result);
        }
    }
    Transaction transaction(to);
    to.run("DELETE FROM pattern");
    Statement insert(to,
                     "INSERT INTO pattern VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < books.size(); ++i) {
        for (const PatternResult& result : books[i].results()) {
            write(insert, settings[i].rules.name, result);
        }
    }
    write_digest(to, "pattern");
    transaction.commit();
}

/// What a row of the table says, by rules and id.
std::map<std::string, Hash> rows_of(Database& database) {
    std::map<std::string, Hash> rows;
    Statement query(database,
                    "SELECT rules, id, replicates, without_value, showing, share, share_low, "
                    "share_high, mean, mean_low, mean_high, verdict FROM pattern");
    while (query.step()) {
        RowDigest digest;
        digest.add_row(query, 2);
        rows.emplace(query.text(0, longest_name) + ": " + query.text(1, longest_name),
                     digest.value());
    }
    return rows;
}

}  // namespace

void write_patterns(Database& database, const Experiment& experiment) {
    judge(database, experiment, Changed::refused, database);
}

std::vector<std::string> wrong_patterns(Database& database, const Experiment& experiment) {
    Database scratch = Database::in_memory();
    scratch.run(schema_text().c_str());
    judge(database, experiment, Changed::read, scratch);
    const std::map<std::string, Hash> right = rows_of(scratch);
    std::vector<std::string> wrong;
    for (const auto& [name, row] : rows_of(database)) {
        const auto found = right.find(name);
        if (found != right.end() && found->second != row) wrong.push_back(printable(name, 60));
    }
    return wrong;
}

}  // namespace tumen
