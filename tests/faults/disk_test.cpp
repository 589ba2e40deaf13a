#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "experiment/failure.hpp"
#include "faults/faulty_vfs.hpp"
#include "measures/answers/verify.hpp"
#include "store/path/file_check.hpp"
#include "store/reader.hpp"
#include "support/made_up.hpp"
#include "unit/store/temporary.hpp"

namespace tumen::test {
namespace {

constexpr std::uint32_t replicates = 3;

/// What a run on a failing disk came to, as the program would play it.
struct Attempt {
    DoneSet accepted;                    // the store took them without complaint
    std::vector<Diagnostic> complaints;  // at most one, as the program stops at it
};

void accept_missing(ResultStore& store, const Experiment& experiment, Attempt& attempt) {
    for (const ReplicateKey key : planned_replicates(experiment)) {
        if (store.done().contains(key)) continue;
        try {
            store.accept(made_up_result(experiment, key));
        } catch (const Failure& failure) {
            attempt.complaints.push_back(failure.diagnostic());
            return;  // the program ends without closing
        }
        attempt.accepted.insert(key);
    }
    if (const auto problem = store.close()) attempt.complaints.push_back(*problem);
}

Attempt play(const std::string& path, const Experiment& experiment) {
    const bool there = std::filesystem::exists(path);
    auto store = there ? ResultStore::resume(path, experiment, some_build())
                       : ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
    Attempt attempt;
    if (!store) {
        attempt.complaints.push_back(store.error());
        return attempt;
    }
    attempt.accepted = (*store)->done();
    accept_missing(**store, experiment, attempt);
    return attempt;
}

class OnAFailingDisk : public testing::Test {
  protected:
    OnAFailingDisk() {
        EXPECT_TRUE(play(straight, experiment).complaints.empty());
        whole = *ResultReader::open(straight);
        leave_unfinished();
    }

    /// Files as a kill leaves them: two replicates stored, a third begun.
    void leave_unfinished() const {
        const std::string path = folder / "begun.sqlite";
        auto store = ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
        ASSERT_TRUE(store);
        for (const std::uint32_t replicate : {1U, 2U})
            (*store)->accept(made_up_result(experiment, {replicate, 0}));
        (*store)->take(made_up_result(experiment, {3, 0}));
        std::filesystem::copy_file(path, unfinished);
        std::filesystem::copy_file(path + "-journal", unfinished + "-journal");
    }

    void expect_said(const Attempt& attempt, Trouble trouble, const std::string& path) const {
        ASSERT_EQ(attempt.complaints.size(), 1u);
        const Diagnostic& said = attempt.complaints.front();
        EXPECT_EQ(said.file, path);
        EXPECT_FALSE(said.problem.empty());
        EXPECT_FALSE(said.suggestion.empty()) << describe(said);
        if (trouble == Trouble::disk_full) {
            EXPECT_EQ(said.problem, "the disk is full");
        }
    }

    /// With the disk mended the run is continued and equals one that met no trouble.
    void expect_nothing_lost(const Attempt& attempt, const std::string& path) const {
        Attempt again;
        if (const FileCheck check = check_file(path); check.kind == FileKind::none) {
            EXPECT_TRUE(attempt.accepted.empty());
            again = play(path, experiment);
        } else {
            auto store = ResultStore::resume(path, experiment, some_build());
            ASSERT_TRUE(store) << describe(store.error());
            EXPECT_TRUE(std::ranges::includes((*store)->done(), attempt.accepted))
                << (*store)->done().size() << " of " << attempt.accepted.size() << " are there";
            accept_missing(**store, experiment, again);
        }
        ASSERT_TRUE(again.complaints.empty()) << describe(again.complaints.front());
        const auto one = ResultReader::open(path);
        ASSERT_TRUE(one) << describe(one.error());
        const auto comparison = compare_results(**one, *whole);
        EXPECT_EQ(comparison->equal, replicates);
        EXPECT_TRUE(comparison->differences.empty());
    }

    enum class Begun : std::uint8_t { not_yet, by_a_killed_run };

    /// Fails the first, second, ... operation until a run meets no failure. How many failed.
    std::uint64_t fail_everywhere(Operation operation, Trouble trouble, Length length,
                                  Begun begun) {
        for (std::uint64_t which = 1;; ++which) {
            const std::string path = folder / "hurt.sqlite";
            SCOPED_TRACE(std::string(name_of(operation)) + " " + std::to_string(which));
            if (begun == Begun::by_a_killed_run) {
                for (const char* ending : {"", "-journal"})
                    std::filesystem::copy_file(unfinished + ending, path + ending);
            }
            disk.fail_at(operation, which, trouble, length);
            const Attempt attempt = play(path, experiment);
            const std::uint64_t failures = disk.mend();
            // SQLite goes on where a failure costs nothing (a file that need not be removed).
            if (failures > 0 && !attempt.complaints.empty()) expect_said(attempt, trouble, path);
            if (failures == 0) {
                EXPECT_TRUE(attempt.complaints.empty());
            }
            expect_nothing_lost(attempt, path);
            for (const char* ending : {"", "-journal", ".new", ".new-journal"})
                std::filesystem::remove(path + ending);
            if (failures == 0 || HasFatalFailure()) return which - 1;
        }
    }

    /// Each operation fails alone, and with all that come after it. Says how many were tried.
    std::uint64_t try_all(Operation operation, Trouble trouble, Begun begun) {
        const std::uint64_t tried = fail_everywhere(operation, trouble, Length::once, begun) +
                                    fail_everywhere(operation, trouble, Length::lasting, begun);
        std::printf("%s: %u failures tried\n", std::string(name_of(operation)).c_str(),
                    static_cast<unsigned>(tried));
        return tried;
    }

    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(1, replicates);
    const std::string straight = folder / "straight.sqlite";
    const std::string unfinished = folder / "unfinished.sqlite";
    std::unique_ptr<ResultReader> whole;  // what a run comes to that met no trouble
    FaultyDisk disk;
};

struct Case {
    Operation operation;
    Trouble trouble;
    std::uint64_t new_run;  // failures tried at the least: fewer, and the test looks elsewhere
    std::uint64_t continued_run;  // the same
};

constexpr Case cases[] = {
    {Operation::write, Trouble::disk_full, 200, 50},
    {Operation::write, Trouble::device, 200, 50},
    // (Replicates that are done within a quarter of a second share a commit, hence a sync.)
    {Operation::sync, Trouble::device, 12, 4},
    {Operation::truncate, Trouble::device, 2, 2},
    {Operation::remove, Trouble::device, 4, 2},
    {Operation::open, Trouble::device, 6, 4},
    {Operation::read, Trouble::device, 40, 40},
};

TEST_F(OnAFailingDisk, a_new_run_loses_no_stored_replicate_and_can_be_continued) {
    for (const Case& one : cases) {
        EXPECT_GE(try_all(one.operation, one.trouble, Begun::not_yet), one.new_run)
            << name_of(one.operation);
    }
}

TEST_F(OnAFailingDisk, a_continued_run_loses_no_stored_replicate_and_can_be_continued_again) {
    for (const Case& one : cases) {
        EXPECT_GE(try_all(one.operation, one.trouble, Begun::by_a_killed_run), one.continued_run)
            << name_of(one.operation);
    }
}

}  // namespace
}  // namespace tumen::test
