#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/abc.hpp"
#include "experiment/ensemble.hpp"
#include "experiment/provenance.hpp"
#include "experiment/results.hpp"

/// Results as one SQLite file: writing.
namespace tumen {

enum class Overwrite : std::uint8_t { refuse, replace };

/// The one writer of a results file. A replicate is one transaction: there as a whole or not at
/// all, whenever the process is killed. Nobody else can open the file meanwhile. What is promised
/// is safety against kills and crashes of the program, not against a power cut (the last replicates
/// may be missing then, those before them not).
class ResultStore final : public ResultSink {
  public:
    /// A new file. Refuses a path that exists; with Overwrite::replace only one that is not a
    /// results file of this program, or that is being written.
    static Expected<std::unique_ptr<ResultStore>, Diagnostic> create(const std::string& path,
                                                                     const Experiment& experiment,
                                                                     const Build& build,
                                                                     Overwrite overwrite);
    /// An existing file of the same experiment (same seed, same points by hash; more replicates are
    /// fine); else refuses and says what differs.
    static Expected<std::unique_ptr<ResultStore>, Diagnostic> resume(const std::string& path,
                                                                     const Experiment& experiment,
                                                                     const Build& build);
    ~ResultStore() override;  // without close(): finished replicates are safe, in two files

    /// What the file holds and need not be played again; failed replicates are to be tried again.
    const DoneSet& done() const;

    /// Throws Failure where the disk is full or fails; what was accepted before stays.
    void accept(ReplicateResult result) override;

    /// Of a calibration: what the file holds of it, without places, and where the rest goes (valid
    /// until close(), throws Failure; `settings` must live as long).
    Expected<std::vector<Generation>, Diagnostic> generations(const AbcSettings& settings);
    AbcSink& calibration(const AbcSettings& settings);
    /// Parameters for replicates that have none yet; an error where one has others.
    std::optional<Diagnostic> add(const std::vector<ReplicateDraw>& draws);

    /// Why no more replicates were asked for, in a sentence; for readers of the file.
    void note_stopped(const std::string& why);

    /// Makes it one plain file that can be read from a read-only folder. Nothing if all is well.
    std::optional<Diagnostic> close();

  private:
    struct Parts;
    explicit ResultStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace tumen
