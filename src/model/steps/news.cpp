#include <algorithm>
#include <span>
#include <vector>

#include "model/lanes/wide.hpp"
#include "model/purposes.hpp"
#include "model/state/fetch.hpp"
#include "model/steps/steps.hpp"
#include "model/steps/ties.hpp"
#include "rules/drift.hpp"
#include "rules/news.hpp"

/// Step 12: who hears of today's arrests and broken promises, and who is named. Neighbours live in
/// the ward. Ties and clients live anywhere, so they are told after the day's last barrier; there
/// are few arrests, and they are told one after the other.
namespace tumen {

namespace {

void hear(const Today& now, double& excess, double arrests) {
    frighten(now, excess, fear_of_news(now.p.news, arrests));
}

void write_news(const Today& now, const Ward& ward, std::uint8_t member, const char* from,
                double excess) {
    ward.diary->write(now.day.day, member, DiaryEvent::heard_of_arrest, from, not_drawn, not_drawn,
                      {{"perceived_risk", perceived_risk(now, excess)}});
}

/// Everybody of the unit hears of an arrest in it.
void tell_unit(const Today& now, Ward& ward, UnitId unit) {
    hear(now, ward.units[unit].risk_excess, 1);
    if (observes_one_of(ward, unit)) {
        write_news(now, ward, 0, "in the unit", ward.units[unit].risk_excess);
    }
    for (const PersonPlace i : ward.persons.identity.places()) {
        if (ward.persons.identity[i].unit == unit) hear(now, ward.persons.risk_excess[i], 1);
    }
}

/// The place of an adult who is named, made if there is none yet; nobody if he or she is gone and
/// nothing is known of.
PersonPlace place_of_named(const Today& now, City& city, const Tie& tie) {
    Ward& ward = *tie.ward;  // whose day it is
    const AdultId adult = adult_of_ward(ward, tie.adult);
    const PersonPlace known = find_place(ward, adult);
    if (known != nobody || is_exiled(ward, adult.household)) return known;
    return place_of(city, ward, now.day, adult);
}

/// Everybody whom the arrested person names hears of it, once for each naming.
void tell_ties(const Today& own_day, City& city, Ward& own, PersonPlace arrested) {
    for_each_tie(own_day, city, own, arrested, [&](const Tie& tie) {
        Ward& ward = *tie.ward;
        const Today now = today_in(own_day, ward);
        const PersonPlace place = place_of_named(now, city, tie);
        if (place == nobody) return;
        hear(now, ward.persons.risk_excess[place], 1);
        if (observed_person(ward, place)) {
            write_news(now, ward, ward.persons.identity[place].member, "of somebody known",
                       ward.persons.risk_excess[place]);
        }
    });
}

/// Everybody in a ward is frightened alike. (Wide, since under the rule `city` the whole city is,
/// on every day with an arrest.)
TUMEN_WIDE
void frighten_all(double baseline, double left, double fear, std::span<double> excesses) {
    for (double& excess : excesses)
        excess += fright_of_excess(baseline, left, excess, fear);
}

void tell_city(const Today& now, City& city, double arrests, Executor& executor) {
    const double rate = city_arrest_rate(arrests, city.adults);
    executor.run(city.wards.size(), [&](std::size_t w) {
        Ward& ward = city.wards[WardId(w)];
        const Today here = today_in(now, ward);
        const double fear = fear_of_news(here.p.news, rate);
        for (WatchUnit& unit : ward.units)
            frighten(here, unit.risk_excess, fear);
        frighten_all(here.p.drift.risk_baseline, here.day.risk_left, fear,
                     ward.persons.risk_excess);
    });
}

/// Marks the brokers arrested today; says whether there are any.
bool mark_arrested_brokers(const Today& now, City& city) {
    bool any = false;
    city.broker_arrested.assign(city.brokers.size(), 0);
    for (const Ward& ward : city.wards) {
        if (ward.today[Count::arrested_brokers] == 0) continue;
        any = true;
        for (const BrokerId b : ward.brokers) {
            const PersonPlace person = city.brokers[b].person;
            city.broker_arrested[b] = ward.persons.arrest_day[person] == now.day.day;
        }
    }
    return any;
}

/// How many brokers whom the household knows were arrested today: one that it knows twice is one.
std::uint32_t known_brokers_arrested(const City& city, const KinHome& kin) {
    const auto arrested = [&](BrokerId broker) -> std::uint32_t {
        return broker == nobody ? 0 : city.broker_arrested[broker];
    };
    const std::uint32_t first = arrested(kin.brokers[0]);
    return kin.brokers[1] == kin.brokers[0] ? first : first + arrested(kin.brokers[1]);
}

/// A household of whose brokers so many were arrested today.
struct ClientHome {
    WardId ward;
    KinPlace kin;
    std::uint32_t arrests;
};

/// The clients of brokers arrested today, in order. Somebody in a nation of one city is arrested on
/// every day, and all its households are asked: those of the wards to come are fetched from memory
/// meanwhile.
std::vector<ClientHome> clients_of_arrested(const City& city) {
    std::vector<ClientHome> clients;
    constexpr std::size_t ahead = 2;  // [wards]
    const std::size_t wards = city.wards.size();
    for (const WardId w : city.wards.places()) {
        if (w + 2 * ahead < wards) fetch(&city.wards[WardId(w + 2 * ahead)].kin);
        if (w + ahead < wards) fetch_all(city.wards[WardId(w + ahead)].kin);
        const Ward& ward = city.wards[w];
        for (const KinPlace k : ward.kin.places()) {
            const std::uint32_t arrests = known_brokers_arrested(city, ward.kin[k]);
            if (arrests > 0) clients.push_back({w, k, arrests});
        }
    }
    return clients;
}

/// First adults of households with kin abroad hear of the arrests of their brokers.
void tell_clients(const Today& everywhere, City& city) {
    for (const ClientHome& client : clients_of_arrested(city)) {
        Ward& ward = city.wards[client.ward];
        const Today now = today_in(everywhere, ward);
        const PersonPlace first = ward.kin[client.kin].first_person;
        for (std::uint32_t n = 0; n < client.arrests; ++n) {
            hear(now, ward.persons.risk_excess[first], 1);
            if (observed_person(ward, first)) {
                write_news(now, ward, 0, "of their broker", ward.persons.risk_excess[first]);
            }
        }
    }
}

std::size_t arrests_today(const City& city) {
    std::size_t arrests = 0;
    for (const Ward& ward : city.wards)
        arrests += ward.arrests.size();
    return arrests;
}

}  // namespace

void tell_neighbours(const Today& now, Ward& ward) {
    if (now.rules.learning == Learning::city) return;
    for (const PersonPlace i : ward.arrests)
        tell_unit(now, ward, ward.persons.identity[i].unit);
}

void spread_news(const Today& now, City& city, Executor& executor) {
    const std::size_t arrests = arrests_today(city);
    if (arrests == 0) return;
    const bool brokers = mark_arrested_brokers(now, city);
    if (now.rules.learning == Learning::city) {
        tell_city(now, city, static_cast<double>(arrests), executor);
        return;
    }
    for (Ward& ward : city.wards) {
        const Today here = today_in(now, ward);
        for (const PersonPlace i : ward.arrests)
            tell_ties(here, city, ward, i);
    }
    if (brokers) tell_clients(now, city);
}

namespace {

/// Belief of everybody in the city, of the ward of whoever trusted, and of the ties.
void shake_belief_by(const Today& now, City& city, Ward& own, const BrokenPromise& promise) {
    const NewsParameters& p = now.p.news;
    const double afar = belief_left(p, promise.weight * p.news_city_reach);
    const double nearer = belief_left(p, promise.weight * (1 - p.news_city_reach));
    for (Ward& ward : city.wards)
        ward.belief_left *= afar;
    own.belief_left *= nearer;
    std::vector<PersonInCity>& told = city.told;  // once, however often named
    told.clear();
    for_each_tie(now, city, own, promise.person, [&](const Tie& tie) {
        if (tie.ward == &own) return;
        const Today there = today_in(now, *tie.ward);
        const PersonPlace place = place_of_named(there, city, tie);
        const PersonInCity whom{tie.ward->ordinal, place};
        if (place == nobody || std::find(told.begin(), told.end(), whom) != told.end()) return;
        told.push_back(whom);
        Ward& ward = *tie.ward;
        const double before = belief_but_for_ward(there, ward, place);
        ward.persons.belief_left[place] *= nearer;
        if (ward.persons.identity[place].role != Role::resident)
            ward.belief_of_roles -= before * (1 - nearer);
    });
    for (const Ward& ward : city.wards) {
        if (!observes_one(ward)) continue;
        ward.diary->write(now.day.day, 0, DiaryEvent::heard_of_broken_promise,
                          &ward == &own ? "in the ward" : "in the city", not_drawn, not_drawn,
                          {{"weight", promise.weight}});
    }
}

}  // namespace

void shake_belief(const Today& now, City& city, Executor&) {
    if (now.rules.trust == Trust::fixed) return;
    for (Ward& ward : city.wards) {
        const Today here = today_in(now, ward);
        for (const BrokenPromise& promise : ward.broken)
            shake_belief_by(here, city, ward, promise);
    }
}

namespace {

/// Somebody whom so many of today's arrests may give away is named, unless arrested today.
void name(const Today& now, Ward& ward, PersonPlace i, std::uint32_t arrests) {
    const Identity& who = ward.persons.identity[i];
    if (arrests == 0 || ward.persons.arrest_day[i] == now.day.day) return;
    const double probability = naming_probability(now.p.news, arrests);
    const RandomBlock drawn =
        draw(now.city.random_key,
             {who.household, now.day.day, purpose::naming, purpose::of_member(who.member)});
    if (!happens(drawn.word[0], probability)) return;
    ward.persons.raise(i, Flag::named);
    ward.named.push_back(i);
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, who.member, DiaryEvent::named, "named", probability,
                          uniform(drawn.word[0]), {{"arrests", static_cast<double>(arrests)}});
    }
}

