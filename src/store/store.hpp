#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/abc/abc.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "experiment/ensemble/settling_sink.hpp"
#include "experiment/provenance.hpp"
#include "store/path/draft_file.hpp"
#include "store/path/file_check.hpp"
#include "store/path/path_owner.hpp"

/// Results as one SQLite file: writing.
namespace tumen {

/// The one writer of a results file, and for that the owner of its path. Others may read it
/// meanwhile. New results are made under another name: the path holds no results or whole ones. A
/// replicate is there as a whole or not at all, whenever the process is killed, and once it is
/// settled it is in the one file that people copy. What is promised is safety against kills and
/// crashes of the program and, for what was settled, of the machine.
class ResultStore final : public SettlingSink {
  public:
    /// New results. Refuses a path that exists; with Overwrite::replace only one that is not a
    /// results file of this program. What is replaced stays until close().
    static Expected<std::unique_ptr<ResultStore>, Diagnostic> create(
        std::shared_ptr<const PathOwner> owner, const Experiment& experiment, const Build& build,
        Overwrite overwrite);
    /// Existing results of the same experiment (same seed, same points by hash; more replicates are
    /// fine); else refuses and says what differs. Results that were to replace others when their
    /// writer ended come before those.
    static Expected<std::unique_ptr<ResultStore>, Diagnostic> resume(
        std::shared_ptr<const PathOwner> owner, const Experiment& experiment, const Build& build);
    /// resume() where there is something, else create().
    static Expected<std::unique_ptr<ResultStore>, Diagnostic> resume_or_create(
        const std::string& path, const Experiment& experiment, const Build& build);
    /// The same for the owner of nothing yet.
    static Expected<std::unique_ptr<ResultStore>, Diagnostic> create(const std::string& path,
                                                                     const Experiment& experiment,
                                                                     const Build& build,
                                                                     Overwrite overwrite);
    static Expected<std::unique_ptr<ResultStore>, Diagnostic> resume(const std::string& path,
                                                                     const Experiment& experiment,
                                                                     const Build& build);
    ~ResultStore() override;  // without close(): as close_unfinished(), if that can be

    /// Whether there is something to resume.
    static bool can_resume(const PathOwner& owner);

    /// What the file holds and need not be played again; failed replicates are to be tried again.
    const DoneSet& done() const;

    /// Throws Failure where the disk is full or fails; what was settled before stays.
    void accept(ReplicateResult result) override;
    void take(ReplicateResult result) override;
    std::size_t settle() override;

    /// Of a calibration: what the file holds of it, without places, and where the rest goes (valid
    /// until it is closed, throws Failure; `settings` must live as long).
    Expected<std::vector<Generation>, Diagnostic> generations(const AbcSettings& settings);
    AbcSink& calibration(const AbcSettings& settings);
    /// Parameters for replicates that have none yet; an error where one has others.
    std::optional<Diagnostic> add(const std::vector<ReplicateDraw>& draws);

    /// Why no more replicates were asked for, in a sentence; for readers of the file.
    void note_stopped(const std::string& why);

    /// `hear` gets each replicate once it is taken, as it will be read from the file, on the thread
    /// that stores.
    void tell(std::function<void(ReplicateResult)> hear);

    /// Whether resume() put other titles, questions or labels in place of those that were there.
    bool has_new_words() const;

    /// Where the results are: at the path, or beside it while they may not replace others yet.
    const std::string& where() const;

    /// All is played: the results take the place of those they replace. Nothing if all is well.
    std::optional<Diagnostic> close();
    /// Not all is played: what they were to replace stays, and resume() goes on with them.
    std::optional<Diagnostic> close_unfinished();
    /// The file as it was closed, before others could have the path.
    const std::optional<FileState>& left() const;

  private:
    struct Parts;
    explicit ResultStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace tumen
