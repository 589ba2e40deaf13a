#pragma once
#include <chrono>
#include <cstddef>

#include "store/sqlite/database.hpp"

namespace tumen {

/// Rows that come quickly one after the other share a transaction: making a transaction durable
/// costs two waits for the disk, whatever is in it. One that comes long after the last is durable
/// at once. Who reads the file meanwhile delays this and never makes it fail.
class GroupCommit {
  public:
    explicit GroupCommit(Database& database) : database_(database) {}

    /// One piece: there as a whole or not at all, and durable with its group. Throws Failure; then
    /// nothing of it is there.
    template <class Write>
    void add(Write write) {
        begin();
        Savepoint piece(database_);
        write();
        piece.keep();
        ++open_;
        if (is_due()) try_to_commit();
    }

    /// Pieces that are not durable yet.
    std::size_t open() const { return open_; }
    /// Makes all durable unless somebody reads the file just now.
    void try_to_commit();
    /// Makes all durable, however long somebody reads.
    void commit();

  private:
    using Clock = std::chrono::steady_clock;
    void begin();
    bool is_due() const;

    Database& database_;
    std::size_t open_ = 0;
    Clock::time_point last_{};  // commit
};

}  // namespace tumen
