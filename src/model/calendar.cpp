#include "model/calendar.hpp"

#include <algorithm>
#include <set>

#include "base/math.hpp"
#include "rules/drift.hpp"
#include "rules/oath.hpp"
#include "rules/punishment.hpp"
#include "rules/threat.hpp"

namespace tumen {

Events::Events() = default;
Events::Events(const Events&) = default;
Events::Events(Events&&) noexcept = default;
Events& Events::operator=(const Events&) = default;
Events& Events::operator=(Events&&) noexcept = default;
Events::~Events() = default;

Plan::Plan() = default;
Plan::Plan(const Plan&) = default;
Plan::Plan(Plan&&) noexcept = default;
Plan& Plan::operator=(const Plan&) = default;
Plan& Plan::operator=(Plan&&) noexcept = default;
Plan::~Plan() = default;

namespace {

template <class Entry>
bool covers(const Entry& entry, std::int32_t day) {
    return entry.first <= day && day <= entry.last;
}

ThreatSituation situation(const Plan& plan, std::int32_t day, double threat_duration) {
    ThreatSituation today{};
    for (const HandInDrive& drive : plan.hand_in_drives) {
        if (drive.first <= day && day <= drive.deadline) today.in_hand_in_drive = true;
        if (day > drive.deadline) {
            const double since = day - drive.deadline;
            if (!today.days_since_deadline || since < *today.days_since_deadline) {
                today.days_since_deadline = since;
            }
        }
    }
    for (const OathDrive& drive : plan.oath_drives) {
        if (day >= drive.first && day <= drive.last + threat_duration) {
            today.oath_drive_begun = true;
        }
    }
    for (const Sweep& sweep : plan.sweeps) {
        if (covers(sweep, day)) today.central_team = true;
    }
    return today;
}

void set_drives(const Plan& plan, DayConditions& today) {
    for (const HandInDrive& drive : plan.hand_in_drives) {
        if (drive.first <= today.day && today.day <= drive.deadline) {
            today.hand_in_drive = true;
            if (drive.first == today.day) today.hand_in_drive_begins = true;
            today.forgiveness = drive.forgiveness;
            today.days_left = drive.deadline - today.day;
            today.pressure = drive_pressure(today.day, drive.first, drive.deadline);
        }
        if (today.day > drive.deadline) today.sentencing = Sentencing::harsh;
    }
    for (const OathDrive& drive : plan.oath_drives) {
        if (covers(drive, today.day)) today.oath_drive = true;
        if (drive.first == today.day) today.oath_drive_begins = true;
    }
    for (const Peak& peak : plan.peaks) {
        if (covers(peak, today.day)) today.pressure = std::max(today.pressure, peak.pressure);
    }
    for (const Meeting& meeting : plan.meetings) {
        if (meeting.day != today.day) continue;
        today.meeting_reach = meeting.reach.value_or(1 / plan.parameters.population.ward_units);
    }
}

/// Rival rules that replace values act last, on whatever holds that day.
Parameters under_rules(const RivalRules& rules, Parameters p) {
    const OathWeight weight =
        oath_weight(rules.oath,
                    {p.threat.threat_oath, p.contact.oath_effect, p.reporting.report_oath,
                     p.oath.oath_fear, p.oath.suspicion_refusal, p.drift.meeting_fear},
                    p.reporting.false_enforcement_factor);
    p.threat.threat_oath = weight.threat;
    p.contact.oath_effect = weight.on_penalty;
    p.reporting.report_oath = weight.on_reporting;
    p.oath.oath_fear = weight.fear;
    p.oath.suspicion_refusal = weight.suspicion;
    p.drift.meeting_fear = weight.meeting_fear;
    return p;
}

}  // namespace

Calendar::Calendar(const Plan& plan)
    : first_day_(-static_cast<std::int32_t>(plan.parameters.population.warmup)) {
    const std::int32_t length = plan.days - first_day_;
    days_.resize(static_cast<std::size_t>(std::max(length, 1)));
    for (std::size_t i = 0; i < days_.size(); ++i) {
        days_[i].day = first_day_ + static_cast<std::int32_t>(i);
    }
    cut_segments(plan);
    set_conditions(plan);
    set_frames();
}

void Calendar::cut_segments(const Plan& plan) {
    std::set<std::int32_t> cuts;
    for (const Schedule& entry : plan.schedules) {
        cuts.insert(entry.first);
        cuts.insert(entry.last + 1);
    }
    segments_.push_back(under_rules(plan.rules, plan.parameters));
    for (DayConditions& today : days_) {
        if (cuts.contains(today.day)) {
            Parameters changed = plan.parameters;
            for (const Schedule& entry : plan.schedules) {
                if (covers(entry, today.day)) set(changed, entry.parameter, entry.value);
            }
            segments_.push_back(under_rules(plan.rules, changed));
        }
        today.segment = static_cast<std::uint32_t>(segments_.size() - 1);
    }
}

void Calendar::set_conditions(const Plan& plan) {
    for (DayConditions& today : days_) {
        const ThreatParameters& p = segments_[today.segment].threat;
        const ThreatSituation where = situation(plan, today.day, p.threat_duration);
        today.threat = threat_level(p, where);
        today.central_team = where.central_team;
        set_drives(plan, today);
    }
}

void Calendar::set_frames() {
    // Below this a frame is closed: dividing by what is left would lose nothing yet, but would
    // soon.
    constexpr double least_left = 0x1p-40;
    std::size_t origin = 0;
    days_[0].new_frame = true;
    for (std::size_t i = 1; i < days_.size(); ++i) {
        DayConditions& today = days_[i];
        const DayConditions& before = days_[i - 1];
        const DriftParameters& now = segments_[today.segment].drift;
        const DriftParameters& then = segments_[before.segment].drift;
        const double days = static_cast<double>(i - origin);
        const double gap_left = savings_gap_left(now);
        today.watched_clock = before.watched_clock + 1 / now.watched_half_life;
        today.risk_left = decay(days, now.risk_half_life);
        today.suspicion_left = decay(days, now.suspicion_half_life);
        today.savings_left = math::pow(gap_left, days);
        const bool changed = now.risk_baseline != then.risk_baseline ||
                             now.risk_half_life != then.risk_half_life ||
                             now.suspicion_half_life != then.suspicion_half_life ||
                             now.savings_recovery != then.savings_recovery;
        const double least = std::min({today.risk_left, today.suspicion_left, today.savings_left});
        if (!changed && least >= least_left) continue;
        const double risk_day = decay(1, now.risk_half_life);
        today.new_frame = true;
        today.risk_carry = before.risk_left * risk_day;
        today.risk_shift = (then.risk_baseline - now.risk_baseline) * risk_day;
        today.suspicion_carry = before.suspicion_left * decay(1, now.suspicion_half_life);
        today.savings_carry = before.savings_left * gap_left;
        today.risk_left = today.suspicion_left = today.savings_left = 1;
        origin = i;
    }
}

CampaignWindow campaign_window(const Plan& plan) {
    CampaignWindow window{plan.days, -1};
    const auto include = [&](std::int32_t first, std::int32_t last) {
        window.first = std::min(window.first, first);
        window.last = std::max(window.last, std::min(last, plan.days - 1));
    };
    const auto include_all = [&](Campaigns campaigns) {
        each_event(plan, [&](EventKind kind, std::size_t, const auto& event) {
            const auto [first, last] = event_days(event);
            if (row_of(kind).campaigns == campaigns) include(first, last);
        });
    };
    include_all(Campaigns::always);
    if (window.last < 0) include_all(Campaigns::alone);
    if (window.last < 0 || window.first >= plan.days) return {0, plan.days - 1};
    return window;
}

}  // namespace tumen
