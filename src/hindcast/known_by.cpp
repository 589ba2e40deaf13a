#include "hindcast/known_by.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/draw.hpp"
#include "base/hash.hpp"
#include "design/design.hpp"
#include "hindcast/targets.hpp"
#include "model/event_kinds.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/draft/years.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key_of_widening = 0x776964656E656421u;  // any fixed one
constexpr std::uint32_t most_trials = 100;

enum class Told : std::uint8_t { by_then, later };

bool is_later(std::string_view source, Date date) {
    const Source* found = find_source(source);
    const auto dates = found == nullptr ? std::nullopt : source_dates(found->date);
    return dates && date < dates->last;
}

/// An event stands on those of its sources that are dated by then; one without sources is the
/// scenario's own.
Told told(const Origin& origin, Date date) {
    const bool later =
        !origin.sources.empty() &&
        std::all_of(origin.sources.begin(), origin.sources.end(),
                    [&](const std::string& source) { return is_later(source, date); });
    return later ? Told::later : Told::by_then;
}

/// The labels of an event ("C08, S68"), or its kind, among those that are there.
void add_labels(std::vector<std::string>& names, const Origin& origin, std::string_view kind) {
    std::string_view left = origin.label.empty() ? kind : std::string_view(origin.label);
    while (!left.empty()) {
        const std::size_t comma = std::min(left.find(", "), left.size());
        const std::string name(left.substr(0, comma));
        left.remove_prefix(std::min(comma + 2, left.size()));
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
}

/// What is kept of a list of events and of where they come from.
class Keeping {
  public:
    Keeping(KnownScenario& made, Date date, std::int32_t day, Hindsight hindsight)
        : made_(made), date_(date), day_(day), hindsight_(hindsight) {}

    template <class Event>
    void keep(std::vector<Event>& events, std::vector<Origin>& origins, std::string_view kind) {
        std::vector<Event> kept;
        std::vector<Origin> kept_origins;
        for (std::size_t i = 0; i < events.size(); ++i) {
            const Origin origin = i < origins.size() ? origins[i] : Origin();
            if (!stays(event_days(events[i]).first, origin, kind)) continue;
            kept.push_back(events[i]);
            kept_origins.push_back(origin);
        }
        events = std::move(kept);
        origins = std::move(kept_origins);
    }

  private:
    bool stays(std::int32_t first, const Origin& origin, std::string_view kind) {
        if (first > day_) {
            add_labels(made_.dropped, origin, kind);
            return false;
        }
        if (told(origin, date_) == Told::by_then) return true;
        add_labels(made_.seen, origin, kind);
        return hindsight_ == Hindsight::kept;
    }

    KnownScenario& made_;
    Date date_;
    std::int32_t day_;
    Hindsight hindsight_;
};

/// Of the longest of the peaks that came on the same days: the last one may have been cut off.
std::int32_t whole_length(const std::vector<Peak>& peaks, const Peak& peak, Date start) {
    const auto day_and_month = [&](const Peak& one) {
        return iso(plus_days(start, one.first)).substr(4);
    };
    std::int32_t length = 0;
    for (const Peak& one : peaks) {
        const bool alike = one.pressure == peak.pressure && one.scope == peak.scope &&
                           day_and_month(one) == day_and_month(peak);
        if (alike) length = std::max(length, one.last - one.first);
    }
    return length;
}

/// Peaks that came in two years running, on the same days and as strong, in every year to come.
void go_on_yearly(Scenario& scenario, std::int32_t last_known) {
    std::vector<Peak>& peaks = scenario.plan.peaks;
    const auto date_of = [&](std::int32_t day) { return plus_days(scenario.start, day); };
    const auto day_of = [&](Date date) { return days_between(scenario.start, date); };
    using Key = std::tuple<std::string, double, Scope>;
    std::map<Key, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < peaks.size(); ++i) {
        const std::string day_and_month = iso(date_of(peaks[i].first)).substr(4);
        alike[{day_and_month, peaks[i].pressure, peaks[i].scope}].push_back(i);
    }
    std::vector<std::size_t> yearly;
    for (const auto& [key, places] : alike) {
        for (const std::size_t place : places) {
            const std::int32_t before = peaks[place].first;
            const bool came_before =
                std::any_of(places.begin(), places.end(), [&](std::size_t other) {
                    return day_of(years_later(date_of(peaks[other].first), 1)) == before;
                });
            const bool is_last = std::none_of(places.begin(), places.end(), [&](std::size_t other) {
                return peaks[other].first > before;
            });
            if (came_before && is_last) yearly.push_back(place);
        }
    }
    for (const std::size_t place : yearly) {
        Peak next = peaks[place];
        const std::int32_t length = whole_length(peaks, peaks[place], scenario.start);
        for (;;) {
            next.first = day_of(years_later(date_of(next.first), 1));
            next.last = next.first + length;
            if (next.first >= scenario.plan.days) break;
            if (next.first <= last_known) continue;
            peaks.push_back(next);
            const Origin origin = origins_of(scenario, EventKind::peak)[place];
            origins_of(scenario, EventKind::peak).push_back(origin);
        }
    }
}

