#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/results.hpp"

namespace tumen {

/// The name of a replicate within an experiment. Ordered as they are played: all points of a
/// replicate before the next.
struct ReplicateKey {
    std::uint32_t replicate = 0;  // from 1
    std::uint32_t point = 0;      // index into Experiment::points
    friend auto operator<=>(const ReplicateKey&, const ReplicateKey&) = default;
};

inline ReplicateKey key_of(const ReplicateResult& result) {
    return {result.replicate, result.point};
}

/// Finished replicates that can be read again, one at a time, so that memory does not grow with
/// their number.
class ResultSource {
  public:
    virtual ~ResultSource() = default;
    virtual const Experiment& experiment() const = 0;
    /// All that are there, failed ones included, in order.
    virtual const std::vector<ReplicateKey>& replicates() const = 0;
    virtual Expected<ReplicateResult, Diagnostic> read(ReplicateKey key) = 0;
    /// Why the experiment, as it can be read here, is not the one that was played; usually empty.
    virtual std::vector<std::string> notes() const { return {}; }
    /// Why a run that finds out how many replicates it needs played no more; empty for others.
    virtual std::string stopped() const { return {}; }
};

/// All that the experiment asks for, in the order in which they are played, each once.
std::vector<ReplicateKey> planned_replicates(const Experiment& experiment);

/// Planned replicates that `source` does not hold.
std::vector<ReplicateKey> missing_replicates(const ResultSource& source);

}  // namespace tumen
