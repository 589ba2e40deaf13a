#include "store/store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <limits>

#include "measures/answers/verify.hpp"
#include "store/reader.hpp"
#include "store/sqlite/database.hpp"
#include "support/made_up.hpp"
#include "unit/store/opened.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

TEST(Store, gives_back_exactly_what_it_got) {
    const TemporaryFolder folder;
    Experiment experiment = small_experiment(2, 3);
    experiment.seed = std::numeric_limits<std::uint64_t>::max();
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    ReplicateResult odd = made_up_result(experiment, {2, 1});
    odd.cities[0][3][Quantity::fee] = 1.0 / 3;
    odd.cities[0][4][Quantity::fee] = std::numeric_limits<double>::denorm_min();
    odd.cities[0][5][Quantity::fee] = 7;  // a whole number stays a real one
    odd.cities[0][6][Quantity::need_kin] = std::numeric_limits<double>::quiet_NaN();
    odd.cities[1][7][Count::calls] = std::int64_t{1} << 53;
    store->accept(odd);
    store->accept(made_up_result(experiment, {1, 0}));
    ASSERT_FALSE(store->close());
    EXPECT_EQ(folder.files(), 1u);  // nothing beside it

    const StoredResults back = read_back(path);
    EXPECT_EQ(back.experiment.kind, ExperimentKind::sweep);
    EXPECT_EQ(back.experiment.name, "small");
    EXPECT_EQ(back.experiment.command, "tumen run small");
    EXPECT_EQ(back.experiment.seed, experiment.seed);
    EXPECT_EQ(back.experiment.replicates, experiment.replicates);
    EXPECT_TRUE(experiment_differences(experiment, back.experiment).empty());
    EXPECT_EQ(back.experiment.points[1].values, experiment.points[1].values);
    EXPECT_EQ(back.experiment.points[1].scenario.title, "Small");
    EXPECT_EQ(back.experiment.points[1].scenario.plan.cities[1].label, "Lower");
    ASSERT_EQ(back.replicates.size(), 2u);
    const Scenario& scenario = experiment.points[1].scenario;
    EXPECT_EQ(first_difference(scenario, back.replicates[1], odd).text, "");
    EXPECT_EQ(back.replicates[1].seconds, 0.25);
    ASSERT_EQ(back.provenance.size(), 1u);
    EXPECT_EQ(back.provenance[0].build, some_build());
    EXPECT_EQ(back.provenance[0].parameter_hash,
              parameter_hash(experiment.points[0].scenario.plan));
    EXPECT_EQ(back.provenance[0].created.size(), 10u);
}

/// Compared as bytes: minus zero, and what is missing, too.
bool same_bytes(const std::vector<DayReport>& one, const std::vector<DayReport>& other) {
    return one.size() == other.size() &&
           std::memcmp(one.data(), other.data(), one.size() * sizeof(DayReport)) == 0;
}

TEST(Store, tells_of_each_replicate_as_it_is_read_back) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    std::vector<ReplicateResult> told;
    store->tell([&](ReplicateResult result) { told.push_back(std::move(result)); });
    ReplicateResult odd = made_up_result(experiment, {1, 0});
    odd.cities[0][3][Quantity::fee] = -0.0;
    odd.cities[0][6][Quantity::need_kin] = -std::numeric_limits<double>::signaling_NaN();
    odd.cities[0][7][Quantity::fee] = 7;
    store->accept(odd);
    ReplicateResult failed = made_up_result(experiment, {2, 0});
    failed.outcome = Outcome::failed;
    failed.reason = "not enough memory";
    failed.cities.clear();
    failed.adults.clear();
    failed.city_hashes.clear();
    store->accept(failed);
    ASSERT_FALSE(store->close());

    const StoredResults back = read_back(path);
    ASSERT_EQ(told.size(), 2u);
    for (std::size_t i = 0; i < told.size(); ++i) {
        const ReplicateResult& read = back.replicates[i];
        EXPECT_EQ(key_of(told[i]), key_of(read));
        EXPECT_EQ(told[i].outcome, read.outcome);
        EXPECT_EQ(told[i].reason, read.reason);
        EXPECT_EQ(told[i].seconds, read.seconds);
        EXPECT_EQ(told[i].state_hash, read.state_hash);
        EXPECT_EQ(told[i].city_hashes, read.city_hashes);
        EXPECT_EQ(told[i].adults, read.adults);
        EXPECT_EQ(told[i].headlines, read.headlines);
        ASSERT_EQ(told[i].cities.size(), read.cities.size());
        for (std::size_t city = 0; city < read.cities.size(); ++city)
            EXPECT_TRUE(same_bytes(told[i].cities[city], read.cities[city])) << city;
    }
}

