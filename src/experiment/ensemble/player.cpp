#include "experiment/ensemble/player.hpp"

#include <algorithm>
#include <utility>

#include "experiment/design_points.hpp"
#include "experiment/memory.hpp"
#include "model/past/past.hpp"
#include "model/state/world.hpp"

namespace tumen {

struct SimulationPlayer::Slot {
    std::uint32_t point;
    const ReplicateDraw* draw;  // null where one simulation serves all replicates
    std::once_flag made;
    std::unique_ptr<const Simulation> simulation;
};

SimulationPlayer::SimulationPlayer(const Experiment& experiment, std::size_t simulations_kept)
    : experiment_(experiment),
      simulations_kept_(std::clamp<std::size_t>(
          simulations_kept, 1,
          experiment.points.empty()
              ? 1
              : simulations_to_keep(experiment.points.front().scenario.plan))) {}

SimulationPlayer::~SimulationPlayer() = default;

std::shared_ptr<const Simulation> SimulationPlayer::simulation(std::uint32_t point,
                                                               std::uint32_t replicate) {
    const ReplicateDraw* const draw = draw_of(experiment_, replicate);
    std::shared_ptr<Slot> slot;
    {
        const std::lock_guard lock(mutex_);
        const auto is_it = [&](const auto& kept) {
            return kept->point == point && kept->draw == draw;
        };
        const auto found = std::find_if(slots_.begin(), slots_.end(), is_it);
        if (found != slots_.end()) {
            slots_.splice(slots_.begin(), slots_, found);
        } else {
            slots_.push_front(std::make_shared<Slot>(point, draw));
            if (slots_.size() > simulations_kept_) slots_.pop_back();  // who plays it keeps it
        }
        slot = slots_.front();
    }
    std::call_once(slot->made, [&] {
        const Point played = experiment_.points.at(point);
        slot->simulation = std::make_unique<const Simulation>(
            draw == nullptr ? played.scenario.plan : as_drawn(played, *draw).plan);
    });
    return {slot, slot->simulation.get()};
}

/// A city to build in, taken from those that are over and given back at the end.
class SimulationPlayer::Ground {
  public:
    explicit Ground(SimulationPlayer& player) : player_(player) {
        const std::lock_guard lock(player_.mutex_);
        if (player_.over_.empty()) {
            taken_.push_back(std::make_unique<City>());
        } else {
            taken_.splice(taken_.begin(), player_.over_, player_.over_.begin());
        }
    }
    ~Ground() {
        const std::lock_guard lock(player_.mutex_);
        player_.over_.splice(player_.over_.begin(), taken_);
    }
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    City& city() const { return *taken_.front(); }

  private:
    SimulationPlayer& player_;
    std::list<std::unique_ptr<City>> taken_;
};

CityResult SimulationPlayer::play(const CityTask& task, Executor& executor,
                                  const PlayOptions& options) {
    const Ground ground(*this);
    PlayOptions there = options;
    there.city = &ground.city();
    const auto played = simulation(task.point, task.replicate);
    if (task.past == nullptr)
        return played->play(experiment_.seed, task.replicate, task.city, executor, there);
    return task.past->play(played, experiment_.seed, task.replicate, task.city, executor, there);
}

}  // namespace tumen
