#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "patterns/check.hpp"
#include "store/reader.hpp"
#include "store/sqlite/database.hpp"
#include "store/store.hpp"
#include "support/made_up.hpp"
#include "unit/store/temporary.hpp"

namespace tumen::test {
namespace {

/// A check of one scenario that patterns are about, under the default and one rival rule.
Experiment small_check() {
    Experiment experiment = small_experiment(2, 8);
    experiment.kind = ExperimentKind::check;
    experiment.points[0].name = "hyesan-calm";
    experiment.points[1].name = "hyesan-calm, learning = city";
    return experiment;
}

std::int64_t rows_where(const std::string& path, const std::string& condition) {
    Database database(path, Access::read_untrusted);
    return database.number(("SELECT count(*) FROM pattern WHERE " + condition).c_str());
}

void add(ResultStore& store, const Experiment& experiment, std::uint32_t replicate) {
    for (std::uint32_t point = 0; point < experiment.points.size(); ++point) {
        store.accept(made_up_result(experiment, {replicate, point}));
    }
}

TEST(StoredPatterns, say_what_the_replicates_in_the_file_show_under_each_rule) {
    const TemporaryFolder folder;
    const std::string path = folder / "check.sqlite";
    const Experiment experiment = small_check();
    auto store = *ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
    for (std::uint32_t replicate = 1; replicate <= 5; ++replicate) {
        add(*store, experiment, replicate);
    }
    ASSERT_FALSE(store->close());

    PatternBook book(experiment, settings_of(experiment).front().points, testable_patterns());
    for (std::uint32_t replicate = 1; replicate <= 5; ++replicate) {
        book.add(made_up_result(experiment, {replicate, 0}));
    }
    const std::vector<PatternResult> results = book.results();
    ASSERT_FALSE(results.empty());
    EXPECT_EQ(rows_where(path, "rules = 'default'"), results.size());
    EXPECT_EQ(rows_where(path, "rules = 'learning = city'"), results.size());
    for (const PatternResult& one : results) {
        EXPECT_EQ(rows_where(path, "rules = 'default' AND id = '" + std::string(one.pattern->id) +
                                       "' AND verdict = '" + std::string(name_of(one.verdict)) +
                                       "' AND replicates = " + std::to_string(one.replicates) +
                                       " AND showing = " + std::to_string(one.showing)),
                  1)
            << one.pattern->id;
    }
}

TEST(StoredPatterns, are_judged_anew_when_replicates_are_added) {
    const TemporaryFolder folder;
    const std::string path = folder / "check.sqlite";
    const Experiment experiment = small_check();
    auto store = *ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
    add(*store, experiment, 1);
    ASSERT_FALSE(store->close());
    EXPECT_GT(rows_where(path, "replicates + without_value = 1"), 0);
    store = *ResultStore::resume(path, experiment, some_build());
    add(*store, experiment, 2);
    ASSERT_FALSE(store->close());
    EXPECT_EQ(rows_where(path, "replicates + without_value = 1"), 0);
    EXPECT_GT(rows_where(path, "replicates + without_value = 2"), 0);
}

TEST(StoredPatterns, are_those_of_checks_only) {
    const TemporaryFolder folder;
    const std::string path = folder / "run.sqlite";
    Experiment experiment = small_check();
    experiment.kind = ExperimentKind::compare;
    auto store = *ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
    add(*store, experiment, 1);
    ASSERT_FALSE(store->close());
    EXPECT_EQ(rows_where(path, "1 = 1"), 0);
}

}  // namespace
}  // namespace tumen::test
