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

/// Makes room for homes up to `count`, all as homes are before anything is known of them.
void grow(Homes& homes, std::size_t count) {
    homes.household.resize(count);
    homes.first_person.resize(count, nobody);
    homes.dawn_excess.resize(count);
    homes.changed_day.resize(count, never);
    for (std::vector<double>* column : homes.padded_columns())
        column->resize(std::max(column->size(), padded(count)));
}

/// ... for persons up to `count`.
void grow(Persons& persons, std::size_t count) {
    persons.blocks.resize((count + 63) / 64);
    persons.household.resize(count);
    persons.member.resize(count);
    persons.role.resize(count);
    persons.unit.resize(count);
    persons.home.resize(count);
    persons.aversion.resize(count, 1);
    persons.risk_excess.resize(count);
    persons.suspicion_base.resize(count);
    persons.suspicion_excess.resize(count);
    persons.watched.resize(count);
    persons.watched_clock.resize(count);
    persons.oath_day.resize(count, never);
    persons.breach_day.resize(count, never);
    persons.release_day.resize(count, never);
}

/// Who somebody is, at a place made by grow(): as everybody of the unit, in the role's colours.
void settle(Ward& ward, std::uint32_t place, AdultId adult, Role role, std::uint16_t unit,
            std::uint32_t home) {
    Persons& persons = ward.persons;
    persons.household[place] = adult.household;
    persons.member[place] = adult.member;
    persons.role[place] = role;
    persons.unit[place] = unit;
    persons.home[place] = home;
    persons.risk_excess[place] = ward.units[unit].risk_excess;
    persons.oath_day[place] = ward.units[unit].oath_day;
    persons.raise(place, Flag::free);
    if (role == Role::family) persons.raise(place, Flag::family);
    if (role == Role::smuggler) persons.raise(place, Flag::smuggler);
    if (role == Role::broker) persons.raise(place, Flag::broker);
    if (adult.member == 0) ward.homes.first_person[home] = place;
    ward.households[adult.household - ward.first_household] |= known_mark;
}

/// Phone, old phone and suspicion as drawn.
void give_traits(const City& city, Ward& ward, std::uint32_t place, const RandomBlock& traits) {
    const PopulationParameters& p = city.game->plan().parameters.population;
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
    const double suspicion = initial_suspicion(p, role, uniform(traits.word[3]));
    persons.suspicion_base[place] = suspicion;
    if (suspicion > city.game->tables().least_follow_threshold) persons.raise(place, Flag::suspect);
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

/// The homes of founding households; with kin abroad, also on the list of those who may ask.
void add_homes(const City& city, Ward& ward, const std::vector<Founder>& founders) {
    ManyDraws draws(city.luck, founders.size());
    for (const Founder& founder : founders)
        draws.add({founder.household, 0, purpose::home});
    const std::vector<RandomBlock> drawn = draws.drawn();
    Homes& homes = ward.homes;
    grow(homes, founders.size());
    const Game& game = *city.game;
    const PopulationParameters& p = game.plan().parameters.population;
    median_savings(p, drawn.data(), drawn.size(), homes.savings_base.data());
    for (std::uint32_t n = 0; n < founders.size(); ++n) {
        const Founder& founder = founders[n];
        homes.household[n] = founder.household;
        homes.base_need[n] = game.tables().need.quantile(uniform(drawn[n].word[0]));
        homes.savings_base[n] *= p.savings_factor[index_of(founder.role)];
        const bool trader = founder.role == Role::smuggler || founder.role == Role::broker;
        homes.trader_weight[n] = trader ? 1 : 0;
        if (founder.kin == Answer::no) continue;
        homes.kin_weight[n] = 1;
        // Which of the brokers is settled once their number is known; until then the drawn words
        // wait.
        ward.kin.push_back({n, {drawn[n].word[2], drawn[n].word[3]}});
    }
}

/// The people of interest of a new ward: first adults of founding households, or all adults.
void people_ward(const City& city, Ward& ward, const std::vector<Founder>& founders,
                 Answer everybody) {
    add_homes(city, ward, founders);
    ManyDraws draws(city.luck, founders.size());
    for (const Founder& founder : founders) {
        const std::uint8_t adults = founding_adults(ward, founder.household, everybody);
        for (std::uint8_t member = 0; member < adults; ++member) {
            draws.add({founder.household, 0, purpose::traits, purpose::of_member(member)});
        }
    }
    const std::vector<RandomBlock> drawn = draws.drawn();
    grow(ward.persons, drawn.size());
    risk_aversions(city.game->plan().parameters.population, drawn.data(), drawn.size(),
                   ward.persons.aversion.data());
    std::uint32_t place = 0;
    for (std::uint32_t home = 0; home < founders.size(); ++home) {
        const Founder& founder = founders[home];
        const std::uint8_t adults = founding_adults(ward, founder.household, everybody);
        for (std::uint8_t member = 0; member < adults; ++member, ++place) {
            const Role role = member == 0 ? founder.role : Role::resident;
            settle(ward, place, {founder.household, member}, role, founder.unit, home);
            give_traits(city, ward, place, drawn[place]);
        }
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
    /// Those with kin abroad or a trader, one bit each.
    std::uint64_t of_interest(const Tables& tables) const {
        return either_below(drawn_.data(), count_, tables.trader_below, tables.kin_below);
    }
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
        const std::uint64_t founding =
            everybody == Answer::yes ? ~std::uint64_t{0} >> (64 - some) : drawn.of_interest(tables);
        for_each_bit(founding, 0, [&](std::size_t h) {
            const auto i = static_cast<std::uint32_t>(h);
            const bool kin = drawn.kin_word(i) < tables.kin_below;
            const bool trader = drawn.role_word(i) < tables.trader_below;
            const bool broker = drawn.role_word(i) < tables.broker_below;
            Role role = kin ? Role::family : Role::resident;
            if (trader) role = broker ? Role::broker : Role::smuggler;
            founders.push_back(
                {ward.first_household + at + i, 0, role, kin ? Answer::yes : Answer::no});
        });
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
        std::uint32_t sum = 0;  // (apart: a byte may be a byte of anything)
        for (std::uint32_t h = 0; h < unit.households; ++h)
            sum += adults[h];
        unit.adults = sum;
        ward.adults += sum;
        for (; next < founders.size() && founders[next].household < end; ++next) {
            founders[next].unit = static_cast<std::uint16_t>(u);
        }
    }
}

/// Residents stand between the others where they have a place from the start.
Answer roles_first(const Persons& persons, double with_role) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(with_role); ++i) {
        if (persons.role[i] == Role::resident) return Answer::no;
    }
    return Answer::yes;
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
    ward.roles_come_first = roles_first(ward.persons, ward.people_with_role);
    ward.requests.resize((ward.kin.size() + 63) / 64);
}

