#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "measures/answers/verify.hpp"
#include "measures/headlines/headlines.hpp"
#include "scenario/scenario.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"
#include "support/made_up.hpp"
#include "unit/store/temporary.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

/// Three points of a design, without days.
Experiment designed() {
    Experiment experiment = small_experiment(3, 2);
    Points points{experiment.points.front()};
    for (std::size_t i = 1; i < experiment.points.size(); ++i)
        points.push_back(experiment.points.name(i), experiment.points.values(i));
    experiment.points = std::move(points);
    experiment.days = Days::left_out;
    experiment.design =
        Design{"lhs",
               3,
               {{"fee_base", 0.1, 0.4, Scale::linear, Evidence::within, 0},
                {"aversion_spread", 0.1, 2, Scale::logarithmic, Evidence::beyond, 0}},
               {{"z", "last"}, {"headline", "stopped_calling"}}};
    return experiment;
}

std::string written(const TemporaryFolder& folder, const Experiment& experiment) {
    const std::string path = folder / "design.sqlite";
    auto store = ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
    EXPECT_TRUE(store);
    for (const ReplicateKey key : planned_replicates(experiment))
        (*store)->accept(made_up_result(experiment, key));
    EXPECT_FALSE((*store)->close());
    return path;
}

std::int64_t number(const std::string& path, const char* sql) {
    sqlite3* handle = nullptr;
    sqlite3_stmt* query = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_prepare_v2(handle, sql, -1, &query, nullptr), SQLITE_OK);
    sqlite3_step(query);
    const std::int64_t value = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    sqlite3_close(handle);
    return value;
}

TEST(StoredDesigns, come_back_as_they_were_asked_for) {
    const TemporaryFolder folder;
    const Experiment experiment = designed();
    const auto results = read_results(written(folder, experiment));
    ASSERT_TRUE(results) << describe(results.error());
    EXPECT_TRUE(results->experiment.design == experiment.design);
    EXPECT_EQ(results->experiment.days, Days::left_out);
    EXPECT_TRUE(experiment_differences(experiment, results->experiment).empty());
}

TEST(StoredDesigns, store_the_text_of_one_scenario_and_give_all_of_them_back) {
    const TemporaryFolder folder;
    const Experiment experiment = designed();
    const std::string path = written(folder, experiment);
    EXPECT_EQ(number(path, "SELECT count(*) FROM point WHERE canonical = ''"), 2);
    const auto results = read_results(path);
    ASSERT_TRUE(results);
    for (std::size_t i = 0; i < experiment.points.size(); ++i) {
        EXPECT_EQ(scenario_hash(results->experiment.points[i].scenario),
                  scenario_hash(experiment.points[i].scenario));
    }
}

TEST(StoredDesigns, keep_headlines_and_hashes_where_days_are_left_out) {
    const TemporaryFolder folder;
    const Experiment experiment = designed();
    const std::string path = written(folder, experiment);
    EXPECT_EQ(number(path, "SELECT count(*) FROM daily"), 0);
    auto reader = ResultReader::open(path);
    ASSERT_TRUE(reader);
    const ReplicateResult whole = made_up_result(experiment, {2, 1});
    const auto stored = (*reader)->read({2, 1});
    ASSERT_TRUE(stored);
    const Scenario& scenario = experiment.points[1].scenario;
    EXPECT_EQ(first_difference(scenario, *stored, whole).text, "");
    HeadlineTable of_days(scenario.plan);
    HeadlineTable of_headlines(scenario.plan);
    of_days.add(whole);
    of_headlines.add(*stored);
    for (std::size_t i = 0; i < of_days.headlines().size(); ++i)
        EXPECT_EQ(of_days.column(i), of_headlines.column(i)) << of_days.headlines()[i].id;
    ReplicateResult other = whole;
    other.city_hashes[1].low ^= 1;
    EXPECT_THAT(first_difference(scenario, *stored, other).text, HasSubstr("days or final state"));
}

TEST(StoredDesigns, of_another_design_are_not_resumed) {
    const TemporaryFolder folder;
    Experiment experiment = designed();
    const std::string path = written(folder, experiment);
    const std::string before = bytes_of(path);
    experiment.design->factors[0].high = 0.5;
    experiment.points[2].values[0].second = 0.5;
    const auto refused = ResultStore::resume(path, experiment, some_build());
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().reason, HasSubstr("range of fee_base (0.1 to 0.4 there"));
    experiment = designed();
    experiment.days = Days::kept;
    EXPECT_THAT(ResultStore::resume(path, experiment, some_build()).error().reason,
                HasSubstr("left out"));
    EXPECT_EQ(bytes_of(path), before);
}

}  // namespace
}  // namespace tumen::test