TEST(Store, knows_how_it_left_the_file_until_somebody_touches_it) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    store->accept(made_up_result(experiment, {1, 0}));
    ASSERT_FALSE(store->close());
    ASSERT_TRUE(store->left());
    const auto opened = [&] { return ResultReader::open(path, Changed::refused, store->left()); };
    EXPECT_TRUE((*opened())->is_as_left());
    EXPECT_FALSE((*ResultReader::open(path))->is_as_left());

    const std::string whole = bytes_of(path);
    std::string broken = whole;
    for (std::size_t at = broken.size() / 2; at < broken.size() / 2 + 4096; ++at)
        broken[at] = static_cast<char>(~broken[at]);
    write_bytes(path, broken);
    const auto refused = opened();
    EXPECT_TRUE(!refused || !(*refused)->is_as_left());
    write_bytes(path, whole);
    EXPECT_FALSE((*opened())->is_as_left());  // written anew
    ASSERT_FALSE(resumed(path, experiment)->close());
    EXPECT_FALSE((*opened())->is_as_left());
}

TEST(Store, never_overwrites_unless_forced_and_then_only_its_own) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    make_file(path, experiment, {{1, 0}});
    const std::string before = bytes_of(path);
    const auto refused = ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().problem, HasSubstr("exists"));
    EXPECT_THAT(refused.error().suggestion, HasSubstr("--resume"));
    EXPECT_EQ(bytes_of(path), before);
    EXPECT_FALSE(created(path, experiment, Overwrite::replace)->close());
    EXPECT_TRUE(read_back(path).replicates.empty());

    const std::string thesis = folder / "thesis.txt";
    write_bytes(thesis, "Chapter one.");
    const auto foreign = ResultStore::create(thesis, experiment, some_build(), Overwrite::replace);
    ASSERT_FALSE(foreign);
    EXPECT_THAT(foreign.error().reason, HasSubstr("--force replaces results files only"));
    EXPECT_EQ(bytes_of(thesis), "Chapter one.");
    EXPECT_FALSE(ResultStore::create(folder.path(), experiment, some_build(), Overwrite::replace));
}

TEST(Store, says_why_a_file_cannot_be_made_and_leaves_nothing) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 1);
    const auto nowhere = ResultStore::create(folder / "no/such/a.sqlite", experiment, some_build(),
                                             Overwrite::refuse);
    ASSERT_FALSE(nowhere);
    EXPECT_THAT(describe(nowhere.error()), HasSubstr("make the folder"));
    EXPECT_EQ(folder.files(), 0u);
}

TEST(Store, lets_nobody_else_write_and_everybody_read) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    store->accept(made_up_result(experiment, {1, 0}));
    const pid_t other = fork();  // locks are held against other processes
    if (other == 0) {
        const auto second = ResultStore::resume(path, experiment, some_build());
        const auto forced = ResultStore::create(path, experiment, some_build(), Overwrite::replace);
        const auto reading = read_results(path);
        const std::string who = "process " + std::to_string(getppid()) + " is writing it";
        const bool good = !second && !forced && second.error().problem == in_use_text &&
                          second.error().reason == who && forced.error().reason == who && reading &&
                          reading->replicates.size() == 1;
        _exit(good ? 0 : 1);
    }
    int status = 0;
    waitpid(other, &status, 0);
    EXPECT_EQ(status, 0);
    store->accept(made_up_result(experiment, {2, 0}));
    EXPECT_FALSE(store->close());
    store.reset();
    EXPECT_EQ(read_back(path).replicates.size(), 2u);
    EXPECT_EQ(folder.files(), 1u);  // and no lock is left
}

