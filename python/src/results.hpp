#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "calibration/source.hpp"
#include "daily_columns.hpp"
#include "experiment/provenance.hpp"
#include "experiment/results.hpp"

/// Finished replicates as Python holds them: in memory, or in a results file.
namespace tumen::python {

/// Takes replicates as they finish; when all have come it is a source like a results file. Days are
/// held as columns only.
class ResultsInMemory final : public ResultSink, public CalibrationSource {
  public:
    explicit ResultsInMemory(Experiment experiment);

    void accept(ReplicateResult result) override;
    /// To be called once, after the last accept().
    void close();

    const Experiment& experiment() const override { return experiment_; }
    const std::vector<ReplicateKey>& replicates() const override { return keys_; }
    Expected<ReplicateResult, Diagnostic> read(ReplicateKey key) override;
    const DailyColumns& daily() const { return daily_; }

  private:
    Experiment experiment_;
    DailyColumns daily_;
    std::map<ReplicateKey, ReplicateResult> heads_;  // without days
    std::vector<ReplicateKey> keys_;
};

/// What Python calls results: a source, who made it, and its columns once they were asked for.
/// One reader at a time: a results file has one connection.
class Results {
  public:
    Results(std::unique_ptr<CalibrationSource> source, std::vector<Provenance> provenance,
            std::string path)
        : source_(std::move(source)), provenance_(std::move(provenance)), path_(std::move(path)) {}

    const Experiment& experiment() const { return source_->experiment(); }
    const std::vector<Provenance>& provenance() const { return provenance_; }
    const std::string& path() const { return path_; }  // empty: in memory
    std::vector<std::string> notes() const { return source_->notes(); }
    const std::vector<ReplicateKey>& keys() const { return source_->replicates(); }

    /// Every replicate in the order of its key, failed ones included. Throws Raised.
    void each(const std::function<void(const ReplicateResult&)>& look);
    /// Something that needs the source as a whole.
    template <class Function>
    auto with_source(Function function) {
        const std::lock_guard lock(mutex_);
        return function(*source_);
    }
    std::shared_ptr<const Table> daily(Cities cities);
    /// A piece of daily() that is not kept: from the first-th replicate on as many as have so many
    /// rows, at least one; and where the next piece begins.
    struct Part {
        std::shared_ptr<const Table> table;
        std::optional<std::size_t> next;  // nothing behind the last
    };
    Part daily_part(std::size_t first, std::size_t rows);
    /// Throws Raised where none are kept, as of a design.
    void require_days() const;

  private:
    std::shared_ptr<const Table> columns(Cities cities);
    std::shared_ptr<const Table> columns(Cities cities, const std::vector<ReplicateKey>& keys);

    std::unique_ptr<CalibrationSource> source_;
    std::vector<Provenance> provenance_;
    std::string path_;
    std::mutex mutex_;
    std::mutex columns_mutex_;
    std::shared_ptr<const Table> apart_;
    std::shared_ptr<const Table> together_;
};

}  // namespace tumen::python
