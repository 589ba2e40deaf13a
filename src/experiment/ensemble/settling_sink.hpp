#pragma once
#include <cstddef>
#include <utility>

#include "experiment/results.hpp"

namespace tumen {

/// A sink that makes replicates durable together where many come quickly.
class SettlingSink : public ResultSink {
  public:
    /// As accept(), but the replicate may be durable only once settle() has said so.
    virtual void take(ReplicateResult result) = 0;
    /// Makes durable what was taken, if that can be now; how many are not durable yet.
    virtual std::size_t settle() = 0;
};

}  // namespace tumen
