#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "experiment/failure.hpp"
#include "measures/answers/verify.hpp"
#include "unit/store/opened.hpp"

/// What a file holds when another session goes on with it.
namespace tumen::test {
namespace {

using testing::HasSubstr;

TEST(Store, keeps_every_finished_replicate_of_a_killed_process) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 40);
    const std::string path = folder / "a.sqlite";
    const pid_t writer = fork();
    if (writer == 0) {
        auto store = ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
        for (std::uint32_t i = 1; i <= 30; ++i)
            (*store)->accept(made_up_result(experiment, {i, 0}));
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(writer, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    write_bytes(folder / "copy.sqlite", bytes_of(path));
    EXPECT_EQ(read_back(folder / "copy.sqlite").replicates.size(), 30u);  // the one file
    std::filesystem::remove(folder / "copy.sqlite");
    EXPECT_EQ(read_back(path).replicates.size(), 30u);  // readable as it lies there
    auto store = resumed(path, experiment);
    EXPECT_EQ(store->done().size(), 30u);
    for (std::uint32_t i = 31; i <= 40; ++i)
        store->accept(made_up_result(experiment, {i, 0}));
    ASSERT_FALSE(store->close());
    EXPECT_EQ(folder.files(), 1u);

    std::vector<ReplicateKey> all = planned_replicates(experiment);
    make_file(folder / "b.sqlite", experiment, all);
    const auto one = ResultReader::open(path);
    const auto other = ResultReader::open(folder / "b.sqlite");
    const auto comparison = compare_results(**one, **other);
    EXPECT_EQ(comparison->equal, 40u);
    EXPECT_TRUE(comparison->differences.empty());
}

TEST(Store, resumes_where_a_process_was_killed_before_it_wrote_anything) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    write_bytes(path, "");
    const auto reading = ResultReader::open(path);
    ASSERT_FALSE(reading);
    EXPECT_THAT(reading.error().problem, HasSubstr("empty"));
    auto store = resumed(path, experiment);
    store->accept(made_up_result(experiment, {1, 0}));
    EXPECT_FALSE(store->close());
    EXPECT_EQ(read_back(path).replicates.size(), 1u);
}

TEST(Store, resumes_the_same_experiment_only_and_says_what_differs) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(2, 2);
    const std::string path = folder / "a.sqlite";
    make_file(path, experiment, {{1, 0}, {1, 1}});
    const std::string before = bytes_of(path);
    const auto why = [&](const Experiment& other) {
        const auto store = ResultStore::resume(path, other, some_build());
        EXPECT_FALSE(store);
        return store ? "" : describe(store.error());
    };
    Experiment other = experiment;
    other.seed = 8;
    EXPECT_THAT(why(other), HasSubstr("seed (7 there, 8 here)"));
    other = experiment;
    other.points[1].scenario.plan.days = 41;
    EXPECT_THAT(why(other), HasSubstr("scenario fee_base=0.21"));
    other.points = Points{other.points.front()};
    EXPECT_THAT(why(other), HasSubstr("number of points (2 there, 1 here)"));
    other = experiment;
    other.kind = ExperimentKind::compare;
    EXPECT_THAT(why(other), HasSubstr("kind (sweep there, compare here)"));
    EXPECT_EQ(bytes_of(path), before);
    const auto missing = ResultStore::resume(folder / "b.sqlite", experiment, some_build());
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().problem, HasSubstr("no such"));
}

TEST(Store, takes_more_replicates_when_resumed_and_forgets_none) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.sqlite";
    make_file(path, small_experiment(1, 4), {{1, 0}, {4, 0}});
    Experiment wanted = small_experiment(1, 2);
    wanted.replicates = {2, 6};
    auto store = resumed(path, wanted);
    EXPECT_EQ(store->done(), (DoneSet{{1, 0}, {4, 0}}));
    store->accept(made_up_result(wanted, {6, 0}));
    EXPECT_FALSE(store->close());
    const StoredResults back = read_back(path);
    EXPECT_EQ(back.experiment.replicates, (std::vector<std::uint32_t>{1, 2, 3, 4, 6}));
    EXPECT_EQ(back.replicates.size(), 3u);
}

TEST(Store, keeps_failed_replicates_as_data_and_tries_them_again_when_resumed) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    ReplicateResult failed;
    failed.replicate = 2;
    failed.seed = 7;
    failed.outcome = Outcome::failed;
    failed.reason = "not enough memory";
    store->accept(failed);
    store->accept(made_up_result(experiment, {1, 0}));
    EXPECT_FALSE(store->close());
    StoredResults back = read_back(path);
    EXPECT_EQ(back.replicates[1].outcome, Outcome::failed);
    EXPECT_EQ(back.replicates[1].reason, "not enough memory");
    EXPECT_EQ(back.replicates[1].seed, 7u);
    store = resumed(path, experiment);
    EXPECT_EQ(store->done(), (DoneSet{{1, 0}}));
    store->accept(made_up_result(experiment, {2, 0}));
    EXPECT_FALSE(store->close());
    back = read_back(path);
    ASSERT_EQ(back.replicates.size(), 2u);
    EXPECT_EQ(back.replicates[1].outcome, Outcome::done);
}

TEST(Store, names_every_program_that_wrote_into_a_file_once) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    make_file(path, experiment, {{1, 0}});
    Build newer = some_build();
    newer.version = "0.2.0";
    for (const Build& build : {some_build(), newer, newer})
        EXPECT_FALSE(resumed(path, experiment, build)->close());
    const auto provenance = read_back(path).provenance;
    ASSERT_EQ(provenance.size(), 2u);
    EXPECT_EQ(provenance[1].build.version, "0.2.0");
}

TEST(Store, refuses_a_replicate_that_it_holds_and_keeps_the_first) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    store->accept(made_up_result(experiment, {1, 0}));
    ReplicateResult other = made_up_result(experiment, {2, 0});
    other.replicate = 1;
    EXPECT_THROW(store->accept(other), Failure);
    store->accept(made_up_result(experiment, {2, 0}));  // goes on after it
    EXPECT_FALSE(store->close());
    const StoredResults back = read_back(path);
    ASSERT_EQ(back.replicates.size(), 2u);
    EXPECT_EQ(back.replicates[0].state_hash, made_up_result(experiment, {1, 0}).state_hash);
}

}  // namespace
}  // namespace tumen::test