/// How many of today's arrests expose each broker: those of anybody in a household that knows it.
void count_exposure(City& city) {
    std::vector<std::uint32_t>& exposed = city.broker_exposed;
    exposed.assign(city.brokers.size(), 0);
    for (const Ward& ward : city.wards) {
        for (const PersonPlace i : ward.arrests) {
            const KinPlace k = ward.homes.entries[ward.persons.identity[i].home].kin;
            if (k == nobody) continue;
            const auto& known = ward.kin[k].brokers;
            if (known[0] != nobody) ++exposed[known[0]];
            if (known[1] != nobody && known[1] != known[0]) ++exposed[known[1]];
        }
    }
}

/// A broker who has kin abroad may be given away by other brokers, too.
void count_exposure_by_brokers(City& city, std::span<const ClientHome> clients) {
    for (const ClientHome& client : clients) {
        const Ward& ward = city.wards[client.ward];
        for (const BrokerId b : ward.brokers) {
            const HomePlace home = ward.persons.identity[city.brokers[b].person].home;
            if (ward.homes.entries[home].kin == client.kin)
                city.broker_exposed[b] += client.arrests;
        }
    }
}

/// A broker may be given away by clients, and as somebody with kin abroad by other brokers.
void name_brokers(const Today& everywhere, City& city) {
    for (const BrokerId b : city.brokers.places()) {
        if (city.broker_exposed[b] == 0) continue;
        Ward& ward = city.wards[city.brokers[b].ward];
        name(today_in(everywhere, ward), ward, city.brokers[b].person, city.broker_exposed[b]);
    }
}

void name_clients(const Today& everywhere, City& city, std::span<const ClientHome> clients) {
    for (const ClientHome& client : clients) {
        Ward& ward = city.wards[client.ward];
        const PersonPlace first = ward.kin[client.kin].first_person;
        if (ward.persons.is(first, Flag::broker)) continue;  // see name_brokers
        name(today_in(everywhere, ward), ward, first, client.arrests);
    }
}

}  // namespace

void give_names_away(const Today& now, City& city, Executor&) {
    const bool nowhere = city.one_zone && !(now.p.news.naming > 0);
    if (arrests_today(city) == 0 || nowhere) return;
    count_exposure(city);
    const auto& arrested = city.broker_arrested;
    std::vector<ClientHome> clients;
    if (std::find(arrested.begin(), arrested.end(), 1) != arrested.end())
        clients = clients_of_arrested(city);
    count_exposure_by_brokers(city, clients);
    name_brokers(now, city);
    name_clients(now, city, clients);
}

}  // namespace tumen
