#include <algorithm>

#include "base/draw_many.hpp"
#include "model/purposes.hpp"
#include "model/wide.hpp"
#include "model/world.hpp"

/// Builds a city: who lives where, with which role, and a place in the columns for everybody of
/// interest.
namespace tumen {

namespace {

/// The first household of each unit, and one past the last.
std::vector<std::uint32_t> fill_units(const PopulationParameters& p, const Luck& luck,
                                      std::uint32_t households) {
    const auto smallest = static_cast<std::uint32_t>(p.unit_households_min);
    const auto sizes = static_cast<std::uint32_t>(p.unit_households_max) - smallest + 1;
    std::vector<std::uint32_t> first;
    first.reserve(households / smallest + 2);
    RandomBlock block{};
    std::uint32_t filled = 0;
    while (filled < households) {
        const auto unit = static_cast<std::uint32_t>(first.size());
        if (unit % 4 == 0) block = draw(luck, {unit / 4, 0, purpose::unit_size});
        first.push_back(filled);
        filled += smallest + uniform_below(block.word[unit % 4], sizes);
    }
    first.push_back(households);
    return first;
}

/// Everybody has a place from the start where residents may hold phones or be suspected.
Answer everybody_matters(const PopulationParameters& p) {
    const bool holders = p.phone_share[index_of(Role::resident)] > 0;
    const bool suspects = p.suspicion_prior[index_of(Role::resident)] > 0;
    return holders || suspects ? Answer::yes : Answer::no;
}

std::uint32_t add_home(const City& city, Ward& ward, std::uint32_t household, Role role,
                       const RandomBlock& drawn) {
    const Game& game = *city.game;
    Homes& homes = ward.homes;
    const auto place = static_cast<std::uint32_t>(homes.size());
    homes.household.push_back(household);
    homes.first_person.push_back(nobody);
    homes.base_need.push_back(game.tables().need.quantile(uniform(drawn.word[0])));
    homes.savings_base.push_back(
        ordinary_savings(game.plan().parameters.population, role, uniform(drawn.word[1])));
    homes.savings_excess.push_back(0);
    homes.dawn_excess.push_back(0);
    homes.changed_day.push_back(never);
    homes.kin_weight.push_back(0);
    homes.trader_weight.push_back(role == Role::smuggler || role == Role::broker ? 1 : 0);
    return place;
}

std::uint32_t add_person(Ward& ward, std::uint32_t household, std::uint8_t member, Role role,
                         std::uint16_t unit, std::uint32_t home) {
    Persons& persons = ward.persons;
    const auto place = static_cast<std::uint32_t>(persons.size());
    if (place % 64 == 0) persons.blocks.emplace_back();
    persons.household.push_back(household);
    persons.member.push_back(member);
    persons.role.push_back(role);
    persons.unit.push_back(unit);
    persons.home.push_back(home);
    persons.aversion.push_back(1);
    persons.risk_excess.push_back(ward.units[unit].risk_excess);
    persons.suspicion_base.push_back(0);
    persons.suspicion_excess.push_back(0);
    persons.watched.push_back(0);
    persons.watched_clock.push_back(0);
    persons.oath_day.push_back(ward.units[unit].oath_day);
    persons.breach_day.push_back(never);
    persons.release_day.push_back(never);
    persons.raise(place, Flag::free);
    if (role == Role::family) persons.raise(place, Flag::family);
    if (role == Role::smuggler) persons.raise(place, Flag::smuggler);
    if (role == Role::broker) persons.raise(place, Flag::broker);
    if (member == 0) ward.homes.first_person[home] = place;
    ward.households[household - ward.first_household] |= known_mark;
    return place;
}

/// Makes room at once for the homes and persons a ward starts with; others come by events.
void reserve(Homes& homes, std::size_t count) {
    homes.household.reserve(count);
    homes.first_person.reserve(count);
    homes.base_need.reserve(count);
    homes.savings_base.reserve(count);
    homes.savings_excess.reserve(count);
    homes.dawn_excess.reserve(count);
    homes.changed_day.reserve(count);
    homes.kin_weight.reserve(count);
    homes.trader_weight.reserve(count);
}

void reserve(Persons& persons, std::size_t count) {
    persons.household.reserve(count);
    persons.member.reserve(count);
    persons.role.reserve(count);
    persons.unit.reserve(count);
    persons.home.reserve(count);
    persons.aversion.reserve(count);
    persons.risk_excess.reserve(count);
    persons.suspicion_base.reserve(count);
    persons.suspicion_excess.reserve(count);
    persons.watched.reserve(count);
    persons.watched_clock.reserve(count);
    persons.oath_day.reserve(count);
    persons.breach_day.reserve(count);
    persons.release_day.reserve(count);
    persons.blocks.reserve((count + 63) / 64);
}

/// Phone, old phone, aversion and suspicion as drawn.
void give_traits(const City& city, Ward& ward, std::uint32_t place, const RandomBlock& traits) {
    const Game& game = *city.game;
    const PopulationParameters& p = game.plan().parameters.population;
    Persons& persons = ward.persons;
    const Role role = persons.role[place];
    if (happens(traits.word[0], p.phone_share[index_of(role)])) {
        persons.raise(place, Flag::phone);
        persons.raise(place, Flag::ever_held);
        persons.raise(place, Flag::calling);
        if (happens(traits.word[1], p.old_phone_share[index_of(role)])) {
            persons.raise(place, Flag::old_phone);
        }
    }
    persons.aversion[place] = risk_aversion(p, uniform(traits.word[2]));
    const double suspicion = initial_suspicion(p, role, uniform(traits.word[3]));
    persons.suspicion_base[place] = suspicion;
    if (suspicion > game.tables().least_follow_threshold) persons.raise(place, Flag::suspect);
}

/// A household that has a place from the start.
struct Founder {
    std::uint32_t household;
    std::uint16_t unit;
    Role role;
    Answer kin;
};

/// Draws of the same kind for many at once, in order.
class ManyDraws {
  public:
    ManyDraws(const Luck& luck, std::size_t count) : luck_(luck) {
        entities_.reserve(count);
        what_.reserve(count);
    }
    void add(const DrawName& name) {
        entities_.push_back(name.entity);
        what_.push_back(described_by(name));
    }
    std::vector<RandomBlock> drawn() const {
        std::vector<RandomBlock> blocks(entities_.size());
        draw_many(luck_, entities_.data(), what_.data(), blocks.size(), blocks.data());
        return blocks;
    }

