#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/ensemble/done_set.hpp"
#include "experiment/ensemble/player.hpp"
#include "experiment/results.hpp"
#include "experiment/source.hpp"
#include "rules/roles.hpp"

/// Playing all replicates of an experiment on all processors and handing each finished one to a
/// sink.
namespace tumen {

enum class OnError : std::uint8_t { proceed, stop };
enum class StopRequest : std::uint8_t { none, stop };
/// Whether what points have in common until some day is played once, or by each.
enum class PastUse : std::uint8_t { shared, whole };

struct Progress {
    std::size_t replicates = 0;  // to be played now: without those that were done before
    std::size_t done = 0;        // of these, stored
    std::size_t failed = 0;      // of these, stored as failed
    std::size_t cities = 0;      // to be played now, over all replicates
    std::size_t cities_played = 0;
    double seconds = 0;  // since the start
};

struct EnsembleOptions {
    std::size_t threads = 1;
    std::uint32_t wards_a_task = 0;  // changes speed only; 0 = as suits the number of threads
    OnError on_error = OnError::proceed;
    PastUse past = PastUse::shared;                  // changes speed only
    std::function<void(const Progress&)> progress;   // one call at a time, from any thread
    const std::atomic<StopRequest>* stop = nullptr;  // may be set by a signal handler
};

struct Summary {
    std::size_t done = 0;      // played and stored, failed ones not counted
    std::size_t failed = 0;    // stored as failed
    std::size_t skipped = 0;   // done before
    std::size_t left = 0;      // neither: the stop came first
    bool interrupted = false;  // by a stop request
    double seconds = 0;
};

/// Plays what `done` does not hold, all points of a replicate before the next, so that a sweep cut
/// short is balanced. On a stop request cities being played are dropped within a day; finished
/// replicates are stored. A replicate that cannot be played (no memory, say) is stored as failed
/// with its reason. An error is one of the sink: what it accepted before is safe.
Expected<Summary, Diagnostic> play_experiment(const Experiment& experiment, const DoneSet& done,
                                              const EnsembleOptions& options, ResultSink& sink);

/// The same with somebody else to play the cities.
Expected<Summary, Diagnostic> play_experiment(const Experiment& experiment, const DoneSet& done,
                                              const EnsembleOptions& options, ResultSink& sink,
                                              CityPlayer& player);

}  // namespace tumen
