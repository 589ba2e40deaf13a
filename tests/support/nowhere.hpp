#pragma once
#include "calibration/abc/abc.hpp"

namespace tumen::testing {

/// Keeps nothing of what a calibration sampled.
class Nowhere final : public AbcSink {
  public:
    void add(const ProposalName&, const Particle&) override {}
    void close(const Generation&) override {}
};

}  // namespace tumen::testing
