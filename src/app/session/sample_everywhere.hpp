#pragma once
#include "calibration/calibrate.hpp"

namespace tumen::app {

/// run_calibration() with all that this program has to simulate with, as play_everywhere() has for
/// replicates: the program built with MPI has its own definition (src/mpi/sample_everywhere.cpp).
Expected<AbcEnd, Diagnostic> sample_everywhere(const Experiment& experiment,
                                               const Calibration& calibration,
                                               std::vector<Generation>& history, AbcSink& sink,
                                               std::size_t threads, const AbcOptions& options);

}  // namespace tumen::app