TEST(Store, waits_for_a_reader_and_never_fails_by_one) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 3);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    store->accept(made_up_result(experiment, {1, 0}));
    {
        Database reader(path, Access::read_untrusted);
        const Snapshot snapshot(reader);
        EXPECT_EQ(reader.number("SELECT count(*) FROM replicate"), 1);
        store->take(made_up_result(experiment, {2, 0}));
        EXPECT_EQ(store->settle(), 1u);  // not while it is read
        EXPECT_EQ(reader.number("SELECT count(*) FROM replicate"), 1);
    }
    EXPECT_EQ(store->settle(), 0u);
    EXPECT_EQ(read_back(path).replicates.size(), 2u);
    EXPECT_FALSE(store->close());
}

TEST(Store, has_what_is_settled_in_the_one_file) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 5);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    for (std::uint32_t i = 1; i <= 5; ++i) {
        store->accept(made_up_result(experiment, {i, 0}));
        write_bytes(folder / "copy.sqlite", bytes_of(path));
        EXPECT_EQ(read_back(folder / "copy.sqlite").replicates.size(), i);
    }
}

TEST(Store, keeps_what_it_is_to_replace_until_all_is_played) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    make_file(path, experiment, {{1, 0}, {2, 0}});
    const std::string before = bytes_of(path);
    Experiment other = experiment;
    other.seed = 8;
    auto store = created(path, other, Overwrite::replace);
    store->accept(made_up_result(other, {1, 0}));
    EXPECT_FALSE(store->close_unfinished());
    EXPECT_EQ(store->where(), path + ".new");
    store.reset();
    EXPECT_EQ(bytes_of(path), before);
    // The old experiment can be gone on with, and so can the new one.
    EXPECT_EQ(resumed(path, experiment)->done().size(), 2u);
    store = resumed(path, other);
    EXPECT_EQ(store->done(), (DoneSet{{1, 0}}));
    store->accept(made_up_result(other, {2, 0}));
    EXPECT_FALSE(store->close());
    store.reset();
    EXPECT_EQ(read_back(path).experiment.seed, 8u);
    EXPECT_EQ(folder.files(), 1u);
}

TEST(Store, takes_names_as_names_and_says_what_is_wrong_with_a_path) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, 2);
    const auto why = [&](const std::string& path) {
        const auto store = ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
        return store ? "" : store.error().reason;
    };
    EXPECT_THAT(why(folder / std::string(250, 'a')), HasSubstr("its name has 250 bytes"));
    EXPECT_THAT(why(folder / ""), HasSubstr("names a folder"));
    EXPECT_THAT(why(""), HasSubstr("empty"));
    EXPECT_THAT(why(folder / "no/a.sqlite"), HasSubstr("folder does not exist"));
    std::filesystem::create_symlink("nothing", folder / "link");
    EXPECT_THAT(why(folder / "link"), HasSubstr("link to nothing"));
    EXPECT_EQ(folder.files(), 0u);
    for (const char* name : {":memory:", "file:a.sqlite?mode=memory"}) {
        make_file(folder / name, experiment, {{1, 0}});
        EXPECT_EQ(read_back(folder / name).replicates.size(), 1u);
    }
    make_file(folder / "real.sqlite", experiment, {{1, 0}});
    std::filesystem::create_symlink("real.sqlite", folder / "to-real");
    EXPECT_FALSE(created(folder / "to-real", experiment, Overwrite::replace)->close());
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "to-real"));
}

TEST(Store, serves_an_ensemble_as_its_sink) {
    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(2, 3);
    const std::string path = folder / "a.sqlite";
    auto store = created(path, experiment);
    EnsembleOptions options;
    options.threads = 2;
    const auto summary = play_experiment(experiment, store->done(), options, *store);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->done, 6u);
    EXPECT_FALSE(store->close());
    auto reader = ResultReader::open(path);
    ASSERT_TRUE(reader);
    const auto verification = verify_results(**reader, {});
    ASSERT_TRUE(verification);
    EXPECT_EQ(verification->equal, 6u);
    EXPECT_TRUE(verification->differences.empty());
}

}  // namespace
}  // namespace tumen::test
