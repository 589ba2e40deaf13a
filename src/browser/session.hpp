#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "browser/kept_plays.hpp"
#include "model/past/past.hpp"
#include "model/play.hpp"
#include "scenario/scenario.hpp"

/// One worker's side of the page: two settings to compare, and the last thing that was asked for.
/// There are no threads in a worker, so cities are played one ward after the other.
namespace tumen::browser {

inline constexpr std::size_t settings_count = 2;

/// The lines of a text, empty ones left out.
std::vector<std::string> lines_of(std::string_view text);

class Session {
  public:
    Session();
    ~Session();

    /// Reads a scenario into a setting: a name that the program carries, or a TOML text.
    /// `overrides` has one name=value a line. Returns describe_scenario(), or describe_problems()
    /// and leaves the setting as it was. Values outside the evidence's range are let through and
    /// listed.
    std::string load(std::size_t setting, std::string_view text, std::string_view overrides);

    /// Plays one city of one replicate and keeps its days in `numbers()`: days x observables, row
    /// by row, then, where asked for, days x wards x observables. Returns {"hash", "adults",
    /// "days", "wards", "headlines"?}; {"errors"} without a scenario.
    std::string play(std::size_t setting, std::uint64_t seed, std::uint32_t replicate,
                     std::size_t city, WardReports wards);

    /// How much may be kept of drawn plays, for when a control has moved [bytes].
    void allow(double bytes) { kept_.allow(bytes); }

    /// Says what the setting's scenario names, one a line, in place of what its text does: a text
    /// that the model wrote names everything. What is named is not drawn. Returns {"held"}.
    std::string name(std::size_t setting, std::string_view names);

    /// Plays a replicate with its own draw of values and rules, `fixed` set on top of it as
    /// name=value lines, beside the same cities without the campaign, which share their past.
    /// Returns {"hash", "days_played", "beside"?, "headlines"}: days that no earlier play of the
    /// replicate had in common with it; with nothing fixed the hashes are those of the
    /// program's replicate and of its yardstick.
    /// With headlines named in `only`, one a line, it is played as far as these need it: what is
    /// known by then is told, and there are no hashes.
    std::string drawn(std::size_t setting, std::uint64_t seed, std::uint32_t replicate,
                      std::string_view fixed, std::string_view only);
    /// ... ahead of a control that may be moved: what is kept for later plays stays as it is. With
    /// `slow_alone` nothing is played where the play would go on from it:
    /// {"days_played": 0, "headlines": []}.
    std::string drawn_ahead(std::size_t setting, std::uint64_t seed, std::uint32_t replicate,
                            std::string_view fixed, std::string_view only, bool slow_alone);

    /// What it is played with: {"values", "rules"}, held ones as the scenario has them.
    std::string draw(std::size_t setting, std::uint64_t seed, std::uint32_t replicate);

    /// The headlines of the replicate whose cities were played last, one after the other from city
    /// 0.
    std::string headlines(std::size_t setting);

    /// {"hash"} of that replicate, as results files and reports hold it.
    std::string replicate_hash(std::size_t setting) const;

    /// Households of interest of a ward as they are at the start: ordinal, role of the first adult,
    /// kin abroad, phone; and a few others.
    std::string households(std::size_t setting, std::uint64_t seed, std::uint32_t replicate,
                           std::size_t city, std::uint32_t ward);

    /// The diary of a household, and the hash of the run in which it was kept.
    std::string diary(std::size_t setting, std::uint64_t seed, std::uint32_t replicate,
                      std::size_t city, std::uint32_t household);

    /// What happened to whom, of everybody: {"hash", "households", "outcomes", "wards"}, and in
    /// `numbers()` six for each entry: household, day, event, place of its outcome in "outcomes",
    /// probability (-1 where nothing was drawn), member. "wards" has the first household of each.
    std::string chronicle(std::size_t setting, std::uint64_t seed, std::uint32_t replicate,
                          std::size_t city);

    const std::vector<double>& numbers() const { return numbers_; }

  private:
    struct Setting {
        Scenario scenario;
        Simulation simulation;
        std::vector<std::string> held;  // what no draw replaces
    };
    enum class Keeping : std::uint8_t { as_played, as_it_is, as_it_is_if_slow };
    std::string drawn(std::size_t which, std::uint64_t seed, std::uint32_t replicate,
                      std::string_view fixed, std::string_view only, Keeping keeping);
    const Setting* setting(std::size_t which) const {
        return which < settings_count && settings_[which] ? &*settings_[which] : nullptr;
    }

    std::array<std::optional<Setting>, settings_count> settings_;
    KeptPlays kept_;                              // drawn plays, for when a control has moved
    SharedPast past_;                             // of drawn plays that are not kept
    std::unique_ptr<City> memory_;                // of drawn plays
    std::vector<std::vector<DayReport>> cities_;  // of the replicate being played
    std::vector<Hash> hashes_;                    // of the same cities
    std::vector<double> numbers_;
};

}  // namespace tumen::browser
