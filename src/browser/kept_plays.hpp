#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "model/past/past.hpp"

/// Plays that draw, kept for when a control has moved. A control that bites from a date on leaves
/// all that was before as it was, and most leave the city without the campaign alone: both are
/// taken up again, bit for bit what they would be if played anew.
namespace tumen::browser {

/// One replicate of one city with its draw.
class KeptPlay {
  public:
    struct Outcome {
        CityResult campaign;
        std::optional<CityResult> beside;  // without the campaign
        std::uint64_t days_played = 0;     // of both; others were there
    };

    /// `calm` is the same city without the campaign; null where there is none. Played up to the
    /// morning of day `until`; where that is not the end there is no hash, and of its days counts
    /// alone may be observed.
    Outcome play(const std::shared_ptr<const Simulation>& campaign,
                 const std::shared_ptr<const Simulation>& calm, std::uint64_t seed,
                 std::uint32_t replicate, std::int32_t until, Observed observed, City& memory);

    /// Whether such a play would go on from a morning that is kept.
    bool has_past(const Simulation& campaign, const Simulation* calm, Observed observed) const;

  private:
    bool still_holds(const Simulation& campaign, std::int32_t parting, Observed observed) const;
    bool knows(const Simulation& calm, std::int32_t until, Observed observed) const;

    SharedPast past_;
    std::shared_ptr<const Simulation> first_;  // that played up to the morning that is kept
    std::int32_t morning_ = 0;
    std::shared_ptr<const Simulation> calm_;
    std::int32_t calm_until_ = 0;  // the morning up to which that was played
    Observed calm_observed_ = Observed::all;
    CityResult beside_;
};

/// Those of the first replicates of one seed, as many as there is room for.
class KeptPlays {
  public:
    /// What may be kept from now on [bytes].
    void allow(double bytes) { most_ = bytes; }

    /// Null where there is no room.
    KeptPlay* of(std::uint64_t seed, std::uint32_t replicate);
    /// Null where nothing of it is kept.
    KeptPlay* find(std::uint64_t seed, std::uint32_t replicate);
    /// After it was played: a city in which more have a phone takes more. Forgotten where that is
    /// too much.
    void weigh(std::uint32_t replicate, const City& played);

  private:
    struct Kept {
        KeptPlay play;
        double bytes = 0;
    };
    std::uint64_t seed_ = 0;
    double most_ = 90e6;
    double bytes_ = 0;  // of all that are kept
    std::map<std::uint32_t, Kept> plays_;
};

}  // namespace tumen::browser
