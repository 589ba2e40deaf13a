#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/hash.hpp"
#include "store/sqlite/database.hpp"

/// What a file's rows come to, so that a row that was changed, added or taken away is seen. It
/// guards against accidents and careless hands; who makes new digests as well is found by playing
/// again.
namespace tumen {

/// Of rows in any order: the sum of their hashes. Values count with their type.
class RowDigest {
  public:
    void add(std::int64_t value) { add_tagged('i', static_cast<std::uint64_t>(value)); }
    void add(double value) {  // not a number is NULL
        if (value != value) return add_tagged('n', 0);
        add_tagged('r', std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value));
    }
    void add(std::string_view value);
    void end_row();
    /// The current row of `query`, columns `first` and on.
    void add_row(Statement& query, int first = 0);
    Hash value() const;

  private:
    /// Bytes of a row with a hundred numbers; longer ones make more room.
    static constexpr std::size_t usual_row = 1024;

    /// Most of what is stored are numbers: each is put down at once, without a call.
    void add_tagged(char tag, std::uint64_t value) {
        constexpr std::size_t bytes = 1 + sizeof value;
        if (row_.size() - used_ < bytes) make_room(bytes);
        if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
        row_[used_] = tag;
        std::memcpy(row_.data() + used_ + 1, &value, sizeof value);
        used_ += bytes;
    }
    void make_room(std::size_t bytes);

    std::vector<char> row_;
    std::size_t used_ = 0;  // of it
    std::uint64_t low_ = 0;
    std::uint64_t high_ = 0;
    std::uint64_t rows_ = 0;
};

/// Tables that have one digest each, in table digest; rows of the others have theirs in the row of
/// the replicate or particle that they belong to.
std::span<const std::string_view> digested_tables();

/// Writes what the named tables come to now. Within a transaction of the caller.
void write_digests(Database& database, std::span<const std::string_view> tables);
inline void write_digest(Database& database, std::string_view table) {
    write_digests(database, {&table, 1});
}

/// Of results that are not what was written.
Diagnostic changed_results(const std::string& path, const std::vector<std::string>& what);

/// Tables that do not come to what was written last.
std::vector<std::string> changed_tables(Database& database);

/// Tables that do not hold the same rows in both, of those whose rows no clock and no program name
/// is in and that nobody compares otherwise.
std::vector<std::string> tables_that_differ(Database& one, Database& other);

}  // namespace tumen
