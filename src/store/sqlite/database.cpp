#include "store/sqlite/database.hpp"

#include <sqlite3.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include "experiment/failure.hpp"
#include "store/sqlite/digest.hpp"
#include "store/sqlite/lock_holder.hpp"

namespace tumen {

namespace {

constexpr int longest_wait = 60000;  // [ms] for others to end a transaction

std::string system_reason(sqlite3* handle, int code) {
    std::string reason = sqlite3_errstr(code);
    const int error = handle != nullptr ? sqlite3_system_errno(handle) : 0;
    if (error != 0) reason += std::string(": ") + std::strerror(error);
    return reason;
}

Diagnostic explain(const std::string& path, sqlite3* handle, int code) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return diagnostic(std::string(in_use_text),
                              lock_holder(path).value_or("another process") + " holds a lock on it",
                              "wait until it has ended, or choose another path with --out", path);
        case SQLITE_FULL:
            return diagnostic(std::string(disk_full_text),
                              "finished replicates are safe in the file",
                              "make room, then continue with --resume", path);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return damaged(path, sqlite3_errstr(code & 0xFF));
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
        case SQLITE_AUTH:
            return diagnostic("the results file cannot be opened or written",
                              system_reason(handle, code),
                              "check the rights of the file and of its folder", path);
        case SQLITE_IOERR:
            return diagnostic(
                "reading or writing the results file failed", system_reason(handle, code),
                "finished replicates are safe in the file; continue with --resume", path);
        case SQLITE_NOMEM:
            return diagnostic("not enough memory for the results file", "", "", path);
        default:
            return diagnostic("the results file cannot be used",
                              handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code), "",
                              path);
    }
}

}  // namespace

Diagnostic damaged(const std::string& path, std::string reason) {
    return diagnostic("the results file is damaged", std::move(reason),
                      "use a copy of it, or play the experiment again", path);
}

Database::Database(const std::string& path, Access access) : path_(path) {
    if (access == Access::read_untrusted) {
        open(SQLITE_OPEN_READONLY);
        sqlite3_busy_timeout(handle_, longest_wait);
        distrust();
    } else {
        open(SQLITE_OPEN_READWRITE);
        sqlite3_busy_timeout(handle_, longest_wait);
    }
}

Database Database::in_memory() {
    Database database;
    database.path_ = ":memory:";
    database.open(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
    return database;
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)), handle_(std::exchange(other.handle_, nullptr)) {}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

void Database::open(int flags) {
    // One connection is used by one thread at a time; a path is a path, not a URI nor ":memory:".
    const bool special = path_.empty() || path_.front() == '/' || (flags & SQLITE_OPEN_MEMORY) != 0;
    const std::string name = (special ? "" : "./") + path_;
    const int code = sqlite3_open_v2(name.c_str(), &handle_,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code == SQLITE_OK) return;
    const Diagnostic reason = explain(path_, handle_, code);
    sqlite3_close_v2(std::exchange(handle_, nullptr));
    throw Failure(reason);
}

void Database::distrust() {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const int setting : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                              SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                              SQLITE_DBCONFIG_WRITABLE_SCHEMA}) {
        sqlite3_db_config(handle_, setting, 0, nullptr);
    }
    const std::pair<int, int> limits[] = {
        {SQLITE_LIMIT_LENGTH, largest_value}, {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
        {SQLITE_LIMIT_COLUMN, 200},           {SQLITE_LIMIT_EXPR_DEPTH, 50},
        {SQLITE_LIMIT_COMPOUND_SELECT, 4},    {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_WORKER_THREADS, 0}};
    for (const auto& [limit, value] : limits)
        sqlite3_limit(handle_, limit, value);
    sqlite3_hard_heap_limit64(largest_memory);  // of the process
    run("PRAGMA query_only = ON; PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON");
}

void Database::fail(int code) const {
    throw Failure(explain(path_, handle_, code));
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) {
    Statement query(*this, sql);
    if (!query.step()) throw Failure(damaged(path_, "an expected row is missing"));
    return query.integer(0);
}