  private:
    const Luck& luck_;
    std::vector<std::uint32_t> entities_;
    std::vector<std::uint32_t> what_;
};

std::uint8_t founding_adults(const Ward& ward, std::uint32_t household, Answer everybody) {
    const std::uint8_t mark = ward.households[household - ward.first_household];
    return everybody == Answer::yes ? mark & adults_mask : std::uint8_t{1};
}

/// The people of interest of a new ward: first adults of founding households, or all adults.
void people_ward(const City& city, Ward& ward, const std::vector<Founder>& founders,
                 Answer everybody) {
    ManyDraws homes(city.luck, founders.size());
    ManyDraws traits(city.luck, founders.size());
    for (const Founder& founder : founders) {
        homes.add({founder.household, 0, purpose::home});
        const std::uint8_t adults = founding_adults(ward, founder.household, everybody);
        for (std::uint8_t member = 0; member < adults; ++member) {
            traits.add({founder.household, 0, purpose::traits, purpose::of_member(member)});
        }
    }
    const std::vector<RandomBlock> of_home = homes.drawn();
    const std::vector<RandomBlock> of_person = traits.drawn();
    reserve(ward.homes, of_home.size());
    reserve(ward.persons, of_person.size());
    std::size_t next = 0;
    for (std::size_t n = 0; n < founders.size(); ++n) {
        const Founder& founder = founders[n];
        const std::uint32_t home =
            add_home(city, ward, founder.household, founder.role, of_home[n]);
        const std::uint8_t adults = founding_adults(ward, founder.household, everybody);
        for (std::uint8_t member = 0; member < adults; ++member) {
            const Role own = member == 0 ? founder.role : Role::resident;
            const std::uint32_t place =
                add_person(ward, founder.household, member, own, founder.unit, home);
            give_traits(city, ward, place, of_person[next++]);
        }
        if (founder.kin == Answer::no) continue;
        ward.homes.kin_weight[home] = 1;
        // Which of the brokers is settled once their number is known; until then the drawn words
        // wait.
        ward.kin.push_back({home, {of_home[n].word[2], of_home[n].word[3]}});
    }
}

/// What the households of a ward drew, a few at a time: how many adults each has, and which of
/// them matter.
class HouseholdDraws {
  public:
    static constexpr std::uint32_t at_once = households_at_once;

