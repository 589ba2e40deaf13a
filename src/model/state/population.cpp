#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "model/lanes/draws_at_once.hpp"
#include "model/lanes/wide.hpp"
#include "model/playing.hpp"
#include "model/purposes.hpp"
#include "model/state/columns.hpp"
#include "model/state/households.hpp"
#include "model/state/large_pages.hpp"
#include "rules/drift.hpp"
#include "rules/population.hpp"

/// Builds a city: who lives where, with which role, and a place in the columns for everybody of
/// interest.
namespace tumen {

namespace {

/// The first household of each unit, and one past the last.
std::vector<std::uint32_t> fill_units(const PopulationParameters& p, const RandomKey& random_key,
                                      std::uint32_t households) {
    const auto smallest = static_cast<std::uint32_t>(p.unit_households_min);
    const auto sizes = static_cast<std::uint32_t>(p.unit_households_max) - smallest + 1;
    std::vector<std::uint32_t> first;
    first.reserve(households / smallest + 2);
    ColumnDraws draws(random_key);
    std::uint32_t filled = 0;
    for (std::uint32_t block = 0; filled < households; block += columns_length) {
        for (std::uint32_t i = 0; i < columns_length; ++i)
            draws.add({block + i, 0, purpose::unit_size});
        const std::array<WordColumn, 4>& drawn = draws.drawn();
        for (std::size_t n = 0; n < 4 * columns_length && filled < households; ++n) {
            first.push_back(filled);
            filled += smallest + uniform_below(drawn[n % 4][n / 4], sizes);
        }
    }
    first.push_back(households);
    return first;
}

Founding founding_of(const PopulationParameters& p) {
    const bool holders = p.phone_share[index_of(Role::resident)] > 0;
    const bool suspected = p.suspicion_prior[index_of(Role::resident)] > 0;
    return holders || suspected ? Founding::residents_too : Founding::with_role;
}

/// The homes of founding households; with kin abroad, also on the list of those who may ask.
void add_homes(const City& city, Ward& ward, std::span<const Founder> founders) {
    const Zone& zone = *ward.zone;
    const PopulationParameters& p = zone.parameters.population;
    Homes& homes = ward.homes;
    grow(homes, founders.size());
    ward.kin.resize(founders.size());
    KinPlace kin;
    ColumnDraws draws(city.random_key);
    for (std::size_t first = 0; first < founders.size(); first += columns_length) {
        const std::size_t some = std::min(columns_length, founders.size() - first);
        for (std::size_t i = 0; i < some; ++i)
            draws.add({founders[first + i].household, 0, purpose::home});
        const std::array<WordColumn, 4>& drawn = draws.drawn();
        median_savings(p, drawn[1], some, homes.savings_base.data() + first);
        for (std::size_t i = 0; i < some; ++i) {
            const HomePlace home(first + i);
            const Founder& founder = founders[home];
            homes.household[home] = founder.household;
            homes.base_need[home] = zone.tables.need.quantile(uniform(drawn[0][i]));
            homes.savings_base[home] *= p.savings_factor[index_of(founder.role)];
            HomeEntry& entry = homes.entries[home];
            entry.savings_ordinary = homes.savings_base[home];
            homes.goods[home] = initial_goods(p, entry.savings_ordinary);
            homes.trader_weight[home] = is_trader(founder.role);
            const bool abroad = founder.kin;
            homes.kin_weight[home] = abroad;
            entry.kin = abroad ? kin : KinPlace(nobody);
            // Which of the brokers is settled once their number is known; until then the drawn
            // words wait.
            ward.kin[kin] = {home,
                             founder.household,
                             nobody,
                             {BrokerId(drawn[2][i]), BrokerId(drawn[3][i])},
                             never};
            kin = KinPlace(kin + abroad);  // (without a branch that nobody could foresee)
        }
    }
    ward.kin.resize(kin);
}

using People = std::span<const Identity>;

/// Roles of up to 64 new people, all of them free.
void give_roles(PersonBlock& block, People people) {
    std::array<std::uint64_t, role_count> with{};
    for (std::size_t i = 0; i < people.size(); ++i)
        with[index_of(people[i].role)] |= std::uint64_t{1} << i;
    block[Flag::free] = with[0] | with[1] | with[2] | with[3];
    block[Flag::family] = with[index_of(Role::family)];
    block[Flag::smuggler] = with[index_of(Role::smuggler)];
    block[Flag::broker] = with[index_of(Role::broker)];
}

/// Bit i: word i lies below the threshold of person i's role.
std::uint64_t below_by_role(const WordColumn& words, const ByRole<std::uint64_t>& thresholds,
                            People people) {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < people.size(); ++i)
        found |= std::uint64_t{words[i] < thresholds[index_of(people[i].role)]} << i;
    return found;
}

/// Who of the holders among up to 64 new people tells the outside.
std::uint64_t sources_of(const City& city, const PopulationParameters& p, People people,
                         std::uint64_t holders) {
    if (!(p.source_share > 0)) return 0;
    std::uint64_t sources = 0;
    ColumnDraws draws(city.random_key);
    for_each_bit<std::size_t>(holders, 0, [&](std::size_t i) {
        draws.add({people[i].household, 0, purpose::source, purpose::of_member(people[i].member)});
    });
    const WordColumn& words = draws.drawn()[0];
    std::size_t n = 0;
    for_each_bit<std::size_t>(holders, 0, [&](std::size_t i) {
        sources |= std::uint64_t{happens(words[n++], p.source_share)} << i;
    });
    return sources;
}

/// Phones, old phones, risk aversion and suspicion of up to 64 new people, from `first` on, as
/// drawn.
void give_traits(const City& city, Ward& ward, std::size_t first, std::size_t count,
                 const std::array<WordColumn, 4>& drawn) {
    const PopulationParameters& p = ward.zone->parameters.population;
    const Tables& tables = ward.zone->tables;
    Persons& persons = ward.persons;
    const People people = std::span<const Identity>(persons.identity).subspan(first, count);
    PersonBlock& block = persons.blocks[first / 64];
    give_roles(block, people);
    const std::uint64_t phones = below_by_role(drawn[0], tables.phone_below, people);
    block[Flag::phone] = phones;
    block[Flag::ever_held] = phones;
    block[Flag::calling] = phones;
    block[Flag::old_phone] = phones & below_by_role(drawn[1], tables.old_phone_below, people);
    block[Flag::source] = sources_of(city, p, people, phones);
    std::array<double, columns_length> aversions;
    risk_aversions(p, drawn[2], count, aversions.data());
    for (std::size_t i = 0; i < count; ++i) {
        const PersonPlace place(first + i);
        persons.identity[place].aversion = aversions[i];
        suspect(ward, place, uniform(drawn[3][i]));
    }
}

/// The people of interest of a new ward.
void people_ward(const City& city, Ward& ward, std::span<const Founder> founders) {
    std::size_t people = 0;
    for (const Founder& founder : founders)
        people += static_cast<std::size_t>(std::popcount(founder.members));
    Persons& persons = ward.persons;
    grow(persons, people);
    ColumnDraws draws(city.random_key);
    PersonPlace place;
    for (const HomePlace home : ward.homes.household.places()) {
        const Founder& founder = founders[home];
        ward.homes.entries[home].first_person = place;
        marks_of(ward, founder.household) |= known_mark;
        for_each_bit<std::size_t>(founder.members, 0, [&](std::size_t bit) {
            const auto member = static_cast<std::uint8_t>(bit);
            const Role role = member == 0 ? founder.role : Role::resident;
            persons.identity[place] = {
                founder.household, home, founder.unit, member, role, 1, ward.homes.base_need[home]};
            draws.add({founder.household, 0, purpose::traits, purpose::of_member(member)});
            ++place;
            if (!draws.full()) return;
            give_traits(city, ward, place - columns_length, columns_length, draws.drawn());
        });
    }
    const std::size_t rest = draws.count();
    if (rest > 0) give_traits(city, ward, place - rest, rest, draws.drawn());
    for (KinHome& kin : ward.kin)
        kin.first_person = ward.homes.entries[kin.home].first_person;
}

/// Households that live from the trade spend what they have from the first day on.
void settle_living(Ward& ward) {
    const double left = savings_gap_left(ward.zone->parameters.drift);
    const Persons& persons = ward.persons;
    Homes& homes = ward.homes;
    for (std::size_t b = 0; b < persons.blocks.size(); ++b) {
        const PersonBlock& block = persons.blocks[b];
        const std::uint64_t living =
            (block[Flag::smuggler] | block[Flag::broker]) & block[Flag::ever_held];
        for_each_bit(living, b, [&](PersonPlace i) {
            const HomePlace home = persons.identity[i].home;
            const double ordinary = homes.entries[home].savings_ordinary;
            homes.savings_base[home] = level_of_savings(ordinary, Livelihood::trade);
            homes.savings_excess[home] = (ordinary - homes.savings_base[home]) * left;
        });
    }
}

/// Calls `visit(n, drawn, i)` for the n-th of `count` names, whose words stand i-th, drawn
/// together.
template <class Place, class NameOf, class Visit>
void draw_for_each(const RandomKey& random_key, std::size_t count, const NameOf& name_of,
                   const Visit& visit) {
    ColumnDraws draws(random_key);
    for (std::size_t first = 0; first < count; first += columns_length) {
        const std::size_t some = std::min(columns_length, count - first);
        for (std::size_t n = 0; n < some; ++n)
            draws.add(name_of(Place(first + n)));
        const std::array<WordColumn, 4>& drawn = draws.drawn();
        for (std::size_t n = 0; n < some; ++n)
            visit(Place(first + n), drawn, n);
    }
}

/// When households with kin abroad last got money and were last in contact: before the first day.
void settle_contacts(const City& city, Ward& ward) {
    const Parameters& p = ward.zone->parameters;
    const std::int32_t first_day = ward.zone->calendar.first_day();
    Homes& homes = ward.homes;
    const auto identity_of = [&](KinPlace k) -> const Identity& {
        return ward.persons.identity[ward.kin[k].first_person];
    };
    draw_for_each<KinPlace>(
        city.random_key, ward.kin.size(),
        [&](KinPlace k) {
            return DrawName{ward.kin[k].household, 0, purpose::last_transfer};
        },
        [&](KinPlace k, const auto& drawn, std::size_t n) {
            KinHome& kin = ward.kin[k];
            kin.transfer_day =
                first_day - days_since(p.population.transfer_gap_start, uniform(drawn[0][n]));
            homes.entries[kin.home].contact_day = kin.transfer_day;
        });
    draw_for_each<KinPlace>(
        city.random_key, ward.kin.size(),
        [&](KinPlace k) {
            return DrawName{identity_of(k).household, 0, purpose::last_contact,
                            purpose::of_member(identity_of(k).member)};
        },
        [&](KinPlace k, const auto& drawn, std::size_t n) {
            const HomePlace home = ward.kin[k].home;
            const double rate = p.calling.call_rate[index_of(identity_of(k).role)];
            if (!ward.persons.is(ward.kin[k].first_person, Flag::phone) || !(rate > 0)) return;
            std::int32_t& contact_day = homes.entries[home].contact_day;
            contact_day =
                std::max(contact_day, first_day - days_since(1 / rate, uniform(drawn[0][n])));
        });
    for (const KinHome& kin : ward.kin)
        begin_contacts(ward.contacts, first_day, homes.entries[kin.home].contact_day);
}

void sum_belief(const City& city, Ward& ward) {
    std::vector<PersonPlace> roles;
    for (const PersonPlace i : ward.persons.identity.places()) {
        if (ward.persons.identity[i].role != Role::resident) roles.push_back(i);
    }
    const BetaTable& belief = ward.zone->tables.belief;
    draw_for_each<std::size_t>(
        city.random_key, roles.size(),
        [&](std::size_t n) {
            const Identity& who = ward.persons.identity[roles[n]];
            return DrawName{who.household, 0, purpose::disposition, purpose::of_member(who.member)};
        },
        [&](std::size_t, const auto& drawn, std::size_t n) {
            ward.belief_of_roles += belief.quantile(uniform(drawn[1][n]));
        });
}

bool is_resident(const Identity& identity) {
    return identity.role == Role::resident;
}

/// Residents stand between the others where they have a place from the start.
bool roles_first(const Persons& persons, double with_role) {
    const auto end = persons.identity.begin() + static_cast<std::ptrdiff_t>(with_role);
    return std::none_of(persons.identity.begin(), end, is_resident);
}

void build_ward(const City& city, Ward& ward, const std::vector<std::uint32_t>& first_of_unit,
                std::uint32_t first_unit, std::uint32_t units) {
    const PopulationParameters& p = ward.zone->parameters.population;
    ward.first_household = HouseholdId(first_of_unit[first_unit]);
    ward.households.resize(first_of_unit[first_unit + units] - ward.first_household);
    ward.units.resize(units);
    std::vector<Founder> founders = draw_households(city, ward, founding_of(p));
    settle_units(ward, std::span(first_of_unit).subspan(first_unit, units + 1), founders);
    for (const WatchUnit& unit : ward.units)
        ward.most_in_a_unit = std::max(ward.most_in_a_unit, unit.adults);
    add_homes(city, ward, founders);
    people_ward(city, ward, founders);
    settle_living(ward);
    settle_contacts(city, ward);
    sum_belief(city, ward);
    ward.by_id.clear();
    for (const PersonPlace i : ward.persons.identity.places())
        ward.by_id.push_back(i);
    ward.homes_observed = ward.homes.size();
    ward.kin_homes = static_cast<double>(ward.kin.size());
    const auto traders =
        std::count(ward.homes.trader_weight.begin(), ward.homes.trader_weight.end(), 1.0);
    ward.trader_homes = static_cast<double>(traders);
    const auto residents =
        std::count_if(ward.persons.identity.begin(), ward.persons.identity.end(), is_resident);
    ward.people_with_role =
        static_cast<double>(ward.persons.size()) - static_cast<double>(residents);
    ward.roles_come_first = roles_first(ward.persons, ward.people_with_role);
    ward.requests.resize((ward.kin.size() + 63) / 64);
}

void settle_brokers(City& city) {
    for (Ward& ward : city.wards) {
        ward.first_adult = city.adults;
        city.adults += ward.adults;
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            for_each_bit(ward.persons.blocks[b][Flag::broker], b, [&](PersonPlace i) {
                ward.brokers.emplace_back(city.brokers.size());
                city.brokers.push_back({ward.ordinal, i});
            });
        }
        ward.brokers_today.resize(ward.brokers.size());
    }
    city.brokers_at_start = city.brokers.size();
    const auto brokers = static_cast<std::uint32_t>(city.brokers.size());
    for (Ward& ward : city.wards) {
        for (KinHome& kin : ward.kin) {
            for (BrokerId& known : kin.brokers)
                known = brokers > 0 ? BrokerId(uniform_below(known, brokers)) : nobody;
        }
    }
}

}  // namespace

