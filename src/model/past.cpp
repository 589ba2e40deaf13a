#include "model/past.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include "base/rounding.hpp"
#include "model/parameter_table.hpp"
#include "model/playing.hpp"
#include "rules/acquisition.hpp"
#include "rules/calling.hpp"
#include "rules/contact.hpp"
#include "rules/drift.hpp"
#include "rules/following.hpp"
#include "rules/hand_in.hpp"
#include "rules/news.hpp"
#include "rules/noticing.hpp"
#include "rules/oath.hpp"
#include "rules/population.hpp"
#include "rules/punishment.hpp"
#include "rules/remittance.hpp"
#include "rules/reporting.hpp"
#include "rules/threat.hpp"

namespace tumen {

namespace {

/// Pasts that are kept at the same time; who finds none plays from an earlier one.
constexpr std::size_t most_kept = 4;

bool same_bits(double one, double other) {
    return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other);
}

/// The numbers that are not read always, as their rules say; a rule that is new does not compile
/// until it says so.
std::vector<std::pair<const double*, Read>> numbers_on_some_days(const Parameters& p) {
    const auto& [population, threat, drift, contact, acquisition, remittance, calling, noticing,
                 reporting, following, hand_in, oath, punishment, news] = p;
    std::vector<std::pair<const double*, Read>> numbers;
    const auto add = [&]<class OfRule>(const OfRule& rule) {
        for (const NumberRead<OfRule>& one : days_read<OfRule>.on_some_days)
            numbers.emplace_back(&(rule.*one.number), one.on);
    };
    const auto add_all = [&](const auto&... rules) { (add(rules), ...); };
    add_all(population, threat, drift, contact, acquisition, remittance, calling, noticing,
            reporting, following, hand_in, oath, punishment, news);
    return numbers;
}

/// Of every number, in the order of the table.
const std::vector<Read>& readings() {
    static const std::vector<Read> all = [] {
        Parameters p{};
        const auto on_some_days = numbers_on_some_days(p);
        std::vector<Read> made;
        for (const ParameterRef ref : parameter_refs()) {
            const double* number = &row_of(ref).member(p, ref.index);
            Read& read = made.emplace_back(Read::always);
            for (const auto& [one, on] : on_some_days) {
                if (one == number) read = on;
            }
        }
        return made;
    }();
    return all;
}

/// What of a day says which numbers it reads.
struct Reading {
    bool oath_visits = false;
    bool central_team = false;
    bool belief = false;
    bool operator==(const Reading&) const = default;

    bool reads(Read number) const {
        switch (number) {
            case Read::always:
                return true;
            case Read::on_oath_visits:
                return oath_visits;
            case Read::with_a_central_team:
                return central_team;
            case Read::where_promised:
                return belief;
        }
        return true;
    }
};

/// Who sees more than counts sees the mean of what is believed, on every day.
Reading reading_on(const DayConditions& day, Observed observed) {
    return {day.oath_drive, day.central_team, observed == Observed::all || day.hand_in_drive};
}

bool same(const Parameters& one, const Parameters& other, const Reading& reading) {
    const auto& refs = parameter_refs();
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (reading.reads(readings()[i]) && !same_bits(get(one, refs[i]), get(other, refs[i])))
            return false;
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

std::int32_t parting_day(const Calendar& one, const Calendar& other, std::int32_t end,
                         Observed observed) {
    std::optional<std::pair<std::uint32_t, Reading>> compared;
    for (std::int32_t day = one.first_day(); day < end; ++day) {
        if (all_of(one.on(day)) != all_of(other.on(day))) return day;
        const std::pair today = {one.on(day).segment, reading_on(one.on(day), observed)};
        if (compared == today) continue;
        compared = today;
        if (!same(one.parameters_on(day), other.parameters_on(day), today.second)) return day;
    }
    return end;
}

/// A zone is the same as built if its parameters are, and what its tables say of all days.
bool built_alike(const Zone& one, const Zone& other, Observed observed) {
    return one.calendar.first_day() == other.calendar.first_day() &&
           same_bits(one.tables.least_follow_threshold, other.tables.least_follow_threshold) &&
           same_bits(one.tables.most_reputation_weight, other.tables.most_reputation_weight) &&
           same(one.parameters, other.parameters, reading_on({}, observed));
}

bool same(const RandomKey& one, const RandomKey& other) {
    return one.seed == other.seed && one.replicate == other.replicate && one.city == other.city;
}

bool built_alike(const CityPlan& one, const CityPlan& other) {
    return one.name == other.name && same_bits(one.residents, other.residents);
}

/// The zones of the city in both simulations, in pairs; nothing where its wards are grouped
/// otherwise.
std::optional<std::vector<std::pair<const Zone*, const Zone*>>> zones_in_pairs(const Zones& one,
                                                                               const Zones& other,
                                                                               std::size_t city) {
    const auto groups = one.groups_of(city);
    const auto others = other.groups_of(city);
    const auto alike = [](const GroupInCity& a, const GroupInCity& b) {
        return same_bits(a.share, b.share);
    };
    if (!std::equal(groups.begin(), groups.end(), others.begin(), others.end(), alike))
        return std::nullopt;
    std::vector<std::pair<const Zone*, const Zone*>> pairs = {{&one.of(city), &other.of(city)}};
    for (std::size_t g = 0; g < groups.size(); ++g)
        pairs.emplace_back(&one.at(groups[g].zone), &other.at(others[g].zone));
    return pairs;
}

}  // namespace

std::vector<ParameterRef> read_on_some_days() {
    std::vector<ParameterRef> some;
    for (std::size_t i = 0; i < readings().size(); ++i) {
        if (readings()[i] != Read::always) some.push_back(parameter_refs()[i]);
    }
    return some;
}

std::optional<std::int32_t> parting_day(const Simulation& one, const Simulation& other,
                                        std::size_t city, Observed observed) {
    if (&one == &other) return one.plan().days;
    if (one.plan().rules != other.plan().rules ||
        !built_alike(one.plan().cities[city], other.plan().cities[city]))
        return std::nullopt;
    const auto zones = zones_in_pairs(one.zones(), other.zones(), city);
    if (!zones) return std::nullopt;
    std::int32_t day = std::min(one.plan().days, other.plan().days);
    for (const auto& [mine, theirs] : *zones) {
        if (!built_alike(*mine, *theirs, observed)) return std::nullopt;
        day = parting_day(mine->calendar, theirs->calendar, day, observed);
    }
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

CityResult SharedPast::play(std::shared_ptr<const Simulation> simulation, std::uint64_t seed,
                            std::uint32_t replicate, std::size_t which, Executor& executor,
                            const PlayOptions& options) {
    if (options.diary != nullptr || options.ward_reports != WardReports::none)
        return simulation->play(seed, replicate, which, executor, options);
    const std::int32_t end = simulation->plan().days;
    return play_until(end, std::move(simulation), seed, replicate, which, executor, options);
}

CityResult SharedPast::play_until(std::int32_t until, std::shared_ptr<const Simulation> simulation,
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
