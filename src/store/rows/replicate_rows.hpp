#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "experiment/older.hpp"
#include "experiment/results.hpp"
#include "experiment/source.hpp"
#include "measures/headlines/headlines.hpp"
#include "store/rows/changed.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/digest.hpp"

/// The rows of replicates. All of it throws Failure.
namespace tumen {

class ReplicateWriter {
  public:
    ReplicateWriter(Database& database, const Experiment& experiment, std::int64_t provenance);

    /// One replicate with all its days; takes the place of a failed one. Within a transaction of
    /// the caller.
    void write(const ReplicateResult& result);

  private:
    void write_replicate(const ReplicateResult& result);
    void write_city(const ReplicateResult& result, std::size_t city);
    void write_headlines(const ReplicateResult& result);

    const Experiment& experiment_;
    std::int64_t provenance_;
    RowDigest digest_;  // of the replicate that is being written
    Statement insert_replicate_;
    Statement insert_city_;
    Statement insert_day_;
    Statement insert_headline_;
};

class ReplicateRows {
  public:
    ReplicateRows(Database& database, const Experiment& experiment,
                  Changed changed = Changed::refused, const OlderResults* older = nullptr);

    /// Keys of all replicates with that status or with any, in order.
    std::vector<ReplicateKey> keys();
    std::vector<ReplicateKey> keys(Outcome outcome);

    /// Checked against the experiment: every city and day is there once.
    ReplicateResult read(ReplicateKey key);
    /// Of the replicate that was read last: whether its rows are those that were written.
    bool is_as_written() const { return as_written_; }
    std::map<std::string, double> headlines(ReplicateKey key);

  private:
    std::vector<ReplicateKey> keys_of(Statement& query) const;
    ReplicateResult read_head(ReplicateKey key);
    void read_cities(ReplicateKey key, std::size_t cities, ReplicateResult& result);
    void read_days(ReplicateKey key, std::size_t days, ReplicateResult& result);
    void read_day(DayReport& report);
    void take_headlines(const std::map<std::string, double>& values, ReplicateResult& result);
    void check_digest(ReplicateKey key);

    Database& database_;
    const Experiment& experiment_;
    Changed changed_;
    const OlderResults* older_;
    RowDigest digest_;     // of the replicate that is being read
    std::string written_;  // with it
    bool as_written_ = true;
    Statement select_replicate_;
    Statement select_cities_;
    Statement select_days_;
    Statement select_headlines_;
};

}  // namespace tumen