/// The groups' wards, by rank of a draw: the share of each to the nearest ward. A share that grows
/// keeps the wards that it had.
void settle_zones(const Simulation& simulation, std::size_t which, City& city) {
    const Zones& zones = simulation.zones();
    city.zone = &zones.of(which);
    city.one_zone = true;
    for (Ward& ward : city.wards)
        ward.zone = city.zone;
    if (zones.groups_of(which).empty()) return;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked(city.wards.size());
    for (std::uint32_t w = 0; w < ranked.size(); ++w)
        ranked[w] = {draw(city.random_key, {w, 0, purpose::ward_group}).word[0], w};
    std::sort(ranked.begin(), ranked.end());
    const auto wards = static_cast<double>(ranked.size());
    constexpr double nearest = 0.5;
    std::size_t next = 0;
    double share = 0;
    for (const GroupInCity& group : zones.groups_of(which)) {
        share += group.share;
        const auto end = std::min(static_cast<std::size_t>(share * wards + nearest), ranked.size());
        for (; next < end; ++next)
            city.wards[WardId(ranked[next].second)].zone = &zones.at(group.zone);
    }
    const auto as_first = [&](const Ward& ward) { return ward.zone == city.wards.front().zone; };
    city.one_zone = std::all_of(city.wards.begin(), city.wards.end(), as_first);
    if (city.one_zone && !city.wards.empty()) city.zone = city.wards.front().zone;
}

