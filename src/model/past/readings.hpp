#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "model/calendar.hpp"
#include "model/parameter_table.hpp"
#include "model/playing.hpp"
#include "rules/reading.hpp"
#include "rules/roles.hpp"

/// Which numbers and rival rules the days of a city read, as the rules say (rules/reading.hpp).
namespace tumen {

/// When a number of the table is read.
Read read_of(ParameterRef number);

/// The numbers that are read on some days alone. What is read on other days as well would be shared
/// wrongly: readings_test.cpp plays each of them whole.
std::vector<ParameterRef> read_on_some_days();

/// What is chosen of each rival rule, in the order of the table of rules, and when it is asked for.
/// (That of oaths always: whoever is let go with a warning signs as well.)
std::array<std::pair<std::uint8_t, Read>, 5> choices_read(const RivalRules& rules);

/// What is read on a day, as far as what happened until then says. Of all zones of a city: what is
/// done in one is heard of in others.
class Reading {
  public:
    /// Who sees more than counts sees the mean of what is believed, on every day.
    explicit Reading(Observed observed = Observed::all);

    bool reads(Read when) const { return (held_ | today_) >> place_of(when) & 1; }
    void begin_day() { today_ = 0; }
    /// ... in one of the zones.
    void add(const DayConditions& day);
    friend bool operator==(const Reading&, const Reading&) = default;

  private:
    static constexpr unsigned place_of(Read when) { return static_cast<unsigned>(when); }
    void hold(Read when, bool so) { held_ |= std::uint32_t{so} << place_of(when); }
    void note(Read when, bool so) { today_ |= std::uint32_t{so} << place_of(when); }
    std::uint32_t held_ = 0;   // for good
    std::uint32_t today_ = 0;  // on this day alone
};

/// The first day on which what is read then may be read in a city.
class FirstReads {
  public:
    static constexpr std::int32_t from_the_start = std::numeric_limits<std::int32_t>::min();

    FirstReads(const Plan& plan, std::uint32_t city);
    /// plan.days where nothing reads it.
    std::int32_t of(Read when) const { return days_[static_cast<std::size_t>(when)]; }

  private:
    std::array<std::int32_t, read_count> days_;
};

}  // namespace tumen
