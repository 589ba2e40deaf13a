#pragma once
#include <cstddef>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/calibrate.hpp"
#include "experiment/ensemble/ensemble.hpp"

namespace tumen::app {

/// Who plays: the threads of this process, or the ranks of a job (src/mpi/rank_workers.hpp). Which
/// one a program has is said in its main(); results are the same bits.
class Workers {
  public:
    virtual ~Workers() = default;
    /// Replicates, as play_experiment() does.
    virtual Expected<Summary, Diagnostic> play(const Experiment& experiment, const DoneSet& done,
                                               const EnsembleOptions& options,
                                               ResultSink& sink) = 0;
    /// The proposals of a calibration, as run_calibration() does.
    virtual Expected<AbcEnd, Diagnostic> sample(const Experiment& experiment,
                                                const Calibration& calibration,
                                                std::vector<Generation>& history, AbcSink& sink,
                                                std::size_t threads, const AbcOptions& options) = 0;
};

/// This process: its calling thread alone, or a pool of threads.
class OwnThreads final : public Workers {
  public:
    Expected<Summary, Diagnostic> play(const Experiment& experiment, const DoneSet& done,
                                       const EnsembleOptions& options, ResultSink& sink) override {
        return play_experiment(experiment, done, options, sink);
    }
    Expected<AbcEnd, Diagnostic> sample(const Experiment& experiment,
                                        const Calibration& calibration,
                                        std::vector<Generation>& history, AbcSink& sink,
                                        std::size_t threads, const AbcOptions& options) override {
        return run_calibration(experiment, calibration, history, sink, threads, options);
    }
};

}  // namespace tumen::app
