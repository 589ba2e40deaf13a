#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/source.hpp"
#include "experiment/older.hpp"
#include "experiment/provenance.hpp"
#include "experiment/results.hpp"
#include "store/path/file_check.hpp"
#include "store/rows/changed.hpp"

/// Results as one SQLite file: reading. The file may come from a stranger: it is opened read-only,
/// its tables must be exactly ours, nothing in it is executed, and every value is checked.
namespace tumen {

class ResultReader final : public CalibrationSource {
  public:
    /// Distinguishes: no such file, a directory, not SQLite, not ours, from a newer or unknown
    /// format, truncated, damaged. A file that is being written is read as far as it is stored.
    /// Results that were changed after they were written are refused, or read for who says so
    /// (`changed()`). `left`: how this process left the file when it wrote it; while it is still so
    /// its pages are not looked through once more.
    static Expected<std::unique_ptr<ResultReader>, Diagnostic> open(
        const std::string& path, Changed changed = Changed::refused,
        const std::optional<FileState>& left = {});
    ~ResultReader() override;

    const Experiment& experiment() const override;
    /// From here on the headlines that `asked` asks for, of the same experiment: which one a
    /// summary is about, and where days are stored any statistic.
    void show(const Experiment& asked);
    /// One entry for each program that wrote into the file, the first one first.
    const std::vector<Provenance>& provenance() const;
    const std::vector<ReplicateKey>& replicates() const override;
    Expected<ReplicateResult, Diagnostic> read(ReplicateKey key) override;
    std::size_t failures() const;
    std::vector<std::string> notes() const override;
    /// Why these results cannot be gone on with by this program, nor be put together with its own:
    /// another model played them.
    std::optional<Diagnostic> other_model() const;
    /// What the file says of a replicate's headlines, by id; a NaN where there is no value.
    Expected<std::map<std::string, double>, Diagnostic> headlines(ReplicateKey key);
    /// Where an older version of the model played; else null.
    const OlderResults* older() const;
    /// The fingerprint of the model that played; empty where the file does not say.
    const std::string& fingerprint() const;
    /// What in the file is of somebody else and is left alone: indexes, statistics, tables, views.
    const std::vector<std::string>& foreign() const;
    /// What was changed after it was written: tables, and particles of a calibration. Of a
    /// replicate see is_as_written().
    const std::vector<std::string>& changed() const;
    /// Of the replicate that was read last.
    bool is_as_written() const;
    /// Whether nobody had touched the file since this process wrote it.
    bool is_as_left() const;
    /// Of a check: patterns whose row is not what the replicates come to.
    Expected<std::vector<std::string>, Diagnostic> wrong_patterns();
    /// Tables that do not hold the same rows, of those that hold neither clocks nor replicates.
    Expected<std::vector<std::string>, Diagnostic> tables_that_differ(ResultReader& other);
    std::string stopped() const override;
    Expected<std::vector<Generation>, Diagnostic> generations() override;

  private:
    struct Parts;
    explicit ResultReader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// All of it at once.
struct StoredResults {
    Experiment experiment;
    std::vector<Provenance> provenance;
    std::vector<ReplicateResult> replicates;  // by replicate, then point
};
Expected<StoredResults, Diagnostic> read_results(const std::string& path);

}  // namespace tumen
