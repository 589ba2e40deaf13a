#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/play.hpp"
#include "model/schedule.hpp"

/// A past that several plays of one city have in common. Scenarios with the same values, played
/// with the same random key, are the same until the first day on which something differs: the city
/// is kept as it was on the morning of that day, and the next one plays on from there. Every bit is
/// what it would be had each been played whole.
namespace tumen {

/// The first day on which the city may differ between two simulations under the same random key:
/// all that is known before that day is equal, and so is what is made of all days together. Nothing
/// where it may differ as it is built.
/// What is read on some days alone, such as the fear of an oath's visit (readings.hpp), makes no
/// difference before the first of them. Where counts alone are observed that holds for belief in a
/// promise as well, which until the first promise nothing reads but its own figure.
std::optional<std::int32_t> parting_day(const Simulation& one, const Simulation& other,
                                        std::size_t city, Observed observed = Observed::all);

/// Plays of one city, one after another, each from as late a day as a past that is kept allows.
/// What it keeps is taken over in the memory of what it kept before. For one thread at a time.
class SharedPast {
  public:
    SharedPast();
    ~SharedPast();

    /// Forgets every past. As many plays follow as there are partings, and one more; each parts
    /// from the next one on such a day, a day too late costs time and changes nothing.
    void begin(std::vector<std::int32_t> partings);
    /// ... but forgets nothing: the plays that follow may take up what earlier ones left. A past
    /// stays for later as long as its day stands among the last partings.
    void go_on(std::vector<std::int32_t> partings);

    /// The next play. Of wards, or with a diary, it is played whole.
    CityResult play(const std::shared_ptr<const Simulation>& simulation, std::uint64_t seed,
                    std::uint32_t replicate, std::size_t city, Executor& executor,
                    const PlayOptions& options);
    /// ... up to the morning of day `until`: days of the whole play, and no hash of a final state.
    /// Where counts alone are observed, the other numbers of its days, and their chain, are not
    /// told; what it leaves for later plays is whole.
    CityResult play_until(std::int32_t until, const std::shared_ptr<const Simulation>& simulation,
                          std::uint64_t seed, std::uint32_t replicate, std::size_t city,
                          Executor& executor, const PlayOptions& options,
                          Observed observed = Observed::all);

    /// What was played so far, and what was taken from a past instead.
    struct Days {
        std::uint64_t played = 0;
        std::uint64_t shared = 0;
    };
    const Days& days() const { return days_; }

  private:
    struct Past;
    /// The morning that a play begins with, and whether the past is that of its own values.
    struct TakenUp {
        std::int32_t day;
        bool is_own;
    };
    Past* latest() const { return kept_ == 0 ? nullptr : pasts_[kept_ - 1].get(); }
    void forget_what_differs(const Simulation& simulation, std::size_t which,
                             const RandomKey& random_key, Observed observed);
    std::vector<std::int32_t> days_to_keep(std::int32_t from) const;
    std::optional<TakenUp> take_up(const Simulation& simulation, std::size_t which,
                                   const RandomKey& random_key, Observed observed, City& city,
                                   CityResult& result);
    void keep(const std::shared_ptr<const Simulation>& simulation, std::int32_t day,
              const City& city, const CityResult& result);

    std::vector<std::int32_t> partings_;
    std::size_t next_ = 0;                      // play
    std::vector<std::unique_ptr<Past>> pasts_;  // the first of them are kept, by day
    std::size_t kept_ = 0;
    Days days_;
};

}  // namespace tumen
