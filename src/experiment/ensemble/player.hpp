#pragma once
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>

#include "base/executor.hpp"
#include "experiment/results.hpp"
#include "model/play.hpp"

namespace tumen {

class SharedPast;

/// Which city of which replicate is to be played.
struct CityTask {
    std::uint32_t point = 0;
    std::uint32_t replicate = 0;
    std::size_t city = 0;
    SharedPast* past = nullptr;  // of points played before it, where it may be taken from there
};

/// Somebody who plays cities, on many threads at the same time.
class CityPlayer {
  public:
    virtual ~CityPlayer() = default;
    virtual CityResult play(const CityTask& task, Executor& executor,
                            const PlayOptions& options) = 0;
};

/// Plays an experiment's cities with the model, with the parameters of the point or those drawn for
/// the replicate. A simulation is made when it is first needed; the last few are kept.
class SimulationPlayer final : public CityPlayer {
  public:
    explicit SimulationPlayer(const Experiment& experiment, std::size_t simulations_kept = 64);
    ~SimulationPlayer() override;
    CityResult play(const CityTask& task, Executor& executor, const PlayOptions& options) override;

  private:
    struct Slot;
    class Ground;
    std::shared_ptr<const Simulation> simulation(std::uint32_t point, std::uint32_t replicate);

    const Experiment& experiment_;
    std::size_t simulations_kept_;
    std::mutex mutex_;
    std::list<std::shared_ptr<Slot>> slots_;  // most recently used first
    std::list<std::unique_ptr<City>> over_;   // cities whose memory the next ones take
};

}  // namespace tumen
