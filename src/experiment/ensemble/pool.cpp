#include "experiment/ensemble/pool.hpp"

#include <sched.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <latch>
#include <system_error>

#include "base/rounding.hpp"

namespace tumen {

namespace {

/// Long enough for the part of a large city's day that one thread does alone, short against the
/// time a sleeping thread saves others.
constexpr std::chrono::microseconds looks_on{50};

void let_the_other_thread_of_the_core_run() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Starts threads that do `what`, up to so many; how many the system has started.
template <class What>
std::size_t start(std::vector<std::jthread>& threads, std::size_t most, const What& what) {
    threads.reserve(most);
    try {
        while (threads.size() < most)
            threads.emplace_back(what);
    } catch (const std::system_error&) {  // too many processes, or no memory for a stack
    }
    return threads.size();
}

}  // namespace

/// Lives on the stack of its run().
struct Pool::Job {
    Job(std::size_t tasks, const std::function<void(std::size_t)>& what)
        : task(what), count(tasks) {}

    const std::function<void(std::size_t)>& task;
    const std::size_t count;
    std::atomic<std::size_t> next = 0;     // the first task not yet begun
    std::atomic<std::size_t> helpers = 0;  // workers on it; raised under the pool's mutex
    std::exception_ptr failure;            // under the pool's mutex
};

Pool::Pool(std::size_t threads) : processors_for_all_(threads <= available_threads()) {
    if (threads > 1)
        start(workers_, threads - 1, [this](const std::stop_token& stop) { serve(stop); });
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
    Job job(count, task);
    {
        const std::lock_guard lock(mutex_);
        open_.push_back(&job);
        opened_ = open_.size();
    }
    work_.notify_all();
    work_on(job);
    const auto alone = [&] { return job.helpers == 0; };
    look_on_for(alone);
    std::unique_lock lock(mutex_);
    left_.wait(lock, alone);
    if (job.failure) std::rethrow_exception(job.failure);
}

void Pool::serve(const std::stop_token& stop) {
    const UsualRounding usual;
    for (;;) {
        look_on_for([&] { return opened_ > 0 || stop.stop_requested(); });
        std::unique_lock lock(mutex_);
        if (!work_.wait(lock, stop, [&] { return !open_.empty(); })) return;
        Job& job = *open_.back();
        ++job.helpers;
        lock.unlock();
        work_on(job);
        lock.lock();
        // The job may be gone as soon as its owner sees that nobody helps any more.
        if (--job.helpers == 0) left_.notify_all();
    }
}

/// Claims tasks of the job until none is left, and takes it off the list.
void Pool::work_on(Job& job) {
    for (std::size_t mine; (mine = job.next++) < job.count;) {
        try {
            job.task(mine);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!job.failure) job.failure = std::current_exception();
            job.next = job.count;
        }
    }
    close(job);
}

void Pool::close(const Job& job) {
    const std::lock_guard lock(mutex_);
    std::erase(open_, &job);
    opened_ = open_.size();
}

/// Until the condition holds, but not for long.
template <class Condition>
void Pool::look_on_for(const Condition& condition) const {
    using Clock = std::chrono::steady_clock;
    if (!processors_for_all_) return;
    const Clock::time_point end = Clock::now() + looks_on;
    while (!condition()) {
        for (int i = 0; i < 16; ++i)
            let_the_other_thread_of_the_core_run();
        if (Clock::now() > end) return;
    }
}

std::size_t startable_threads(std::size_t threads) {
    std::latch counted(1);
    std::vector<std::jthread> tried;
    const std::size_t started = start(tried, threads, [&] { counted.wait(); });
    counted.count_down();
    return std::max<std::size_t>(started, 1);
}

std::size_t available_threads() {
    cpu_set_t set;
    CPU_ZERO(&set);
    const int usable = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 0;
    return static_cast<std::size_t>(std::max(usable, 1));
}

}  // namespace tumen
