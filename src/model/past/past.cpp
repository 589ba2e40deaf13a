#include "model/past/past.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include "base/rounding.hpp"
#include "model/parameter_table.hpp"
#include "model/past/readings.hpp"
#include "model/playing.hpp"

namespace tumen {

namespace {

/// Pasts that are kept at the same time; who finds none plays from an earlier one.
constexpr std::size_t most_kept = 4;

bool same_bits(double one, double other) {
    return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other);
}

bool same(const Parameters& one, const Parameters& other, const Reading& reading) {
    for (const ParameterRef ref : parameter_refs()) {
        if (reading.reads(read_of(ref)) && !same_bits(get(one, ref), get(other, ref))) return false;
    }
    return true;
}

bool same(const RivalRules& one, const RivalRules& other, const Reading& reading) {
    const auto mine = choices_read(one);
    const auto theirs = choices_read(other);
    for (std::size_t i = 0; i < mine.size(); ++i) {
        if (reading.reads(mine[i].second) && mine[i] != theirs[i]) return false;
    }
    return true;
}

/// All that a day offers; a condition that is new does not compile until it is compared.
auto all_of(const DayConditions& conditions) {
    const auto& [day, segment, threat, pressure, sentencing, central_team, meeting_reach,
                 oath_drive, oath_drive_begins, hand_in_drive, hand_in_drive_begins, forgiveness,
                 days_left, risk_left, risk_carry, risk_shift, suspicion_left, suspicion_carry,
                 savings_left, savings_carry, watched_clock, new_frame] = conditions;
    return std::tie(day, segment, threat, pressure, sentencing, central_team, meeting_reach,
                    oath_drive, oath_drive_begins, hand_in_drive, hand_in_drive_begins, forgiveness,
                    days_left, risk_left, risk_carry, risk_shift, suspicion_left, suspicion_carry,
                    savings_left, savings_carry, watched_clock, new_frame);
}

/// A zone is the same as built if its parameters are, and what its tables say of all days.
bool built_alike(const Zone& one, const Zone& other, Observed observed) {
    return one.calendar.first_day() == other.calendar.first_day() &&
           same_bits(one.tables.least_follow_threshold, other.tables.least_follow_threshold) &&
           same_bits(one.tables.most_reputation_weight, other.tables.most_reputation_weight) &&
           same(one.parameters, other.parameters, Reading(observed));
}

bool same(const RandomKey& one, const RandomKey& other) {
    return one.seed == other.seed && one.replicate == other.replicate && one.city == other.city;
}

bool built_alike(const CityPlan& one, const CityPlan& other) {
    return one.name == other.name && same_bits(one.residents, other.residents);
}

using ZonePairs = std::vector<std::pair<const Zone*, const Zone*>>;

/// The zones of the city in both simulations, in pairs; nothing where its wards are grouped
/// otherwise.
std::optional<ZonePairs> zones_in_pairs(const Zones& one, const Zones& other, std::size_t city) {
    const auto groups = one.groups_of(city);
    const auto others = other.groups_of(city);
    const auto alike = [](const GroupInCity& a, const GroupInCity& b) {
        return same_bits(a.share, b.share);
    };
    if (!std::equal(groups.begin(), groups.end(), others.begin(), others.end(), alike))
        return std::nullopt;
    ZonePairs pairs = {{&one.of(city), &other.of(city)}};
    for (std::size_t g = 0; g < groups.size(); ++g)
        pairs.emplace_back(&one.at(groups[g].zone), &other.at(others[g].zone));
    return pairs;
}

/// The days of a city's zones in two simulations, which are the same but for what is not read.
class DaysCompared {
  public:
    DaysCompared(const Simulation& one, const Simulation& other, const ZonePairs& zones,
                 Observed observed)
        : one_(one), other_(other), zones_(zones), reading_(observed), compared_(zones.size()) {}

    bool same_on(std::int32_t day) {
        reading_.begin_day();
        for (const auto& [mine, theirs] : zones_) {
            if (all_of(mine->calendar.on(day)) != all_of(theirs->calendar.on(day))) return false;
            reading_.add(mine->calendar.on(day));
        }
        for (std::size_t zone = 0; zone < zones_.size(); ++zone) {
            if (!same_numbers(zone, day)) return false;
        }
        return same(one_.plan().rules, other_.plan().rules, reading_);
    }

  private:
    /// (What was compared on the day before is not compared again.)
    bool same_numbers(std::size_t zone, std::int32_t day) {
        const auto& [mine, theirs] = zones_[zone];
        const std::pair today = {mine->calendar.on(day).segment, reading_};
        if (compared_[zone] == today) return true;
        compared_[zone] = today;
        return same(mine->calendar.parameters_on(day), theirs->calendar.parameters_on(day),
                    reading_);
    }

    const Simulation& one_;
    const Simulation& other_;
    const ZonePairs& zones_;
    Reading reading_;
    std::vector<std::optional<std::pair<std::uint32_t, Reading>>> compared_;
};

}  // namespace

std::optional<std::int32_t> parting_day(const Simulation& one, const Simulation& other,
                                        std::size_t city, Observed observed) {
    if (&one == &other) return one.plan().days;
    if (!same(one.plan().rules, other.plan().rules, Reading(observed)) ||
        !built_alike(one.plan().cities[city], other.plan().cities[city]))
        return std::nullopt;
    const auto zones = zones_in_pairs(one.zones(), other.zones(), city);
    if (!zones) return std::nullopt;
    for (const auto& [mine, theirs] : *zones) {
        if (!built_alike(*mine, *theirs, observed)) return std::nullopt;
    }
    const std::int32_t end = std::min(one.plan().days, other.plan().days);
    DaysCompared days(one, other, *zones, observed);
    std::int32_t day = zones->front().first->calendar.first_day();
    while (day < end && days.same_on(day))
        ++day;
    return day;
}