    HouseholdDraws(const City& city, std::uint32_t first, std::uint32_t count) : count_(count) {
        std::array<std::uint32_t, at_once> entities;
        std::array<std::uint32_t, at_once> what;
        what.fill(described_by({0, 0, purpose::household}));
        for (std::uint32_t i = 0; i < count; ++i)
            entities[i] = first + i;
        draw_many(city.luck, entities.data(), what.data(), count, drawn_.data());
    }
    std::uint32_t role_word(std::uint32_t i) const { return drawn_[i].word[1]; }
    std::uint32_t kin_word(std::uint32_t i) const { return drawn_[i].word[2]; }
    void count_adults(const BinomialTable& more_adults, std::uint8_t* adults) const {
        adults_of(drawn_.data(), count_, more_adults, adults);
    }

  private:
    std::uint32_t count_;
    std::array<RandomBlock, at_once> drawn_;
};

std::vector<Founder> draw_households(const City& city, Ward& ward, Answer everybody) {
    const Tables& tables = city.game->tables();
    std::vector<Founder> founders;
    const auto count = static_cast<std::uint32_t>(ward.households.size());
    for (std::uint32_t at = 0; at < count; at += HouseholdDraws::at_once) {
        const std::uint32_t some = std::min(HouseholdDraws::at_once, count - at);
        const HouseholdDraws drawn(city, ward.first_household + at, some);
        drawn.count_adults(tables.more_adults, ward.households.data() + at);
        for (std::uint32_t i = 0; i < some; ++i) {
            const bool trader = drawn.role_word(i) < tables.trader_below;
            const bool kin = drawn.kin_word(i) < tables.kin_below;
            if (!trader && !kin && everybody == Answer::no) continue;
            const bool broker = drawn.role_word(i) < tables.broker_below;
            Role role = kin ? Role::family : Role::resident;
            if (trader) role = broker ? Role::broker : Role::smuggler;
            founders.push_back(
                {ward.first_household + at + i, 0, role, kin ? Answer::yes : Answer::no});
        }
    }
    return founders;
}

/// Counts the units' adults and tells founding households their unit.
void settle_units(Ward& ward, const std::vector<std::uint32_t>& first_of_unit,
                  std::uint32_t first_unit, std::vector<Founder>& founders) {
    std::size_t next = 0;
    for (std::uint32_t u = 0; u < ward.units.size(); ++u) {
        WatchUnit& unit = ward.units[u];
        unit.first_household = first_of_unit[first_unit + u];
        const std::uint32_t end = first_of_unit[first_unit + u + 1];
        unit.households = end - unit.first_household;
        unit.first_adult = ward.adults;
        const std::uint8_t* adults =
            ward.households.data() + (unit.first_household - ward.first_household);
        for (std::uint32_t h = 0; h < unit.households; ++h)
            unit.adults += adults[h];
        ward.adults += unit.adults;
        for (; next < founders.size() && founders[next].household < end; ++next) {
            founders[next].unit = static_cast<std::uint16_t>(u);
        }
    }
}

void build_ward(const City& city, Ward& ward, const std::vector<std::uint32_t>& first_of_unit,
                std::uint32_t first_unit, std::uint32_t units) {
    const PopulationParameters& p = city.game->plan().parameters.population;
    const Answer everybody = everybody_matters(p);
    ward.first_household = first_of_unit[first_unit];
    ward.households.resize(first_of_unit[first_unit + units] - ward.first_household);
    ward.units.resize(units);
    std::vector<Founder> founders = draw_households(city, ward, everybody);
    settle_units(ward, first_of_unit, first_unit, founders);
    people_ward(city, ward, founders, everybody);
    ward.by_id.resize(ward.persons.size());
    for (std::uint32_t i = 0; i < ward.by_id.size(); ++i)
        ward.by_id[i] = i;
    ward.homes_observed = ward.homes.size();
    ward.kin_homes = static_cast<double>(ward.kin.size());
    for (const double weight : ward.homes.trader_weight)
        ward.trader_homes += weight;
    for (const Role role : ward.persons.role)
        ward.people_with_role += role != Role::resident;
    ward.requests.resize((ward.kin.size() + 63) / 64);
}

void settle_brokers(City& city) {
    for (std::uint32_t w = 0; w < city.wards.size(); ++w) {
        Ward& ward = city.wards[w];
        ward.first_adult = city.adults;
        city.adults += ward.adults;
        for (std::uint32_t i = 0; i < ward.persons.size(); ++i) {
            if (ward.persons.role[i] == Role::broker) city.brokers.push_back({w, i});
        }
    }
    const auto brokers = static_cast<std::uint32_t>(city.brokers.size());
    for (Ward& ward : city.wards) {
        for (KinHome& kin : ward.kin) {
            for (std::uint32_t& known : kin.brokers) {
                known = brokers > 0 ? uniform_below(known, brokers) : nobody;
            }
        }
    }
}

}  // namespace

City build_city(const Game& game, std::size_t which, const Luck& luck, Executor& executor) {
    PopulationParameters p = game.plan().parameters.population;
    p.residents = game.plan().cities[which].residents;
    City city;
    city.game = &game;
    city.luck = luck;
    city.households = household_count(p);
    const std::vector<std::uint32_t> first_of_unit = fill_units(p, luck, city.households);
    const auto units = static_cast<std::uint32_t>(first_of_unit.size() - 1);
    const auto a_ward = static_cast<std::uint32_t>(p.ward_units);
    city.wards.resize((units + a_ward - 1) / a_ward);
    executor.run(city.wards.size(), [&](std::size_t w) {
        const auto first = static_cast<std::uint32_t>(w) * a_ward;
        city.wards[w].ordinal = static_cast<std::uint32_t>(w);
        build_ward(city, city.wards[w], first_of_unit, first, std::min(a_ward, units - first));
    });
    settle_brokers(city);
    city.calling_brokers.reserve(city.brokers.size());
    return city;
}

std::uint32_t home_of(const City& city, Ward& ward, std::uint32_t household, Role role) {
    for (std::uint8_t member = 0; member <= more_adults_max; ++member) {
        const std::uint32_t place = find_place(ward, household, member);
        if (place != nobody) return ward.persons.home[place];
    }
    return add_home(city, ward, household, role, draw(city.luck, {household, 0, purpose::home}));
}

std::uint32_t place_of(const City& city, Ward& ward, const DayConditions& day,
                       std::uint32_t household, std::uint8_t member) {
    const std::uint32_t known = find_place(ward, household, member);
    if (known != nobody) return known;
    const std::uint16_t unit = unit_of(ward, household);
    const std::uint32_t home = home_of(city, ward, household, Role::resident);
    const std::uint32_t place = add_person(ward, household, member, Role::resident, unit, home);
    Persons& persons = ward.persons;
    persons.watched_clock[place] = day.watched_clock;
    persons.aversion[place] = risk_aversion(
        city.game->plan().parameters.population,
        uniform(
            draw(city.luck, {household, 0, purpose::traits, purpose::of_member(member)}).word[2]));
    if (ward.units[unit].oath_day != never) {
        persons.raise(place, Flag::signed_oath);
        --ward.signed_unseen;
    }
    const auto before = [&](std::uint32_t one, std::uint32_t other) {
        return persons.household[one] != persons.household[other]
                   ? persons.household[one] < persons.household[other]
                   : persons.member[one] < persons.member[other];
    };
    ward.by_id.insert(std::lower_bound(ward.by_id.begin(), ward.by_id.end(), place, before), place);
    return place;
}

}  // namespace tumen
