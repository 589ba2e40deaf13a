#include "store/publish.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <memory>

#include "experiment/failure.hpp"
#include "store/path/draft_file.hpp"
#include "store/path/file_check.hpp"
#include "store/reader.hpp"
#include "store/sqlite/database.hpp"

namespace tumen {

namespace {

constexpr int between_tries = 20;  // [ms]

bool are_one(const std::string& one, const std::string& other) {
    struct stat first {};
    struct stat second {};
    return stat(one.c_str(), &first) == 0 && stat(other.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

struct Finishing {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

/// All pages of one state of `from`.
void copy_pages(Database& from, Database& to) {
    const std::unique_ptr<sqlite3_backup, Finishing> backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
    if (!backup) to.fail(sqlite3_errcode(to.handle()));
    while (true) {
        const int code = sqlite3_backup_step(backup.get(), -1);
        if (code == SQLITE_DONE) return;
        if (code != SQLITE_BUSY && code != SQLITE_LOCKED) to.fail(code);
        sqlite3_sleep(between_tries);
    }
}

std::size_t copy_to(const std::string& from, const std::string& to) {
    Database source(from, Access::read_untrusted);
    Database copy(to, Access::write);
    copy_pages(source, copy);
    copy.run("PRAGMA journal_mode = DELETE");
    const std::int64_t replicates = copy.number("SELECT count(*) FROM replicate");
    copy.close();
    return static_cast<std::size_t>(replicates);
}

}  // namespace

Expected<std::size_t, Diagnostic> publish_results(const std::string& from, const std::string& to,
                                                  Overwrite overwrite) {
    if (auto source = ResultReader::open(from); !source) return source.error();
    auto owner = PathOwner::take(to);
    if (!owner) return owner.error();
    if (are_one(from, (*owner)->path())) {
        return diagnostic("the copy would be the results themselves", "",
                          "name another file with --out", to);
    }
    try {
        const bool replacing = is_replacing((*owner)->path(), overwrite);
        DraftFile draft(**owner);
        const std::size_t replicates = copy_to(from, draft.path());
        if (!replacing) {
            draft.move_to_free_path();
            return replicates;
        }
        take_place(**owner);
        draft.keep();
        return replicates;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

}  // namespace tumen
