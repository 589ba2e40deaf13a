#include "app/session/sample_everywhere.hpp"

namespace tumen::app {

Expected<AbcEnd, Diagnostic> sample_everywhere(const Experiment& experiment,
                                               const Calibration& calibration,
                                               std::vector<Generation>& history, AbcSink& sink,
                                               std::size_t threads, const AbcOptions& options) {
    return run_calibration(experiment, calibration, history, sink, threads, options);
}

}  // namespace tumen::app