void settle_brokers(City& city) {
    for (std::uint32_t w = 0; w < city.wards.size(); ++w) {
        Ward& ward = city.wards[w];
        ward.first_adult = city.adults;
        city.adults += ward.adults;
        ward.first_broker = static_cast<std::uint32_t>(city.brokers.size());
        for (std::uint32_t i = 0; i < ward.persons.size(); ++i) {
            if (ward.persons.role[i] == Role::broker) city.brokers.push_back({w, i});
        }
        ward.brokers = static_cast<std::uint32_t>(city.brokers.size()) - ward.first_broker;
    }
    city.brokers_today.resize(city.brokers.size());
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

namespace {

/// A home that becomes of interest by an event, without weight in what is observed.
std::uint32_t add_home(const City& city, Ward& ward, std::uint32_t household) {
    const RandomBlock drawn = draw(city.luck, {household, 0, purpose::home});
    const auto place = static_cast<std::uint32_t>(ward.homes.size());
    grow(ward.homes, place + 1);
    ward.homes.household[place] = household;
    ward.homes.base_need[place] = city.game->tables().need.quantile(uniform(drawn.word[0]));
    ward.homes.savings_base[place] = ordinary_savings(city.game->plan().parameters.population,
                                                      Role::resident, uniform(drawn.word[1]));
    return place;
}

std::uint32_t home_of(const City& city, Ward& ward, std::uint32_t household) {
    for (std::uint8_t member = 0; member <= more_adults_max; ++member) {
        const std::uint32_t place = find_place(ward, household, member);
        if (place != nobody) return ward.persons.home[place];
    }
    return add_home(city, ward, household);
}

}  // namespace

std::uint32_t place_of(const City& city, Ward& ward, const DayConditions& day,
                       std::uint32_t household, std::uint8_t member) {
    const std::uint32_t known = find_place(ward, household, member);
    if (known != nobody) return known;
    const std::uint16_t unit = unit_of(ward, household);
    const std::uint32_t home = home_of(city, ward, household);
    const auto place = static_cast<std::uint32_t>(ward.persons.size());
    grow(ward.persons, place + 1);
    settle(ward, place, {household, member}, Role::resident, unit, home);
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
