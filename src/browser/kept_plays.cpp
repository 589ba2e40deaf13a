#include "browser/kept_plays.hpp"

#include <algorithm>
#include <utility>

#include "model/state/world.hpp"

namespace tumen::browser {

namespace {

/// What a kept play takes in a module of 32 bits, by what its memory grows by in cities of 2,000 to
/// 192,680 residents with 4 to 15 % of homes with a phone: two calendars and two series of reports;
/// a mark for every household and unit; the state of people of interest and of their homes.
constexpr double bytes_a_play = 300e3;
constexpr double bytes_an_adult = 1;
constexpr double bytes_a_person = 230;

double bytes_of(const City& city) {
    double people = 0;
    for (const Ward& ward : city.wards)
        people += static_cast<double>(ward.persons.size());
    return bytes_a_play + bytes_an_adult * city.adults + bytes_a_person * people;
}

/// The morning on which the city without the campaign goes its own way.
std::int32_t parting_of(const Simulation& campaign, const Simulation* calm) {
    return calm == nullptr ? 0 : parting_day(campaign, *calm, 0).value_or(0);
}

}  // namespace

/// Whether the city that is kept is also that of another campaign's morning.
bool KeptPlay::still_holds(const Simulation& campaign, std::int32_t parting,
                           Observed observed) const {
    if (first_ == nullptr || morning_ > parting) return false;
    const auto day = parting_day(*first_, campaign, 0, observed);
    return day && *day >= morning_;
}

bool KeptPlay::has_past(const Simulation& campaign, const Simulation* calm,
                        Observed observed) const {
    return still_holds(campaign, parting_of(campaign, calm), observed);
}

/// Whether the days of the city without the campaign that are kept are those asked for, and as
/// many.
bool KeptPlay::knows(const Simulation& calm, std::int32_t until, Observed observed) const {
    if (calm_ == nullptr || calm_->plan().days != calm.plan().days || calm_until_ < until)
        return false;
    if (observed == Observed::all && calm_observed_ != Observed::all) return false;
    return parting_day(*calm_, calm, 0, observed) >= until;
}

KeptPlay::Outcome KeptPlay::play(const std::shared_ptr<const Simulation>& campaign,
                                 const std::shared_ptr<const Simulation>& calm, std::uint64_t seed,
                                 std::uint32_t replicate, std::int32_t until, Observed observed,
                                 City& memory) {
    SerialExecutor executor;
    PlayOptions options;
    options.city = &memory;
    const std::int32_t parting = parting_of(*campaign, calm.get());
    const bool holds = still_holds(*campaign, parting, observed);
    const bool calm_too = calm != nullptr && !knows(*calm, until, observed);
    if (!holds) {
        first_ = campaign;
        morning_ = parting;
    }
    std::vector<std::int32_t> partings = {morning_};  // once more, so that it stays
    if (calm_too) partings.insert(partings.begin(), parting);
    if (holds) {
        past_.go_on(std::move(partings));
    } else {
        past_.begin(std::move(partings));
    }
    const std::uint64_t played = past_.days().played;
    Outcome outcome;
    outcome.campaign =
        past_.play_until(until, campaign, seed, replicate, 0, executor, options, observed);
    if (calm_too) {
        CityResult beside =
            past_.play_until(until, calm, seed, replicate, 0, executor, options, observed);
        beside_ = beside;
        calm_ = calm;
        calm_until_ = until;
        calm_observed_ = observed;
        outcome.beside = std::move(beside);
    } else if (calm != nullptr) {
        outcome.beside = beside_;
    }
    outcome.days_played = past_.days().played - played;
    return outcome;
}

KeptPlay* KeptPlays::find(std::uint64_t seed, std::uint32_t replicate) {
    const auto known = plays_.find(replicate);
    return seed != seed_ || known == plays_.end() ? nullptr : &known->second.play;
}

KeptPlay* KeptPlays::of(std::uint64_t seed, std::uint32_t replicate) {
    if (seed != seed_) {
        plays_.clear();
        bytes_ = 0;
        seed_ = seed;
    }
    if (const auto known = plays_.find(replicate); known != plays_.end())
        return &known->second.play;
    return bytes_ + bytes_a_play > most_ ? nullptr : &plays_[replicate].play;
}

void KeptPlays::weigh(std::uint32_t replicate, const City& played) {
    const auto known = plays_.find(replicate);
    if (known == plays_.end()) return;
    const double bytes = bytes_of(played);
    bytes_ += bytes - known->second.bytes;
    known->second.bytes = bytes;
    if (bytes_ <= most_) return;
    bytes_ -= bytes;
    plays_.erase(known);
}

}  // namespace tumen::browser
