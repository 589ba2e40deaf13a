#include <algorithm>

#include "model/processes.hpp"
#include "model/purposes.hpp"

/// Step 12: who hears of today's arrests and broken promises. Neighbours live in the ward. Ties and
/// clients live anywhere, so they are told after the day's last barrier; there are few arrests, and
/// they are told one after the other.
namespace tumen {

namespace {

void hear(const Today& now, double& excess, double arrests) {
    const double risk = perceived_risk(now, excess);
    set_risk(now, excess, risk_after_news(now.p.news, risk, arrests));
}

void write_news(const Today& now, const Ward& ward, std::uint8_t member, const char* from,
                double excess) {
    ward.diary->write(now.day.day, member, DiaryEvent::heard_of_arrest, from, not_drawn, not_drawn,
                      {{"perceived_risk", perceived_risk(now, excess)}});
}

/// Everybody of the unit hears of an arrest in it.
void tell_unit(const Today& now, Ward& ward, std::size_t unit) {
    hear(now, ward.units[unit].risk_excess, 1);
    if (ward.diary != nullptr && unit_of(ward, ward.diary->household()) == unit) {
        write_news(now, ward, 0, "in the unit", ward.units[unit].risk_excess);
    }
    for (std::size_t i = 0; i < ward.persons.size(); ++i) {
        if (ward.persons.identity[i].unit == unit) hear(now, ward.persons.risk_excess[i], 1);
    }
}

Ward& ward_of_adult(City& city, std::uint32_t adult) {
    const auto after =
        std::upper_bound(city.wards.begin(), city.wards.end(), adult,
                         [](std::uint32_t n, const Ward& ward) { return n < ward.first_adult; });
    return *(after - 1);
}

/// A tie: somebody of the own ward, or anybody of the city.
struct Tie {
    Ward* ward;
    AdultId adult;
};

Tie tie_of(const Today& now, City& city, Ward& own, AdultId namer, std::uint32_t n) {
    const RandomBlock drawn =
        draw(city.luck, {namer.household, static_cast<std::int32_t>(n / 2 / 32), purpose::ties,
                         purpose::of_member(namer.member, static_cast<std::uint8_t>(n / 2 % 32))});
    const std::size_t half = std::size_t{n} % 2 * 2;
    const std::uint32_t where = drawn.word[half];
    const std::uint32_t whom = drawn.word[half + 1];
    if (happens(where, now.p.population.tie_same_ward)) {
        return {&own, adult_of_ward(own, uniform_below(whom, own.adults))};
    }
    const std::uint32_t adult = uniform_below(whom, city.adults);
    Ward& ward = ward_of_adult(city, adult);
    return {&ward, adult_of_ward(ward, adult - ward.first_adult)};
}

/// Everybody whom the arrested person names hears of it once, however often named.
void tell_ties(const Today& now, City& city, Ward& own, std::uint32_t arrested) {
    std::vector<PersonPlace>& told = city.told;
    const AdultId namer{own.persons.identity[arrested].household,
                        own.persons.identity[arrested].member};
    const auto ties = static_cast<std::uint32_t>(now.p.population.ties);
    told.clear();
    for (std::uint32_t n = 0; n < ties; ++n) {
        const Tie tie = tie_of(now, city, own, namer, n);
        Ward& ward = *tie.ward;
        const bool gone = ward.households[tie.adult.household - ward.first_household] & exiled_mark;
        if (gone && find_place(ward, tie.adult.household, tie.adult.member) == nobody) continue;
        const std::uint32_t place =
            place_of(city, ward, now.day, tie.adult.household, tie.adult.member);
        const PersonPlace whom{ward.ordinal, place};
        if (std::find(told.begin(), told.end(), whom) != told.end()) continue;
        told.push_back(whom);
        hear(now, ward.persons.risk_excess[place], 1);
        if (observed_person(ward, place)) {
            write_news(now, ward, tie.adult.member, "of somebody known",
                       ward.persons.risk_excess[place]);
        }
    }
}

/// Calls `visit(broker, place)` for each household with kin abroad and each broker it knows, with
/// the place of its first adult.
template <class Visit>
void for_each_client(const City& city, const Visit& visit) {
    for (std::uint32_t w = 0; w < city.wards.size(); ++w) {
        const Ward& ward = city.wards[w];
        for (const KinHome& kin : ward.kin) {
            const PersonPlace place{w, ward.homes.first_person[kin.home]};
            visit(kin.brokers[0], place);
            if (kin.brokers[1] != kin.brokers[0]) visit(kin.brokers[1], place);
        }
    }
}

/// Whom each broker serves, sorted by broker. Households keep to their brokers, so this is listed
/// once, when the first broker is arrested.
void list_clients(City& city) {
    std::vector<std::uint32_t> end(city.brokers.size() + 1);
    for_each_client(city, [&](std::uint32_t broker, PersonPlace) { ++end[broker + 1]; });
    for (std::size_t b = 1; b < end.size(); ++b)
        end[b] += end[b - 1];
    city.clients.resize(end.back());
    city.clients_begin = end;
    for_each_client(city, [&](std::uint32_t broker, PersonPlace place) {
        city.clients[end[broker]++] = place;
    });
}

void tell_clients(const Today& now, City& city, std::uint32_t broker) {
    if (city.clients_begin.empty()) list_clients(city);
    for (std::uint32_t c = city.clients_begin[broker]; c < city.clients_begin[broker + 1]; ++c) {
        Ward& ward = city.wards[city.clients[c].ward];
        const std::uint32_t first = city.clients[c].person;
        hear(now, ward.persons.risk_excess[first], 1);
        if (observed_person(ward, first)) {
            write_news(now, ward, 0, "of their broker", ward.persons.risk_excess[first]);
        }
    }
}

void tell_city(const Today& now, City& city, double arrests, Executor& executor) {
    const double rate = city_arrest_rate(arrests, city.adults);
    executor.run(city.wards.size(), [&](std::size_t w) {
        Ward& ward = city.wards[w];
        for (WatchUnit& unit : ward.units)
            hear(now, unit.risk_excess, rate);
        for (double& excess : ward.persons.risk_excess)
            hear(now, excess, rate);
    });
}

/// The place of a broker in the city's list, which is sorted.
std::uint32_t broker_number(const City& city, PersonPlace broker) {
    const auto at = std::lower_bound(city.brokers.begin(), city.brokers.end(), broker);
    return static_cast<std::uint32_t>(at - city.brokers.begin());
}

}  // namespace

void tell_neighbours(const Today& now, Ward& ward) {
    if (ward.promises_broken > 0 && now.rules.trust == Trust::updated) {
        ward.belief_left *= belief_left(now.p.news, ward.promises_broken);
    }
    if (now.rules.learning == Learning::city) return;
    for (const std::uint32_t i : ward.arrests)
        tell_unit(now, ward, ward.persons.identity[i].unit);
}

void spread_news(const Today& now, City& city, Executor& executor) {
    std::size_t arrests = 0;
    for (const Ward& ward : city.wards)
        arrests += ward.arrests.size();
    if (arrests == 0) return;
    if (now.rules.learning == Learning::city) {
        tell_city(now, city, static_cast<double>(arrests), executor);
        return;
    }
    for (Ward& ward : city.wards) {
        for (const std::uint32_t i : ward.arrests) {
            tell_ties(now, city, ward, i);
            if (ward.persons.identity[i].role != Role::broker) continue;
            tell_clients(now, city, broker_number(city, {ward.ordinal, i}));
        }
    }
}

}  // namespace tumen