bool Database::try_to_commit() {
    sqlite3_busy_timeout(handle_, 0);
    const int code = sqlite3_exec(handle_, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(handle_, longest_wait);
    if ((code & 0xFF) == SQLITE_BUSY) return false;
    if (code == SQLITE_OK) return true;
    const Diagnostic reason = explain(path_, handle_, code);
    sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
    throw Failure(reason);
}

void Database::close() {
    const int code = sqlite3_close(handle_);
    if (code != SQLITE_OK) fail(code);
    handle_ = nullptr;
}

Statement::Statement(Database& database, const std::string& sql) : database_(database) {
    const int code =
        sqlite3_prepare_v3(database.handle(), sql.c_str(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) database.fail(code);
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement& Statement::bind(std::int64_t value) {
    if (digest_ != nullptr) digest_->add(value);
    const int code = sqlite3_bind_int64(statement_, ++bound_, value);
    if (code != SQLITE_OK) database_.fail(code);
    return *this;
}

Statement& Statement::bind(double value) {
    if (digest_ != nullptr) digest_->add(value);
    const int code = std::isnan(value) ? sqlite3_bind_null(statement_, ++bound_)
                                       : sqlite3_bind_double(statement_, ++bound_, value);
    if (code != SQLITE_OK) database_.fail(code);
    return *this;
}

Statement& Statement::bind(std::string_view value) {
    if (digest_ != nullptr) digest_->add(value);
    const char* const text = value.data() == nullptr ? "" : value.data();  // NULL is no text
    const int code = sqlite3_bind_text(statement_, ++bound_, text, static_cast<int>(value.size()),
                                       SQLITE_TRANSIENT);
    if (code != SQLITE_OK) database_.fail(code);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const Diagnostic reason = explain(database_.path(), database_.handle(), code);
    reset();
    throw Failure(reason);
}

void Statement::execute() {
    if (digest_ != nullptr) digest_->end_row();
    step();
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_);
    bound_ = 0;
}

/// One connection is used by one thread at a time and has no mutex: a value may be looked at where
/// it lies, and is found once.
std::int64_t Statement::integer(int column) {
    sqlite3_value* const value = sqlite3_column_value(statement_, column);
    if (sqlite3_value_type(value) != SQLITE_INTEGER) {
        throw Failure(damaged(database_.path(), "a whole number was expected"));
    }
    return sqlite3_value_int64(value);
}

std::int64_t Statement::count(int column) {
    const std::int64_t value = integer(column);
    if (value < 0 || value > INT64_C(1) << 53) {
        throw Failure(damaged(database_.path(), "a count is out of range"));
    }
    return value;
}

double Statement::real(int column) {
    sqlite3_value* const value = sqlite3_column_value(statement_, column);
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL) return std::numeric_limits<double>::quiet_NaN();
    if (type != SQLITE_FLOAT) throw Failure(damaged(database_.path(), "a number was expected"));
    return sqlite3_value_double(value);
}

std::string Statement::text(int column, std::size_t most_bytes) {
    const bool is_text = sqlite3_column_type(statement_, column) == SQLITE_TEXT;
    const unsigned char* start = is_text ? sqlite3_column_text(statement_, column) : nullptr;
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    if (start == nullptr || size > most_bytes) {
        throw Failure(damaged(database_.path(), "a shorter text was expected"));
    }
    return {reinterpret_cast<const char*>(start), size};
}

Hash Statement::hash(int column) {
    const std::string digits = text(column, 32);
    Hash hash;
    const auto read = [&](std::size_t from, std::uint64_t& half) {
        const char* const start = digits.data() + from;
        const auto end = std::from_chars(start, start + 16, half, 16);
        return end.ec == std::errc() && end.ptr == start + 16;
    };
    if (digits.size() != 32 || !read(0, hash.high) || !read(16, hash.low)) {
        throw Failure(damaged(database_.path(), "a hash of 32 digits was expected"));
    }
    return hash;
}

void Statement::add_to(RowDigest& digest, int first_column) {
    const int columns = sqlite3_column_count(statement_);
    for (int i = first_column; i < columns; ++i) {
        switch (sqlite3_column_type(statement_, i)) {
            case SQLITE_INTEGER:
                digest.add(std::int64_t{sqlite3_column_int64(statement_, i)});
                break;
            case SQLITE_FLOAT:
                digest.add(sqlite3_column_double(statement_, i));
                break;
            case SQLITE_TEXT:
                digest.add(text(i, largest_value));
                break;
            default:
                digest.add(std::numeric_limits<double>::quiet_NaN());
        }
    }
}

Transaction::Transaction(Database& database) : database_(&database) {
    database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (database_ != nullptr)
        sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_->run("COMMIT");
    database_ = nullptr;
}

Savepoint::Savepoint(Database& database) : database_(&database) {
    database.run("SAVEPOINT piece");
}

Savepoint::~Savepoint() {
    if (database_ == nullptr) return;
    sqlite3_exec(database_->handle(), "ROLLBACK TO piece; RELEASE piece", nullptr, nullptr,
                 nullptr);
}

void Savepoint::keep() {
    database_->run("RELEASE piece");
    database_ = nullptr;
}

Snapshot::Snapshot(Database& database) : database_(database) {
    database.run("BEGIN");
}

Snapshot::~Snapshot() {
    sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace tumen
