#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/hash.hpp"

struct sqlite3;
struct sqlite3_stmt;

/// A thin layer over SQLite: whatever fails throws Failure with a diagnostic that names the file.
namespace tumen {

enum class Access : std::uint8_t {
    read_untrusted,  // of a file from a stranger: no extensions, views or triggers, limits set
    write            // others may read; that nobody else writes, the owner of the path sees to
};

/// Bytes that a text or a row of a file from a stranger may have, and that reading it may take in
/// memory at once (SQLite's part of it).
inline constexpr int largest_value = 16 << 20;
inline constexpr int largest_memory = 256 << 20;
/// [bytes] of a name or label.
inline constexpr std::size_t short_text = 4096;

/// A number that is NULL in the file.
inline constexpr double null_number = std::numeric_limits<double>::quiet_NaN();

class RowDigest;

class Database {
  public:
    Database(const std::string& path, Access access);
    static Database in_memory();
    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;

    /// Statements without results, one after the other.
    void run(const char* sql);
    /// The one value of the one row of a query.
    std::int64_t number(const char* sql);
    /// Ends the transaction, and says whether; not while somebody reads the file.
    bool try_to_commit();
    /// Closes now, so that an error in doing so is seen.
    void close();

    const std::string& path() const { return path_; }
    sqlite3* handle() const { return handle_; }
    /// Throws the Failure for an SQLite result code.
    [[noreturn]] void fail(int code) const;

  private:
    Database() = default;
    void open(int flags);
    void distrust();

    std::string path_;
    sqlite3* handle_ = nullptr;
};

/// A prepared statement. Parameters and columns count from 1 and 0, as in SQLite.
class Statement {
  public:
    Statement(Database& database, const std::string& sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds the next parameter.
    Statement& bind(std::int64_t value);
    Statement& bind(double value);  // NaN as NULL
    Statement& bind(std::string_view value);
    /// Each row that is executed from here on enters `digest`.
    void watched_by(RowDigest& digest) { digest_ = &digest; }

    /// True while there is a row.
    bool step();
    /// step() of a statement without results, and ready for the next binding.
    void execute();
    void reset();

    /// The column's value; throws Failure ("damaged") where it has another type.
    std::int64_t integer(int column);
    std::int64_t count(int column);  // 0 .. 2^53, so that many can be added
    double real(int column);         // NULL as NaN
    std::string text(int column, std::size_t most_bytes);
    Hash hash(int column);  // of 32 hexadecimal digits
    /// The values of the row, as they are stored.
    void add_to(RowDigest& digest, int first_column);

  private:
    Database& database_;
    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
    RowDigest* digest_ = nullptr;
};

/// One transaction: undone unless it was committed.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    void commit();

  private:
    Database* database_;
};

/// Part of a transaction: undone unless it was kept.
class Savepoint {
  public:
    explicit Savepoint(Database& database);
    ~Savepoint();
    void keep();

  private:
    Database* database_;
};

/// Reads between its making and its end see one state of the file, whoever writes meanwhile.
class Snapshot {
  public:
    explicit Snapshot(Database& database);
    ~Snapshot();

  private:
    Database& database_;
};

/// The problem of a file that another process holds.
inline constexpr std::string_view in_use_text = "the results file is in use";

inline constexpr std::string_view disk_full_text = "the disk is full";

/// The diagnostic for a file whose content contradicts itself.
Diagnostic damaged(const std::string& path, std::string reason);

}  // namespace tumen
