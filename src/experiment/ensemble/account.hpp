#pragma once
#include <chrono>
#include <cstddef>
#include <mutex>
#include <vector>

#include "experiment/ensemble/ensemble.hpp"

namespace tumen {

/// [s]
double seconds_since(std::chrono::steady_clock::time_point start);

/// What of an experiment is to be played, how far that is and what it came to: for whoever plays
/// it, the threads of a process or the ranks of a job. Safe to use from many threads.
class Account {
  public:
    Account(const Experiment& experiment, const DoneSet& done, const EnsembleOptions& options);

    /// What `done` does not hold, in the order in which it is played.
    const std::vector<ReplicateKey>& todo() const { return todo_; }
    std::size_t cities() const { return progress_.cities; }

    bool asked_to_stop() const {
        return options_.stop != nullptr && *options_.stop == StopRequest::stop;
    }

    void count_cities(std::size_t cities);
    void count_stored(Outcome outcome);

    /// At the end; `stopped`: whether somebody asked for it.
    Summary summary(bool stopped) const;

  private:
    void tell();

    const EnsembleOptions& options_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::vector<ReplicateKey> todo_;
    std::size_t skipped_ = 0;
    std::mutex mutex_;
    Progress progress_;
};

}  // namespace tumen
