#include "experiment/ensemble/writer.hpp"

#include <chrono>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

#include "experiment/failure.hpp"

namespace tumen {

namespace {

constexpr std::chrono::milliseconds patience{100};  // for one more before all are made durable
constexpr std::chrono::milliseconds pause{10};

Diagnostic not_stored(std::string reason) {
    return diagnostic("a finished replicate could not be stored", std::move(reason),
                      "those stored before it are safe; resume to play the rest");
}

}  // namespace

Writer::Writer(ResultSink& sink, std::size_t capacity, std::function<void(Outcome)> stored,
               std::function<void()> failed)
    : sink_(sink),
      settling_(dynamic_cast<SettlingSink*>(&sink)),
      capacity_(capacity),
      stored_(std::move(stored)),
      failed_(std::move(failed)),
      no_memory_(not_stored("not enough memory")) {
    try {
        thread_ = std::thread([this] { serve(); });
    } catch (const std::system_error&) {  // too many processes, or no memory for a stack
    }
}

Writer::~Writer() {
    finish();
}

void Writer::push(ReplicateResult result) {
    if (!thread_.joinable()) return store_at_once(std::move(result));
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
    if (thread_.joinable()) {
        thread_.join();
    } else {
        settle_at_once();
    }
    return failure_;
}

void Writer::store_at_once(ReplicateResult result) {
    const std::lock_guard lock(mutex_);
    if (failure_) return;
    failure_ = store(std::move(result));
    if (failure_) failed_();
}

/// What is left to be made durable; nothing where a thread of the writer's own has ended.
void Writer::settle_at_once() {
    while (unsettled_ > 0 && !failure_)
        failure_ = settle();
}

void Writer::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        const auto something = [&] { return !queue_.empty() || state_ == State::finishing; };
        if (unsettled_ == 0) {
            changed_.wait(lock, something);
        } else {
            changed_.wait_for(lock, patience, something);
        }
        if (queue_.empty() && unsettled_ == 0 && state_ == State::finishing) return;
        std::optional<ReplicateResult> next;
        if (!queue_.empty()) {
            next = std::move(queue_.front());
            queue_.pop_front();
            changed_.notify_all();
        }
        lock.unlock();
        std::optional<Diagnostic> failure = next ? store(*std::move(next)) : settle();
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

std::optional<Diagnostic> Writer::settle() {
    return guarded([&] {
        unsettled_ = settling_->settle();
        // Somebody reads: not at once again.
        if (unsettled_ > 0) std::this_thread::sleep_for(pause);
    });
}

std::optional<Diagnostic> Writer::store(ReplicateResult result) {
    const Outcome outcome = result.outcome;
    return guarded([&] {
        if (settling_ != nullptr) {
            settling_->take(std::move(result));
            unsettled_ = 1;  // as far as is known
        } else {
            sink_.accept(std::move(result));
        }
        stored_(outcome);
    });
}

template <class Act>
std::optional<Diagnostic> Writer::guarded(Act act) {
    try {
        return try_to(act);
    } catch (const std::bad_alloc&) {
        return std::move(no_memory_);  // made before: there is no memory for a text now
    }
}

template <class Act>
std::optional<Diagnostic> Writer::try_to(Act act) {
    try {
        act();
        return std::nullopt;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    } catch (const std::exception& failure) {
        return not_stored(failure.what());
    }
}

}  // namespace tumen