/// What is under way on the last day that is known.
void settle_ends(Plan& plan, std::int32_t day) {
    each_event(plan, [&](EventKind kind, std::size_t, auto& event) {
        const auto [first, last] = event_days(event);
        if (kind == EventKind::schedule && last >= day) set_days(event, {first, plan.days - 1});
        const bool ends = kind != EventKind::hand_in_drive && kind != EventKind::schedule;
        if (ends) set_days(event, {first, std::min(last, day)});
    });
}

/// Values as drawn, but for the widened ones: the rows of shares brought back to a sum of 1.
void renormalise(std::vector<std::pair<std::string, double>>& values,
                 const std::set<std::string, std::less<>>& fresh) {
    std::map<std::uint16_t, double> sums;
    const auto row_of_shares = [&](const std::string& name) -> std::optional<std::uint16_t> {
        const auto ref = find_parameter(name);
        if (!ref || !fresh.contains(name)) return std::nullopt;
        const ParameterRow& row = row_of(*ref);
        const bool shares = row.indexing == Indexing::by_sentence && row.unit == Unit::share;
        return shares ? std::optional(ref->row) : std::nullopt;
    };
    for (const auto& [name, value] : values) {
        if (const auto row = row_of_shares(name)) sums[*row] += value;
    }
    for (auto& [name, value] : values) {
        if (const auto row = row_of_shares(name)) value /= sums[*row];
    }
}

}  // namespace

std::string_view name_of(Hindsight hindsight) {
    return hindsight == Hindsight::kept ? "seen" : "widened";
}

KnownScenario known_by(const Scenario& scenario, Date date, Hindsight hindsight) {
    KnownScenario made{scenario, {}, {}};
    Scenario& known = made.scenario;
    Plan& plan = known.plan;
    const std::int32_t day = days_between(scenario.start, date);
    Keeping keeping(made, date, day, hindsight);
    each_list(plan, [&](EventKind kind, auto& events) {
        keeping.keep(events, origins_of(known, kind), name_of(kind));
    });
    settle_ends(plan, day);
    go_on_yearly(known, day);
    return made;
}

std::vector<std::string> told_later(const Priors& priors, Date date) {
    std::vector<std::string> names;
    for (const PriorEntry& entry : priors.entries()) {
        if (!entry.parameter) continue;
        const LedgerEntry& ledger = entry_of(*entry.parameter);
        const bool later =
            std::any_of(ledger.sources.begin(), ledger.sources.end(),
                        [&](std::string_view source) { return is_later(source, date); });
        if (later) names.push_back(entry.name);
    }
    return names;
}

std::optional<ReplicateDraw> widened(const Point& point, const ReplicateDraw& draw,
                                     const std::vector<std::string>& parameters,
                                     std::uint64_t seed) {
    const std::set<std::string, std::less<>> fresh(parameters.begin(), parameters.end());
    for (std::uint32_t trial = 0; trial < most_trials; ++trial) {
        ReplicateDraw wide = draw;
        for (auto& [name, value] : wide.values) {
            if (!fresh.contains(name)) continue;
            const auto factor = factor_of(name);
            if (!factor) continue;
            const RandomBlock drawn =
                philox({name_hash(name), draw.replicate, trial, 0}, seed ^ key_of_widening);
            value = value_at(*factor, uniform(drawn.word[0]));
        }
        renormalise(wide.values, fresh);
        if (reason_against(as_drawn(point, wide), wide.values).empty()) return wide;
    }
    return std::nullopt;
}

}  // namespace tumen
