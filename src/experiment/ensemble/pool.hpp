#pragma once
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/executor.hpp"

namespace tumen {

/// A fixed number of threads, the caller's own among them. A task may itself call run(): whoever
/// waits for a job works on it, so nested jobs cannot starve. The first exception of a task is
/// thrown again by run(), after the tasks already begun have ended; those not yet begun are
/// dropped.
///
/// Tasks are claimed without a lock, and a thread that finds nothing to do looks on for some
/// microseconds before it sleeps: inside one large city a day has four short jobs, and to be woken
/// for each would cost more than the job.
class Pool final : public Executor {
  public:
    /// `threads` in all, at least 1; 1 starts none. Fewer where the system starts no more.
    explicit Pool(std::size_t threads);
    ~Pool() override;
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    std::size_t threads() const override { return workers_.size() + 1; }
    void run(std::size_t count, const std::function<void(std::size_t)>& task) override;

  private:
    struct Job;
    void serve(const std::stop_token& stop);
    void work_on(Job& job);
    void close(const Job& job);
    template <class Condition>
    void look_on_for(const Condition& condition) const;

    std::mutex mutex_;
    std::condition_variable_any work_;
    std::condition_variable left_;         // a helper has left a job
    std::vector<Job*> open_;               // with tasks not yet begun, newest last
    std::atomic<std::size_t> opened_ = 0;  // how many these are
    bool processors_for_all_;              // looking on takes no processor from another thread
    std::vector<std::jthread> workers_;
};

/// The processors this process may use; at least 1.
std::size_t available_threads();

/// How many of so many threads a pool beside a writer can have here, by starting them; at least 1.
std::size_t startable_threads(std::size_t threads);

}  // namespace tumen
