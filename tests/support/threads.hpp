#pragma once
#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

#include "base/executor.hpp"

namespace tumen::testing {

/// Tasks shared out among threads in whatever order they come: the least orderly executor there can
/// be.
class ThreadExecutor final : public Executor {
  public:
    explicit ThreadExecutor(std::size_t threads) : threads_(threads) {}

    void run(std::size_t count, const std::function<void(std::size_t)>& task) override {
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            for (std::size_t i = next++; i < count; i = next++)
                task(i);
        };
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads_; ++i)
            others.emplace_back(work);
        work();
    }

  private:
    std::size_t threads_;
};

/// The tasks from the last to the first.
class BackwardExecutor final : public Executor {
  public:
    void run(std::size_t count, const std::function<void(std::size_t)>& task) override {
        for (std::size_t i = count; i > 0; --i)
            task(i - 1);
    }
};

}  // namespace tumen::testing
