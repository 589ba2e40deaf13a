#include "study/pool.hpp"

#include <sched.h>

#include <algorithm>
#include <exception>

namespace tumen {

/// Lives on the stack of its run(); everything in it is guarded by the pool's mutex.
struct Pool::Job {
    const std::function<void(std::size_t)>& task;
    std::size_t count;
    std::size_t begun = 0;
    std::size_t running = 0;
    std::exception_ptr failure;
    std::condition_variable_any ended;
};

Pool::Pool(std::size_t threads) {
    for (std::size_t i = 1; i < threads; ++i) {
        workers_.emplace_back([this](std::stop_token stop) { serve(stop); });
    }
}

Pool::~Pool() {
    for (std::jthread& worker : workers_)
        worker.request_stop();
    workers_.clear();
}

void Pool::run(std::size_t count, const std::function<void(std::size_t)>& task) {
    if (workers_.empty() || count <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            task(i);
        return;
    }
    Job job{task, count, 0, 0, nullptr, {}};
    std::unique_lock lock(mutex_);
    open_.push_front(&job);
    work_.notify_all();
    while (job.begun < job.count)
        work_on(job, lock);
    job.ended.wait(lock, [&] { return job.running == 0; });
    if (job.failure) std::rethrow_exception(job.failure);
}

void Pool::serve(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (work_.wait(lock, stop, [&] { return !open_.empty(); }))
        work_on(*open_.front(), lock);
}

/// Carries out one task of the job; called and left with the lock held.
void Pool::work_on(Job& job, std::unique_lock<std::mutex>& lock) {
    const std::size_t mine = job.begun++;
    ++job.running;
    if (job.begun == job.count) open_.remove(&job);
    lock.unlock();
    std::exception_ptr failure;
    try {
        job.task(mine);
    } catch (...) {
        failure = std::current_exception();
    }
    lock.lock();
    if (failure && !job.failure) {
        job.failure = failure;
        if (job.begun < job.count) open_.remove(&job);
        job.begun = job.count;
    }
    if (--job.running == 0 && job.begun == job.count) job.ended.notify_all();
}

std::size_t available_threads() {
    cpu_set_t set;
    CPU_ZERO(&set);
    const int usable = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
    return static_cast<std::size_t>(std::max(usable, 1));
}

}  // namespace tumen
