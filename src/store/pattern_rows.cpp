#include "store/pattern_rows.hpp"

#include <limits>
#include <vector>

#include "patterns/check.hpp"
#include "store/replicate_rows.hpp"

namespace tumen {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();  // NULL in the file

void write(Statement& insert, const std::string& rules, const PatternResult& result) {
    const Pattern& pattern = *result.pattern;
    const bool any = result.replicates > 0;
    const Interval share = any ? result.share_interval : Interval{none, none};
    const Interval mean = result.mean_interval.value_or(Interval{none, none});
    insert.bind(rules).bind(pattern.id).bind(pattern.statement).bind(pattern.grade);
    insert.bind(name_of(pattern.role)).bind(static_cast<std::int64_t>(result.replicates));
    insert.bind(static_cast<std::int64_t>(result.without_value));
    insert.bind(static_cast<std::int64_t>(result.showing)).bind(any ? result.share : none);
    insert.bind(share.low).bind(share.high).bind(any ? result.mean : none);
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

}  // namespace

void write_patterns(Database& database, const Experiment& experiment) {
    const std::vector<Check::Setting> settings = settings_of(experiment);
    std::vector<PatternBook> books = books_of(experiment, settings);
    ReplicateRows rows(database, experiment);
    for (const ReplicateKey key : rows.keys(Outcome::done)) {
        const ReplicateResult result = rows.read(key);
        for (PatternBook& book : books) {
            book.add(result);
        }
    }
    Transaction transaction(database);
    database.run("DELETE FROM pattern");
    Statement insert(database,
                     "INSERT INTO pattern VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < books.size(); ++i) {
        for (const PatternResult& result : books[i].results()) {
            write(insert, settings[i].rules.name, result);
        }
    }
    transaction.commit();
}

}  // namespace tumen
