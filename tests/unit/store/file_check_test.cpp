#include "store/path/file_check.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <utility>

#include "support/made_up.hpp"
#include "unit/store/temporary.hpp"

namespace tumen::test {
namespace {

namespace fs = std::filesystem;

std::function<void()> before_the_next_opening;  // what SQLite calls has no place for one of ours
sqlite3_vfs* system_files = nullptr;

int open_after_that(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out) {
    if (before_the_next_opening) std::exchange(before_the_next_opening, nullptr)();
    return system_files->xOpen(system_files, path, file, flags, out);
}

/// While it lives, somebody acts between two looks of the reader: before it opens the file.
class InBetween {
  public:
    explicit InBetween(std::function<void()> act) {
        system_files = sqlite3_vfs_find(nullptr);
        vfs_ = *system_files;
        vfs_.zName = "in between";
        vfs_.pNext = nullptr;
        vfs_.xOpen = open_after_that;
        sqlite3_vfs_register(&vfs_, 1);
        before_the_next_opening = std::move(act);
    }
    ~InBetween() {
        sqlite3_vfs_unregister(&vfs_);
        sqlite3_vfs_register(system_files, 1);
    }
    InBetween(const InBetween&) = delete;
    InBetween& operator=(const InBetween&) = delete;

  private:
    sqlite3_vfs vfs_{};
};

class FirstLookAtAFile : public testing::Test {
  protected:
    FirstLookAtAFile() { make(path); }

    static void make(const std::string& at) {
        const Experiment experiment = small_experiment(2, 2);
        auto store = ResultStore::create(at, experiment, some_build(), Overwrite::refuse);
        ASSERT_TRUE(store);
        for (const ReplicateKey key : planned_replicates(experiment))
            (*store)->accept(made_up_result(experiment, key));
        ASSERT_FALSE((*store)->close());
    }

    static void run(const std::string& at, const char* sql) {
        sqlite3* handle = nullptr;
        ASSERT_EQ(sqlite3_open(at.c_str(), &handle), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(handle);
    }

    static void grow(const std::string& at) {
        run(at, "CREATE TABLE more AS SELECT zeroblob(100000) AS bytes");
    }

    static std::string said(const FileCheck& check) {
        return check.problem ? describe(*check.problem) : "";
    }

    const TemporaryFolder folder;
    const std::string path = folder / "a.sqlite";
};

TEST_F(FirstLookAtAFile, takes_a_file_that_has_just_grown_for_no_truncated_one) {
    const InBetween writer([this] { grow(path); });
    const FileCheck check = check_file(path);
    EXPECT_EQ(check.kind, FileKind::results) << said(check);
}

TEST_F(FirstLookAtAFile, takes_a_file_that_has_just_been_replaced_for_no_truncated_one) {
    const std::string other = folder / "b.sqlite";
    make(other);
    grow(other);
    const InBetween writer([&] { fs::rename(other, path); });
    const FileCheck check = check_file(path);
    EXPECT_EQ(check.kind, FileKind::results) << said(check);
}

TEST_F(FirstLookAtAFile, takes_a_file_that_is_being_written_for_no_truncated_one) {
    sqlite3* writer = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &writer), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(writer, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
    fs::resize_file(path, fs::file_size(path) - 4096);  // its header is ahead of its size
    EXPECT_EQ(check_file(path).kind, FileKind::results);
    sqlite3_close(writer);
    const FileCheck check = check_file(path);
    EXPECT_EQ(check.kind, FileKind::broken);
    EXPECT_NE(said(check).find("truncated"), std::string::npos);
}

TEST_F(FirstLookAtAFile, finds_what_a_killed_writer_left_behind_a_link_too) {
    const std::string link = folder / "link.sqlite";
    fs::create_symlink(path, link);
    EXPECT_EQ(leftover_beside(link), Leftover::no);
    write_bytes(path + "-journal", "begun");
    EXPECT_EQ(leftover_beside(link), Leftover::yes);
}

}  // namespace
}  // namespace tumen::test
