#include "study/writer.hpp"

#include <exception>
#include <utility>

#include "study/failure.hpp"

namespace tumen {

Writer::Writer(ResultSink& sink, std::size_t capacity, std::function<void(Outcome)> stored,
               std::function<void()> failed)
    : sink_(sink),
      capacity_(capacity),
      stored_(std::move(stored)),
      failed_(std::move(failed)),
      thread_([this] { serve(); }) {}

Writer::~Writer() {
    finish();
}

void Writer::push(ReplicateResult result) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return queue_.size() < capacity_ || failure_; });
    if (failure_) return;
    queue_.push_back(std::move(result));
    changed_.notify_all();
}

std::optional<Diagnostic> Writer::finish() {
    {
        const std::lock_guard lock(mutex_);
        state_ = State::finishing;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
    return failure_;
}

void Writer::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [&] { return !queue_.empty() || state_ == State::finishing; });
        if (queue_.empty()) return;
        ReplicateResult next = std::move(queue_.front());
        queue_.pop_front();
        changed_.notify_all();
        lock.unlock();
        std::optional<Diagnostic> failure = store(std::move(next));
        if (failure) failed_();
        lock.lock();
        if (failure) {
            failure_ = std::move(failure);
            queue_.clear();
            changed_.notify_all();
            return;
        }
    }
}

std::optional<Diagnostic> Writer::store(ReplicateResult result) {
    const Outcome outcome = result.outcome;
    try {
        sink_.accept(std::move(result));
        stored_(outcome);
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    } catch (const std::exception& failure) {
        return diagnostic("a finished replicate could not be stored", failure.what(),
                          "those stored before it are safe; resume to play the rest");
    }
}

}  // namespace tumen
