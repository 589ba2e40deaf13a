#pragma once
#include <cstddef>
#include <functional>

namespace tumen {

/// Somebody who carries out tasks 0 .. count-1, in any order, perhaps at the same time, and returns
/// when all are done. The model only asks for this; the threads belong to a layer above.
class Executor {
  public:
    virtual ~Executor() = default;
    virtual void run(std::size_t count, const std::function<void(std::size_t)>& task) = 0;
    /// How many tasks may go on at the same time: how finely work is worth cutting.
    virtual std::size_t threads() const { return 1; }
};

/// One task after the other, on the caller's thread.
class SerialExecutor final : public Executor {
  public:
    void run(std::size_t count, const std::function<void(std::size_t)>& task) override {
        for (std::size_t i = 0; i < count; ++i)
            task(i);
    }
};

}  // namespace tumen
