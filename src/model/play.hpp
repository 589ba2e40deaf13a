#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/draw.hpp"
#include "base/executor.hpp"
#include "base/hash.hpp"
#include "model/calendar.hpp"
#include "model/observables.hpp"
#include "model/zones.hpp"

/// Playing one city of one replicate: the whole of the model as one pure function.
namespace tumen {

class Diary;
struct City;

/// What the city's days reported, and the proof of it.
struct CityResult {
    std::vector<DayReport> days;  // one a reported day (day 0 ..)
    std::vector<Hash> chain;      // of each reported day: equal up to a day = equal until then
    Hash state_hash;              // the chain, closed by the final state
    std::uint64_t adults = 0;
    std::vector<std::vector<DayReport>> wards;  // by day and ward, where asked for
};

enum class WardReports : std::uint8_t { none, daily };

struct PlayOptions {
    WardReports ward_reports = WardReports::none;
    std::uint32_t wards_a_task = 0;  // changes speed only; 0 = as suits the number of threads
    Diary* diary = nullptr;  // written where given; changes nothing else. Everybody's: one thread
    City* city = nullptr;    // built in the memory of the one that was there, and kept
    const std::function<bool()>* stop =
        nullptr;  // asked once a day; yes = give up, days stay short
};

/// A plan made ready to be played any number of times: calendars and distribution tables of its
/// zones. Immutable, shared by all threads.
class Simulation {
  public:
    explicit Simulation(Plan plan);

    const Plan& plan() const { return plan_; }
    const Zones& zones() const { return zones_; }
    /// Of the first city, outside its ward groups.
    const Calendar& calendar() const { return zones_.of(0).calendar; }
    const Tables& tables() const { return zones_.of(0).tables; }

    /// Plays city `city` (an index into plan().cities) of replicate `replicate` under `seed`.
    CityResult play(std::uint64_t seed, std::uint32_t replicate, std::size_t city,
                    Executor& executor, const PlayOptions& options = {}) const;

  private:
    Plan plan_;
    Zones zones_;
};

/// Hash of a replicate: its cities' state hashes in the order of the plan.
Hash replicate_hash(std::span<const Hash> cities);

}  // namespace tumen
