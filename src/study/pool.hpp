#pragma once
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

#include "base/executor.hpp"

namespace tumen {

/// A fixed number of threads, the caller's own among them. A task may itself call run(): whoever
/// waits for a job works on it, so nested jobs cannot starve. The first exception of a task is
/// thrown again by run(), after the tasks already begun have ended; those not yet begun are
/// dropped.
class Pool final : public Executor {
  public:
    /// `threads` in all, at least 1; 1 starts none.
    explicit Pool(std::size_t threads);
    ~Pool() override;
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    std::size_t threads() const { return workers_.size() + 1; }
    void run(std::size_t count, const std::function<void(std::size_t)>& task) override;

  private:
    struct Job;
    void serve(std::stop_token stop);
    void work_on(Job& job, std::unique_lock<std::mutex>& lock);

    std::mutex mutex_;
    std::condition_variable_any work_;
    std::list<Job*> open_;  // with tasks not yet begun, newest first
    std::vector<std::jthread> workers_;
};

/// The processors this process may use; at least 1.
std::size_t available_threads();

}  // namespace tumen
