#include "store/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/draw.hpp"
#include "experiment/failure.hpp"
#include "measures/headlines/headlines.hpp"
#include "store/rows/experiment_rows.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/schema.hpp"
#include "support/made_up.hpp"
#include "unit/store/temporary.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

class StoredReader : public testing::Test {
  protected:
    StoredReader() {
        auto store = ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
        for (const ReplicateKey key : planned_replicates(experiment)) {
            (*store)->accept(made_up_result(experiment, key));
        }
        EXPECT_FALSE((*store)->close());
    }

    /// The reason for not reading the file, "" where it could be read whole.
    static std::string refusal(const std::string& file) {
        const auto results = read_results(file);
        return results ? "" : describe(results.error());
    }

    /// Changes the file as somebody with the sqlite3 command could.
    void tamper(const std::string& sql) const {
        sqlite3* handle = nullptr;
        ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
        char* message = nullptr;
        EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK)
            << message;
        sqlite3_close(handle);
    }

    const TemporaryFolder folder;
    const Experiment experiment = small_experiment(2, 2);
    const std::string path = folder / "a.sqlite";
};

TEST_F(StoredReader, reads_a_whole_file_and_leaves_it_untouched) {
    const std::string before = bytes_of(path);
    EXPECT_EQ(refusal(path), "");
    EXPECT_EQ(bytes_of(path), before);
    EXPECT_EQ(folder.files(), 1u);
}

