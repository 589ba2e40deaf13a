#pragma once
#include "app/session/workers.hpp"

namespace tumen {

/// The other ranks of the job, by rank 0, which stores what they send back. Where there are none
/// this process plays by itself.
class RankWorkers final : public app::Workers {
  public:
    Expected<Summary, Diagnostic> play(const Experiment& experiment, const DoneSet& done,
                                       const EnsembleOptions& options, ResultSink& sink) override;
    Expected<AbcEnd, Diagnostic> sample(const Experiment& experiment,
                                        const Calibration& calibration,
                                        std::vector<Generation>& history, AbcSink& sink,
                                        std::size_t threads, const AbcOptions& options) override;

  private:
    app::OwnThreads alone_;
};

}  // namespace tumen
