#include "model/play.hpp"

#include <algorithm>

#include "base/rounding.hpp"
#include "model/day.hpp"
#include "model/playing.hpp"

namespace tumen {

namespace {

/// The day's exact observables, chained to the hash of the days before.
Hash chained(const Hash& before, std::int32_t day, const DayReport& report) {
    ByteForm form;
    form.add(before);
    form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(day)));
    for (const std::int64_t count : report.counts)
        form.add(static_cast<std::uint64_t>(count));
    for (const double quantity : report.quantities)
        form.add(quantity);
    return form.hash();
}

/// Of the days so far.
Hash chain_of(const CityResult& result) {
    return result.chain.empty() ? Hash{} : result.chain.back();
}

std::uint64_t flags_of(const Persons& persons, PersonPlace i) {
    std::uint64_t flags = 0;
    for (std::size_t f = 0; f < flag_count; ++f) {
        flags |= (persons.block_of(i).flags[f] >> (i & 63u) & 1u) << f;
    }
    // Whether somebody is still on the list of suspects is bookkeeping: their suspicion says it.
    // Who tells the outside belongs to what is observed, not to the city.
    return flags & ~(std::uint64_t{1} << static_cast<std::size_t>(Flag::suspect)) &
           ~(std::uint64_t{1} << static_cast<std::size_t>(Flag::source));
}

/// The final state in the order of ids, independent of places and buffers.
void add_state(const Ward& ward, ByteForm& form) {
    for (const WatchUnit& unit : ward.units) {
        form.add(unit.risk_excess);
        form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(unit.oath_day)));
    }
    form.add(ward.belief_left);
    for (const KinHome& kin : ward.kin) {
        form.add(static_cast<std::uint64_t>(kin.brokers[1]));
        form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(kin.transfer_day)));
        form.add(static_cast<std::uint64_t>(
            static_cast<std::int64_t>(ward.homes.contact_day[kin.home])));
    }
    const Persons& persons = ward.persons;
    for (const PersonPlace i : ward.by_id) {
        form.add(static_cast<std::uint64_t>(persons.identity[i].household) << 8 |
                 persons.identity[i].member);
        form.add(flags_of(persons, i));
        form.add(persons.risk_excess[i]);
        form.add(persons.suspicion_excess[i]);
        form.add(persons.watched[i]);
        form.add(ward.homes.savings_excess[persons.identity[i].home]);
        form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(persons.oath_day[i])));
        form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(persons.breach_day[i])));
        form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(persons.release_day[i])));
        form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(persons.arrest_day[i])));
        form.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(persons.decision_day[i])));
        form.add(static_cast<std::uint64_t>(persons.offers[i]));
        form.add(persons.belief_left[i]);
        form.add(ward.homes.goods[persons.identity[i].home]);
    }
}

Hash closed(const Hash& chain, const City& city, Executor& executor) {
    constexpr std::size_t a_task = 32;
    std::vector<ByteForm> forms((city.wards.size() + a_task - 1) / a_task + 1);
    forms[0].add(chain);
    forms[0].add(static_cast<std::uint64_t>(city.adults));
    executor.run(forms.size() - 1, [&](std::size_t task) {
        const std::size_t end = std::min((task + 1) * a_task, city.wards.size());
        for (std::size_t w = task * a_task; w < end; ++w)
            add_state(city.wards[WardId(w)], forms[task + 1]);
    });
    for (std::size_t task = 1; task < forms.size(); ++task)
        forms[0].add(forms[task]);
    return forms[0].hash();
}

Ward& ward_of_household(City& city, std::uint32_t household) {
    const auto after = std::upper_bound(
        city.wards.begin(), city.wards.end(), household,
        [](std::uint32_t h, const Ward& ward) { return h < ward.first_household; });
    return *(after - 1);
}

void keep_diary(City& city, Diary& diary) {
    if (diary.is_of_everybody()) {
        for (Ward& ward : city.wards)
            ward.diary = &diary;
    } else if (diary.household() < city.households) {
        ward_of_household(city, diary.household()).diary = &diary;
    }
}

}  // namespace

Simulation::Simulation(Plan plan) : plan_(std::move(plan)), zones_(plan_) {}

CityResult Simulation::play(std::uint64_t seed, std::uint32_t replicate, std::size_t which,
                            Executor& executor, const PlayOptions& options) const {
    const UsualRounding usual;
    const RandomKey random_key{seed, replicate, name_hash(plan_.cities[which].name)};
    City own;
    City& city = options.city == nullptr ? own : *options.city;
    build_city(*this, which, random_key, executor, city);
    if (options.diary != nullptr) keep_diary(city, *options.diary);
    CityResult result;
    result.adults = city.adults;
    result.days.reserve(static_cast<std::size_t>(std::max(plan_.days, 0)));
    const std::int32_t first = city.zone->calendar.first_day();
    if (play_days(city, first, plan_.days, executor, options, result)) return result;
    close(city, executor, result);
    return result;
}

bool play_days(City& city, std::int32_t from, std::int32_t to, Executor& executor,
               const PlayOptions& options, CityResult& result, Observed observed) {
    for (std::int32_t day = from; day < to; ++day) {
        if (options.stop != nullptr && (*options.stop)()) return true;
        const DayConditions& conditions = city.zone->calendar.on(day);
        play_day(city, conditions, executor, options.wards_a_task, observed);
        if (day < 0) continue;
        const Today now = today_in(city, conditions);
        const DayReport report = report_of(now, city);
        if (observed == Observed::all)
            result.chain.push_back(chained(chain_of(result), day, report));
        result.days.push_back(report);
        if (options.ward_reports == WardReports::daily) {
            auto& wards = result.wards.emplace_back();
            for (const Ward& ward : city.wards)
                wards.push_back(report_of(now, ward));
        }
    }
    return false;
}

void close(const City& city, Executor& executor, CityResult& result) {
    result.state_hash = closed(chain_of(result), city, executor);
}

Hash replicate_hash(std::span<const Hash> cities) {
    ByteForm form;
    for (const Hash& city : cities)
        form.add(city);
    return form.hash();
}

}  // namespace tumen