City build_city(const Simulation& simulation, std::size_t which, const RandomKey& random_key,
                Executor& executor) {
    City city;
    build_city(simulation, which, random_key, executor, city);
    return city;
}

void build_city(const Simulation& simulation, std::size_t which, const RandomKey& random_key,
                Executor& executor, City& city) {
    PopulationParameters p = simulation.zones().of(which).parameters.population;
    p.residents = simulation.plan().cities[which].residents;
    city = emptied(std::move(city));
    city.simulation = &simulation;
    city.random_key = random_key;
    city.households = household_count(p);
    const std::vector<std::uint32_t> first_of_unit = fill_units(p, random_key, city.households);
    const auto units = static_cast<std::uint32_t>(first_of_unit.size() - 1);
    const auto a_ward = static_cast<std::uint32_t>(p.ward_units);
    city.wards.resize((units + a_ward - 1) / a_ward);
    settle_zones(simulation, which, city);
    executor.run(city.wards.size(), [&](std::size_t w) {
        const auto first = static_cast<std::uint32_t>(w) * a_ward;
        Ward& ward = city.wards[WardId(w)];
        ward.ordinal = WardId(w);
        build_ward(city, ward, first_of_unit, first, std::min(a_ward, units - first));
    });
    settle_brokers(city);
    hold_in_large_pages(city);
}

}  // namespace tumen
