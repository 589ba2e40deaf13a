#pragma once
#include <memory>
#include <string>

#include "app/session/play/heard_plays.hpp"
#include "app/session/request/run_request.hpp"
#include "app/session/session.hpp"
#include "store/reader.hpp"

/// Playing into a results file, which is opened, written and closed.
namespace tumen::app {

/// What was played, and where it lies: beside the results asked for while it may not replace what
/// is there.
struct Played : Summary {
    std::string where;
    std::optional<FileState> lies;  // how it was left there
};

/// The one owner of a request's results file, which is played into batch by batch.
class StoredBatches {
  public:
    /// `heard` is told of what is played.
    StoredBatches(const RunRequest& request, Session& session, HeardPlays& heard);

    /// Plays what the file lacks of replicates 1 .. `last`; the sum over all batches so far.
    const Played& play_until(std::uint32_t last);
    /// Plays what the file lacks of the request; where nothing is left, no more are to come.
    const Played& play_rest();
    /// No more are to come, which the file says where there is a reason; what the new results were
    /// to replace goes.
    void end(const std::string& why = {});

    const Played& played() const { return all_; }

  private:
    enum class Batch : std::uint8_t { one_of_many, last };
    const Played& play(Batch batch);

    RunRequest request_;
    Session& session_;
    HeardPlays& heard_;
    std::shared_ptr<const PathOwner> owner_;
    Played all_;
};

/// The file of a request as it is to be played into: gone on with, replaced or new.
std::unique_ptr<ResultStore> open_store(const RunRequest& request, Session& session);

/// Plays what the file lacks of the request.
Played play_stored(const RunRequest& request, Session& session, HeardPlays& heard);

/// Plays batch after batch until the request's rule is satisfied or there are as many replicates as
/// allowed, and says why it stopped, on the terminal and in the file. The file is that of a plain
/// run with so many replicates.
Played play_until(const RunRequest& request, Session& session, HeardPlays& heard);

}  // namespace tumen::app