/// A city on the morning of a day, with what it had reported until then.
struct SharedPast::Past {
    std::shared_ptr<const Simulation> simulation;  // that played it
    std::int32_t day = 0;
    City city;
    CityResult result;
};

SharedPast::SharedPast() = default;
SharedPast::~SharedPast() = default;

void SharedPast::begin(std::vector<std::int32_t> partings) {
    go_on(std::move(partings));
    kept_ = 0;
}

void SharedPast::go_on(std::vector<std::int32_t> partings) {
    partings_ = std::move(partings);
    next_ = 0;
}

void SharedPast::forget_what_differs(const Simulation& simulation, std::size_t which,
                                     const RandomKey& random_key, Observed observed) {
    for (; kept_ > 0; --kept_) {
        if (!same(latest()->city.random_key, random_key)) continue;
        const auto day = parting_day(*latest()->simulation, simulation, which, observed);
        if (day && *day >= latest()->day) return;
    }
}

/// The days from `from` on on which later plays part from this one, each once, in order; but not
/// that of the latest past, which is kept already.
std::vector<std::int32_t> SharedPast::days_to_keep(std::int32_t from) const {
    std::vector<std::int32_t> days;
    for (std::size_t i = next_; i < partings_.size(); ++i) {
        if (partings_[i] < from || (kept_ > 0 && partings_[i] <= latest()->day)) break;
        if (days.empty() || partings_[i] < days.back()) days.push_back(partings_[i]);
    }
    std::reverse(days.begin(), days.end());
    return days;
}

/// Puts the city back to the latest past and returns its day; nothing where there is none. A past
/// that no later play parts from is used up.
std::optional<SharedPast::TakenUp> SharedPast::take_up(const Simulation& simulation,
                                                       std::size_t which,
                                                       const RandomKey& random_key,
                                                       Observed observed, City& city,
                                                       CityResult& result) {
    forget_what_differs(simulation, which, random_key, observed);
    if (kept_ == 0) return std::nullopt;
    Past& past = *latest();
    const bool is_own =
        observed == Observed::all ||
        parting_day(*past.simulation, simulation, which).value_or(past.day - 1) >= past.day;
    std::size_t later = next_;
    while (later < partings_.size() && partings_[later] > past.day)
        ++later;
    if (later < partings_.size() && partings_[later] == past.day) {
        city = past.city;
        result = past.result;
    } else {
        std::swap(city, past.city);
        std::swap(result, past.result);
        --kept_;
    }
    city.simulation = &simulation;
    settle_zones(simulation, which, city);
    return TakenUp{past.day, is_own};
}

void SharedPast::keep(const std::shared_ptr<const Simulation>& simulation, std::int32_t day,
                      const City& city, const CityResult& result) {
    if (kept_ == most_kept) return;
    if (kept_ == pasts_.size()) pasts_.push_back(std::make_unique<Past>());
    Past& past = *pasts_[kept_];
    past.simulation = simulation;
    past.day = day;
    past.city = city;
    past.result = result;
    ++kept_;
}

CityResult SharedPast::play(const std::shared_ptr<const Simulation>& simulation, std::uint64_t seed,
                            std::uint32_t replicate, std::size_t which, Executor& executor,
                            const PlayOptions& options) {
    if (options.diary != nullptr || options.ward_reports != WardReports::none)
        return simulation->play(seed, replicate, which, executor, options);
    const std::int32_t end = simulation->plan().days;
    return play_until(end, simulation, seed, replicate, which, executor, options);
}

CityResult SharedPast::play_until(std::int32_t until,
                                  const std::shared_ptr<const Simulation>& simulation,
                                  std::uint64_t seed, std::uint32_t replicate, std::size_t which,
                                  Executor& executor, const PlayOptions& options,
                                  Observed observed) {
    const UsualRounding usual;
    if (until == simulation->plan().days) observed = Observed::all;  // its state is hashed
    City own;
    City& city = options.city == nullptr ? own : *options.city;
    CityResult result;
    const RandomKey random_key{seed, replicate, name_hash(simulation->plan().cities[which].name)};
    const std::int32_t first = simulation->zones().of(which).calendar.first_day();
    const auto taken_up = take_up(*simulation, which, random_key, observed, city, result);
    if (!taken_up) {
        build_city(*simulation, which, random_key, executor, city);
        result.adults = city.adults;
    }
    result.days.reserve(static_cast<std::size_t>(std::max(simulation->plan().days, 0)));
    result.chain.reserve(result.days.capacity());
    std::int32_t day = taken_up ? taken_up->day : first;
    days_.shared += static_cast<std::uint64_t>(day - first);
    days_.played += static_cast<std::uint64_t>(std::max(until - day, 0));
    // A past is kept whole: one that is not all this play's own leads to none.
    std::vector<std::int32_t> days;
    if (!taken_up || taken_up->is_own) days = days_to_keep(day);
    ++next_;
    for (const std::int32_t parting : days) {
        if (parting > until) break;
        if (play_days(city, day, parting, executor, options, result)) return result;
        keep(simulation, parting, city, result);
        day = parting;
    }
    if (play_days(city, day, until, executor, options, result, observed)) return result;
    if (until == simulation->plan().days) close(city, executor, result);
    return result;
}

}  // namespace tumen
