#include "app/session/play_everywhere.hpp"

namespace tumen::app {

Expected<Summary, Diagnostic> play_everywhere(const Experiment& experiment, const DoneSet& done,
                                              const EnsembleOptions& options, ResultSink& sink) {
    return play_experiment(experiment, done, options, sink);
}

}  // namespace tumen::app
