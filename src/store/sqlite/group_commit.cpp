#include "store/sqlite/group_commit.hpp"

#include <sqlite3.h>

#include <utility>

namespace tumen {

namespace {

constexpr std::chrono::milliseconds between_commits{250};
constexpr int between_tries = 10;  // [ms]
/// Pieces wait in memory while somebody reads; where they need more than this, the reader is waited
/// for.
constexpr int most_memory = 64 << 20;  // [bytes]

int memory_of(sqlite3* handle) {
    int now = 0;
    int highest = 0;
    sqlite3_db_status(handle, SQLITE_DBSTATUS_CACHE_USED, &now, &highest, 0);
    return now;
}

}  // namespace

void GroupCommit::begin() {
    if (open_ > 0 && memory_of(database_.handle()) > most_memory) commit();
    if (sqlite3_get_autocommit(database_.handle()) == 0) return;
    open_ = 0;
    database_.run("BEGIN IMMEDIATE");
}

bool GroupCommit::is_due() const {
    return Clock::now() - last_ >= between_commits;
}

void GroupCommit::try_to_commit() {
    if (open_ == 0) return;
    const std::size_t pieces = std::exchange(open_, 0);  // none is left where it fails
    if (database_.try_to_commit()) {
        last_ = Clock::now();
    } else {
        open_ = pieces;
    }
}

void GroupCommit::commit() {
    for (try_to_commit(); open_ > 0; try_to_commit())
        sqlite3_sleep(between_tries);
}

}  // namespace tumen
