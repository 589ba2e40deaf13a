#include "model/play.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "base/rounding.hpp"
#include "model/day.hpp"
#include "model/lanes/wide.hpp"
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

/// The words of a ByteForm, written into room that is there: so many are not added one by one.
class StateWriter {
  public:
    explicit StateWriter(std::uint64_t* room) : at_(room) {}
    void add(std::uint64_t value) { *at_++ = word_of(value); }
    void add(double value) { *at_++ = word_of(value); }
    void add(std::uint32_t value) { add(std::uint64_t{value}); }
    void add(std::int32_t value) {
        add(static_cast<std::uint64_t>(static_cast<std::int64_t>(value)));
    }

  private:
    std::uint64_t* at_;
};

constexpr std::size_t words_a_unit = 2;
constexpr std::size_t words_a_kin_home = 3;
constexpr std::size_t words_a_person = 14;

std::size_t words_of_state(const Ward& ward) {
    return words_a_unit * ward.units.size() + 1 + words_a_kin_home * ward.kin.size() +
           words_a_person * ward.by_id.size();
}

/// The final state in the order of ids, independent of places and buffers.
void write_state(const Ward& ward, std::vector<std::uint32_t>& flags, StateWriter form) {
    for (const WatchUnit& unit : ward.units) {
        form.add(unit.risk_excess);
        form.add(unit.oath_day);
    }
    form.add(ward.belief_left);
    for (const KinHome& kin : ward.kin) {
        form.add(std::uint32_t{kin.brokers[1]});
        form.add(kin.transfer_day);
        form.add(ward.homes.entries[kin.home].contact_day);
    }
    const Persons& persons = ward.persons;
    flags.resize(64 * persons.blocks.size());
    for (std::size_t b = 0; b < persons.blocks.size(); ++b)
        flags_of_people(persons.blocks[b].flags, std::span(flags).subspan(64 * b).first<64>());
    // Whether somebody is still on the list of suspects is bookkeeping: their suspicion says it.
    // Who tells the outside belongs to what is observed, not to the city.
    constexpr std::uint32_t hashed = ~(std::uint32_t{1} << static_cast<unsigned>(Flag::suspect)) &
                                     ~(std::uint32_t{1} << static_cast<unsigned>(Flag::source));
    for (const PersonPlace i : ward.by_id) {
        const Identity& who = persons.identity[i];
        form.add(std::uint64_t{who.household} << 8 | who.member);
        form.add(flags[i] & hashed);
        form.add(persons.risk_excess[i]);
        form.add(persons.suspicion_excess[i]);
        form.add(persons.watched[i]);
        form.add(ward.homes.savings_excess[who.home]);
        form.add(persons.oath_day[i]);
        form.add(persons.breach_day[i]);
        form.add(persons.release_day[i]);
        form.add(persons.arrest_day[i]);
        form.add(persons.decision_day[i]);
        form.add(persons.offers[i]);
        form.add(persons.belief_left[i]);
        form.add(ward.homes.goods[who.home]);
    }
}

Hash closed(const Hash& chain, const City& city, Executor& executor) {
    constexpr std::size_t a_task = 32;
    constexpr std::size_t words_of_city = 3;
    std::vector<std::size_t> before{words_of_city};
    for (const Ward& ward : city.wards)
        before.push_back(before.back() + words_of_state(ward));
    std::vector<std::uint64_t> words(before.back());
    StateWriter first(words.data());
    first.add(chain.low);
    first.add(chain.high);
    first.add(city.adults);
    executor.run((city.wards.size() + a_task - 1) / a_task, [&](std::size_t task) {
        std::vector<std::uint32_t> flags;
        const std::size_t end = std::min((task + 1) * a_task, city.wards.size());
        for (std::size_t w = task * a_task; w < end; ++w) {
            write_state(city.wards[WardId(w)], flags, StateWriter(words.data() + before[w]));
        }
    });
    return hash_of(std::span(reinterpret_cast<const std::uint8_t*>(words.data()),
                             words.size() * sizeof words.front()));
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
