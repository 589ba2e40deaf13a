#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "base/diagnostic.hpp"
#include "experiment/ensemble/settling_sink.hpp"

namespace tumen {

/// One thread that hands results to a sink, so that storing overlaps playing. The queue before it
/// is bounded: whoever fills it waits, so memory does not grow when the disk is slow. Where the
/// system starts no thread, whoever pushes stores.
class Writer {
  public:
    /// `stored` is called after each result that the sink accepted, `failed` once when the sink
    /// fails; both from the writer's thread.
    Writer(ResultSink& sink, std::size_t capacity, std::function<void(Outcome)> stored,
           std::function<void()> failed);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Waits for room. After a failure of the sink results are dropped.
    void push(ReplicateResult result);

    /// Waits until everything pushed has been stored; what went wrong, if anything did.
    std::optional<Diagnostic> finish();

  private:
    enum class State { open, finishing };
    void serve();
    void store_at_once(ReplicateResult result);
    void settle_at_once();
    std::optional<Diagnostic> store(ReplicateResult result);
    std::optional<Diagnostic> settle();
    template <class Act>
    std::optional<Diagnostic> guarded(Act act);
    template <class Act>
    std::optional<Diagnostic> try_to(Act act);

    ResultSink& sink_;
    SettlingSink* settling_;  // the same, if it is one
    std::size_t capacity_;
    std::function<void(Outcome)> stored_;
    std::function<void()> failed_;
    Diagnostic no_memory_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<ReplicateResult> queue_;
    std::size_t unsettled_ = 0;  // of the writer's thread alone
    State state_ = State::open;
    std::optional<Diagnostic> failure_;
    std::thread thread_;
};

}  // namespace tumen
