#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <vector>

#include "experiment/source.hpp"

namespace tumen::app {

/// Brings replicates that end in any order into the order of their keys, for whoever wants to hear
/// of them while others are played, as they would be read from the file afterwards. Few wait for
/// those before them; where more would, or where the file holds others than were heard, it is given
/// up: then they are read.
class HeardPlays {
  public:
    using Hear = std::function<void(const ReplicateResult&)>;
    explicit HeardPlays(Hear hear) : hear_(std::move(hear)) {}

    /// Before they are played: all that the file will hold then, of which it holds `done` already.
    void expect(const Experiment& experiment, std::size_t done);
    void take(ReplicateResult result);

    /// Whether these were heard, each once, and nothing else.
    bool are(const std::vector<ReplicateKey>& keys) const;

  private:
    void hear_next(const ReplicateResult& result);
    void give_up();

    Hear hear_;
    std::vector<ReplicateKey> order_;
    std::size_t heard_ = 0;  // of these
    std::map<ReplicateKey, ReplicateResult> waiting_;
    double waiting_bytes_ = 0;
    bool given_up_ = false;
};

}  // namespace tumen::app
