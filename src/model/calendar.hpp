#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "model/event_kinds.hpp"
#include "rules/parameters.hpp"

/// What happens when: drives, sweeps, meetings, seasons and schedules, compiled into the conditions
/// of each day. Days are numbered from 0, the start date; the warm-up has negative numbers.
namespace tumen {

/// A value that a city or a ward group has instead of the plan's.
struct OwnValue {
    ParameterRef parameter;
    double value;
};

struct CityPlan {
    std::string name;   // keys the city's draws
    std::string label;  // for people
    double residents;   // [people]
    std::vector<OwnValue> values = {};
};

/// A share of a city's wards, which ones is drawn. A ward is in one group at most, so the shares
/// that one city has sum to 1 at most.
struct WardGroup {
    std::string name;
    double share;                            // [1] of the city's wards
    std::vector<std::uint32_t> cities = {};  // places in the plan's; empty: every city
    std::vector<OwnValue> values = {};       // win over the city's
};

/// A whole scenario as the model needs it. In no ward do events of a kind overlap that may not
/// (event_kinds.hpp), nor schedules of one parameter; the scenario reader has checked that.
struct Plan : Events {
    Plan();
    Plan(const Plan&);
    Plan(Plan&&) noexcept;
    Plan& operator=(const Plan&);
    Plan& operator=(Plan&&) noexcept;
    ~Plan();

    Parameters parameters;
    RivalRules rules;
    std::int32_t days = 0;  // reported days; the warm-up is parameters.population.warmup
    std::vector<CityPlan> cities;
    std::vector<WardGroup> ward_groups = {};  // by name
};

/// What a day offers to the rules, the same for every ward of a zone (zones.hpp).
struct DayConditions {
    std::int32_t day = 0;
    std::uint32_t segment = 0;  // which set of parameters
    double threat = 1;
    double pressure = 0;
    Sentencing sentencing = Sentencing::calm;
    bool central_team = false;
    double meeting_reach = 0;  // [share] of units that meet
    bool oath_drive = false;
    bool oath_drive_begins = false;
    bool hand_in_drive = false;
    bool hand_in_drive_begins = false;
    Forgiveness forgiveness = Forgiveness::none;
    std::int32_t days_left = 0;  // until the deadline of the drive in force

    // Decay in frames: a quantity is base + excess * left, with `left` the same for everybody. A
    // frame ends where its parameters change and before `left` gets too small to divide by; on such
    // a day the excess is multiplied by what had been left until then (`carry`) and `left` starts
    // again at 1.
    double risk_left = 1;
    double risk_carry = 1;
    double risk_shift = 0;  // what a new baseline takes out of the excess
    double suspicion_left = 1;
    double suspicion_carry = 1;
    double savings_left = 1;
    double savings_carry = 1;
    double watched_clock = 0;  // [half-lives] since the first day
    bool new_frame = false;
};

/// The compiled calendar: one entry a day from the first day of the warm-up on.
class Calendar {
  public:
    explicit Calendar(const Plan& plan);

    std::int32_t first_day() const { return first_day_; }
    std::int32_t last_day() const {
        return first_day_ + static_cast<std::int32_t>(days_.size()) - 1;
    }
    const DayConditions& on(std::int32_t day) const {
        return days_[static_cast<std::size_t>(day - first_day_)];
    }
    const Parameters& parameters_on(std::int32_t day) const { return segments_[on(day).segment]; }
    const std::vector<Parameters>& segments() const { return segments_; }

  private:
    void cut_segments(const Plan& plan);
    void set_conditions(const Plan& plan);
    void set_frames();

    std::int32_t first_day_;
    std::vector<DayConditions> days_;
    std::vector<Parameters> segments_;
};

/// First and last day of the campaign: of all drives and sweeps, else of all schedules and peaks;
/// the whole run where there is none of these.
struct CampaignWindow {
    std::int32_t first;
    std::int32_t last;
};
CampaignWindow campaign_window(const Plan& plan);

}  // namespace tumen