TEST_F(StoredReader, tells_apart_what_is_not_a_results_file) {
    EXPECT_THAT(refusal(folder / "none.sqlite"), HasSubstr("no such results file"));
    EXPECT_THAT(refusal(folder.path()), HasSubstr("this is a folder"));
    const std::string other = folder / "other";
    write_bytes(other, "");
    EXPECT_THAT(refusal(other), HasSubstr("empty"));
    write_bytes(other, "SQLite format 3");
    EXPECT_THAT(refusal(other), HasSubstr("not an SQLite file"));
    write_bytes(other, std::string(5000, 'x'));
    EXPECT_THAT(refusal(other), HasSubstr("not an SQLite file"));
    mkfifo((folder / "pipe").c_str(), 0600);
    EXPECT_THAT(refusal(folder / "pipe"), HasSubstr("not a regular file"));
    const std::string of_another = folder / "notes.sqlite";
    sqlite3* handle = nullptr;
    sqlite3_open(of_another.c_str(), &handle);
    sqlite3_exec(handle, "CREATE TABLE notes (text)", nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    EXPECT_THAT(refusal(of_another), HasSubstr("of another program"));
}

TEST_F(StoredReader, knows_newer_and_older_formats) {
    tamper("PRAGMA user_version = 99");
    EXPECT_THAT(refusal(path), HasSubstr("format 99"));
    EXPECT_THAT(refusal(path), HasSubstr("newer version"));
    for (const char* old : {"0", "1", "3", "4"}) {
        tamper((std::string("PRAGMA user_version = ") + old).c_str());
        EXPECT_THAT(refusal(path), HasSubstr(std::string("format ") + old));
        EXPECT_THAT(refusal(path), HasSubstr("the version of the program that wrote it"));
    }
}

TEST_F(StoredReader, refuses_a_file_truncated_anywhere) {
    const std::string whole = bytes_of(path);
    const std::string cut = folder / "cut.sqlite";
    for (std::size_t size = 0; size < whole.size(); size += 4096) {
        write_bytes(cut, whole.substr(0, size));
        EXPECT_THAT(refusal(cut), HasSubstr(size > 0 ? "truncated" : "empty"));
    }
    write_bytes(cut, whole.substr(0, whole.size() - 1));
    EXPECT_THAT(refusal(cut), HasSubstr("truncated"));
}

TEST_F(StoredReader, survives_flipped_bits) {
    // 200 files with 1 to 8 flipped bits each: all end in results or in a diagnostic.
    const std::string whole = bytes_of(path);
    const std::string hurt = folder / "hurt.sqlite";
    int refused = 0;
    for (std::uint32_t file = 0; file < 200; ++file) {
        std::string bytes = whole;
        for (std::uint32_t flip = 0; flip <= file % 8; ++flip) {
            const auto block = philox({file, flip, 0, 0}, 99);
            const auto where =
                uniform_below(block.word[0], static_cast<std::uint32_t>(bytes.size()));
            bytes[where] = static_cast<char>(bytes[where] ^ (1 << (block.word[1] % 8)));
        }
        write_bytes(hurt, bytes);
        refused += refusal(hurt).empty() ? 0 : 1;
    }
    EXPECT_GT(refused, 0);  // a bit of a number may go unseen here; `verify` sees it
}

TEST_F(StoredReader, refuses_a_file_whose_own_tables_were_changed_or_that_holds_code) {
    const std::string before = bytes_of(path);
    for (const char* sql : {"DROP VIEW series", "ALTER TABLE daily ADD COLUMN x INTEGER"}) {
        tamper(sql);
        EXPECT_THAT(refusal(path), HasSubstr("its tables are not those of format")) << sql;
        write_bytes(path, before);
    }
    tamper("CREATE TRIGGER t AFTER INSERT ON daily BEGIN DELETE FROM daily; END");
    EXPECT_THAT(refusal(path), HasSubstr("code of somebody else"));
}

TEST_F(StoredReader, reads_a_file_to_which_somebody_added_and_names_what) {
    const std::string before = bytes_of(path);
    for (const char* sql : {"CREATE VIEW mine AS SELECT 1", "CREATE TABLE mine (x)",
                            "CREATE INDEX mine ON replicate(seed)"}) {
        tamper(sql);
        const auto reader = ResultReader::open(path);
        ASSERT_TRUE(reader) << sql;
        ASSERT_EQ((*reader)->foreign().size(), 1u) << sql;
        EXPECT_THAT((*reader)->foreign().front(), HasSubstr("mine"));
        write_bytes(path, before);
    }
}

TEST_F(StoredReader, refuses_rows_that_contradict_one_another) {
    const std::string before = bytes_of(path);
    const std::pair<const char*, const char*> cases[] = {
        {"DELETE FROM daily WHERE day = 7 AND replicate = 1", "the days of its scenario"},
        {"DELETE FROM daily WHERE day = 39 AND city = 1", "days of a replicate are missing"},
        {"UPDATE daily SET day = 1000 WHERE day = 39", "the days of its scenario"},
        {"UPDATE daily SET calls = -1 WHERE day = 3", "a count is out of range"},
        {"UPDATE daily SET calls = 9223372036854775807 WHERE day = 3", "a count is out of range"},
        {"DELETE FROM replicate_city WHERE city = 1", "the cities of its scenario"},
        {"UPDATE replicate SET status = 'perhaps'", "unknown status"},
        {"UPDATE replicate SET state_hash = 'xyz'", "a hash of 32 digits"},
        {"UPDATE replicate SET point = point + 5", "belongs to no point"},
        {"UPDATE replicate SET replicate = -replicate", "belongs to no point"},
        {"DELETE FROM experiment", "holds no experiment"},
        {"INSERT INTO experiment SELECT * FROM experiment", "two experiments"},
        {"DELETE FROM point", "holds no scenario"},
        {"DELETE FROM point WHERE point = 0", "numbered from 0"},
        {"DELETE FROM provenance", "what wrote it"},
        {"UPDATE experiment SET kind = 'x'", "unknown kind"},
        {"UPDATE experiment SET replicates = '1-4294967295'", "list of replicates"},
        {"UPDATE experiment SET replicates = '3,1'", "list of replicates"},
        {"UPDATE experiment SET replicates = ''", "list of replicates"},
        {"UPDATE point SET canonical = 'start = never'", "(scenario of point 0):1:10"},
        {"UPDATE point SET name = hex(zeroblob(9000))", "a shorter text"},
        {"UPDATE point_value SET point = 9 WHERE point = 1", "belongs to no point"},
    };
    for (const auto& [sql, reason] : cases) {
        tamper(sql);
        EXPECT_THAT(refusal(path), HasSubstr(reason)) << sql;
        write_bytes(path, before);
    }
}

TEST_F(StoredReader, notes_a_scenario_that_is_not_the_one_that_was_played) {
    const auto notes = [&] { return (*ResultReader::open(path, Changed::read))->notes(); };
    EXPECT_TRUE(notes().empty());
    tamper(
        "UPDATE point SET canonical = replace(canonical, 'days = 40', 'days = 40 # '), "
        "scenario_hash = "
        "replace(scenario_hash, substr(scenario_hash, 1, 1), 'z') WHERE point = 1");
    ASSERT_EQ(notes().size(), 1u);
    EXPECT_THAT(notes()[0], HasSubstr("point 1"));
}

TEST_F(StoredReader, refuses_rows_that_do_not_come_to_their_digest_and_reads_them_for_who_says_so) {
    const std::string before = bytes_of(path);
    for (const char* sql :
         {"UPDATE daily SET calls = calls + 1 WHERE day = 3 AND replicate = 1",
          "UPDATE headline SET value = 7 WHERE replicate = 1", "UPDATE point SET title = 'Mine'",
          "UPDATE replicate SET reason = 'none' WHERE replicate = 1",
          "UPDATE meta SET value = 'x' WHERE key = 'what'", "DELETE FROM digest"}) {
        tamper(sql);
        EXPECT_THAT(refusal(path), HasSubstr("changed after they were written")) << sql;
        const auto reader = ResultReader::open(path, Changed::read);
        ASSERT_TRUE(reader) << sql;
        std::size_t changed = (*reader)->changed().size();
        for (const ReplicateKey key : (*reader)->replicates()) {
            ASSERT_TRUE((*reader)->read(key)) << sql;
            changed += (*reader)->is_as_written() ? 0 : 1;
        }
        EXPECT_GE(changed, 1u) << sql;
        write_bytes(path, before);
    }
    EXPECT_EQ(refusal(path), "");
}

/// Replicates without days are read some at a time where somebody goes through them.
class StoredStudy : public StoredReader {
  protected:
    static Experiment without_days() {
        Experiment study = small_experiment(8, 16);
        study.days = Days::left_out;
        return study;
    }
    StoredStudy() {
        auto store = ResultStore::create(path, study, some_build(), Overwrite::replace);
        for (const ReplicateKey key : planned_replicates(study))
            (*store)->accept(made_up_result(study, key));
        EXPECT_FALSE((*store)->close());
    }
    std::vector<ReplicateKey> keys() const { return planned_replicates(study); }

    const Experiment study = without_days();
};

TEST_F(StoredStudy, reads_the_same_in_whatever_order) {
    std::map<ReplicateKey, Hash> expected;
    for (const ReplicateKey key : keys())
        expected[key] = (*(*ResultReader::open(path))->read(key)).state_hash;
    std::vector<ReplicateKey> by_points = keys();
    std::sort(by_points.begin(), by_points.end(), [](const auto& one, const auto& other) {
        return std::pair(one.point, one.replicate) < std::pair(other.point, other.replicate);
    });
    std::vector<ReplicateKey> leaping = keys();
    leaping.insert(leaping.begin() + 9, {leaping[3], leaping[4], leaping[4], leaping[90]});
    std::vector<ReplicateKey> backwards(leaping.rbegin(), leaping.rend());
    for (const auto& order : {keys(), by_points, leaping, backwards}) {
        const auto reader = *ResultReader::open(path);
        for (const ReplicateKey key : order) {
            const auto result = reader->read(key);
            ASSERT_TRUE(result);
            EXPECT_EQ(key_of(*result), key);
            EXPECT_EQ(result->state_hash, expected[key]);
            EXPECT_EQ(result->headlines.size(), headlines(study.points.outline(key.point)).size());
        }
    }
}

TEST_F(StoredStudy, says_of_the_changed_replicate_alone_that_it_was_changed) {
    tamper("UPDATE headline SET value = 7 WHERE replicate = 2 AND point = 5");
    const ReplicateKey changed{2, 5};
    const auto strict = *ResultReader::open(path);
    const auto forgiving = *ResultReader::open(path, Changed::read);
    for (const ReplicateKey key : keys()) {
        EXPECT_EQ(bool(strict->read(key)), key != changed) << key.point;
        ASSERT_TRUE(forgiving->read(key));
        EXPECT_EQ(forgiving->is_as_written(), key != changed) << key.point;
    }
}

TEST_F(StoredStudy, lets_somebody_write_between_two_reads) {
    const auto reader = *ResultReader::open(path);
    for (const ReplicateKey key : keys()) {
        ASSERT_TRUE(reader->read(key));
        if (key.point == 3)
            tamper("CREATE TABLE IF NOT EXISTS mine (a); INSERT INTO mine VALUES (1)");
    }
}

TEST_F(StoredReader, reads_from_a_read_only_folder) {
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    std::filesystem::permissions(
        folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    EXPECT_EQ(refusal(path), "");
}

TEST(Schema, is_pinned_to_the_number_of_the_format) {
    // If this fails, the tables have changed: give results_format the next number and write its
    // hash here.
    EXPECT_EQ(results_format, 5);
    EXPECT_EQ(hex(hash_of(schema_text())), "2206868f677ba9278e4fb99380d5afc3");
}

TEST(Schema, comments_every_column_and_lets_types_be_checked) {
    const std::string text = schema_text();
    std::size_t begin = 0;
    std::size_t columns = 0;
    bool inside = false;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.starts_with("CREATE TABLE")) inside = true;
        if (line.starts_with(")")) {
            EXPECT_TRUE(!inside || line.find("STRICT") != line.npos) << line;
            inside = false;
        }
        const std::size_t word = line.find_first_not_of(' ');
        if (!inside || word == line.npos || !line.starts_with("    ")) continue;
        if (line.find("PRIMARY KEY (") != line.npos || line.find("FOREIGN KEY") != line.npos)
            continue;
        EXPECT_THAT(line, HasSubstr("-- "));
        ++columns;
    }
    EXPECT_GT(columns, 90u);
    for (const ObservableRow& row : observable_rows()) {
        EXPECT_THAT(text, HasSubstr("    " + std::string(row.name) + " "));
    }
}

TEST(Ranges, are_written_short_and_read_back) {
    const std::vector<std::uint32_t> numbers = {1, 2, 3, 7, 9, 10, 4294967295u};
    EXPECT_EQ(ranges_text(numbers), "1-3,7,9-10,4294967295");
    EXPECT_EQ(read_ranges(ranges_text(numbers), "x"), numbers);
    for (const char* bad :
         {"", ",", "1,", "1-", "-1", "0", "2-1", "1,1", "1 2", "1-3,2", "4294967296", "x"}) {
        EXPECT_THROW(read_ranges(bad, "x"), Failure) << bad;
    }
}

}  // namespace
}  // namespace tumen::test
