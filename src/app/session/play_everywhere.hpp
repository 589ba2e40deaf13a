#pragma once
#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/ensemble.hpp"

namespace tumen::app {

/// play_experiment() with all that this program has to play with: the threads of one process here,
/// the ranks of a job in the program built with MPI, which has its own definition of this function
/// (src/mpi/play_everywhere.cpp).
Expected<Summary, Diagnostic> play_everywhere(const Experiment& experiment, const DoneSet& done,
                                              const EnsembleOptions& options, ResultSink& sink);

}  // namespace tumen::app
