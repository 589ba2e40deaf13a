#include <algorithm>

#include "model/lanes/request_draws.hpp"
#include "model/purposes.hpp"
#include "model/steps/steps.hpp"
#include "rules/contact.hpp"
#include "rules/remittance.hpp"

/// Step 5: requests by ward, then, where money crosses wards, transfers one after the other.
namespace tumen {

void note_who_would_ask(const Today& now, Ward& ward) {
    const std::size_t row = chance_row(now.day.day);
    for (std::size_t b = 0; b < ward.requests.size(); ++b) {
        for_each_bit<KinPlace>(ward.requests[b][row], b, [&](KinPlace k) {
            const KinHome& kin = ward.kin[k];
            const PersonPlace first = kin.first_person;
            if (ward.persons.is(first, Flag::exiled)) return;
            if (outlook(now, ward, first).net_benefit <= -now.p.contact.hysteresis) return;
            ward.asking.push_back({k, 0});
        });
    }
    if (!ward.asking.empty()) draw_requests(now, ward);
}

void note_brokers(const Today& now, Ward& ward) {
    for (std::size_t b = 0; b < ward.brokers.size(); ++b) {
        const PersonPlace person = now.city.brokers[ward.brokers[b]].person;
        ward.brokers_today[b] = {risk_of(now, ward, person),
                                 ward.persons.is(person, Flag::calling)};
    }
}

namespace {

/// Lists brokers who are calling, in the order of the city's list, and sums their perceived risk by
/// wards. Those of the start stand in that order by wards already, before the others of their ward;
/// those who joined later come behind them all.
double list_calling_brokers(City& city) {
    auto& list = city.calling_brokers;
    list.clear();
    double risk = 0;
    bool later = false;
    for (const Ward& ward : city.wards) {
        for (std::size_t b = 0; b < ward.brokers.size(); ++b) {
            if (!ward.brokers_today[b].calling) continue;
            risk += ward.brokers_today[b].risk;
            if (ward.brokers[b] < city.brokers_at_start) {
                list.push_back(ward.brokers[b]);
            } else {
                later = true;
            }
        }
    }
    if (!later) return risk;
    const auto of_start = static_cast<std::ptrdiff_t>(list.size());
    for (const Ward& ward : city.wards) {
        for (std::size_t b = ward.brokers.size(); b > 0; --b) {
            if (ward.brokers[b - 1] < city.brokers_at_start) break;
            if (ward.brokers_today[b - 1].calling) list.push_back(ward.brokers[b - 1]);
        }
    }
    std::sort(list.begin() + of_start, list.end());
    return risk;
}

}  // namespace

void set_fee(const Today& now, City& city, Executor&) {
    const double risk = list_calling_brokers(city);
    const auto calling = static_cast<double>(city.calling_brokers.size());
    city.calling_share = calling_share(calling, static_cast<double>(city.brokers_at_start));
    city.fee = fee(now.p.remittance, brokers_risk(risk, calling, now.p.contact.risk_followed),
                   city.calling_share);
}

void ask_for_money(const Today& now, Ward& ward) {
    if (ward.asking.empty()) return;
    for (const Asking& asking : ward.asking) {
        const HomePlace home = ward.kin[asking.kin].home;
        const double need_now =
            need(now.p.contact, ward.homes.base_need[home], savings_of(now, ward, home));
        const double probability = request_probability(now.p.remittance, need_now, now.city.fee);
        const bool asks = asking.u < probability;
        if (asks) ward.asked.push_back(asking.kin);
        if (observed(ward, ward.homes.household[home])) {
            ward.diary->write(now.day.day, 0, DiaryEvent::asked, asks ? "asks" : "does not ask",
                              probability, asking.u, {{"need", need_now}, {"fee", now.city.fee}});
        }
    }
    ward.today[Count::transfers_asked] = static_cast<std::int32_t>(ward.asked.size());
}

namespace {

/// Whether the household can be met today: not where deliveries and meetings stand still.
bool can_be_met(const Today& now, HouseholdId household) {
    const double movement = now.p.contact.movement;
    if (movement >= 1) return true;
    const RandomBlock drawn = draw(now.city.random_key, {household, now.day.day, purpose::moving});
    return happens(drawn.word[0], movement);
}

/// The broker who serves a household today, or nobody. One who is found takes the place of the
/// second whom it knew.
BrokerId broker_for(const Today& now, const City& city, HouseholdId household, KinHome& kin) {
    const auto& calling = city.calling_brokers;
    for (const BrokerId known : kin.brokers) {
        if (std::binary_search(calling.begin(), calling.end(), known)) return known;
    }
    if (calling.empty()) return nobody;
    const RandomBlock drawn = draw(city.random_key, {household, now.day.day, purpose::transfer});
    if (!happens(drawn.word[0], now.p.remittance.broker_search)) return nobody;
    const auto n = uniform_below(drawn.word[1], static_cast<std::uint32_t>(calling.size()));
    kin.brokers[1] = calling[n];
    return calling[n];
}

void stay_unmet(const Today& now, Ward& ward, HouseholdId household, const char* why) {
    ++ward.today[Count::transfers_unmet];
    if (!observed(ward, household)) return;
    ward.diary->write(now.day.day, 0, DiaryEvent::served, why, not_drawn, not_drawn, {});
}

void pay_family(const Today& now, Ward& ward, KinHome& kin, double sent, const Payout& paid) {
    ++ward.today[Count::transfers_served];
    ward.today[Quantity::money_sent] += sent;
    ward.today[Quantity::money_delivered] += paid.family;
    add_savings(now, ward, kin.home, paid.family);
    kin.transfer_day = now.day.day;
    note_contact(now, ward, kin.home);
    if (observed(ward, ward.homes.household[kin.home])) {
        ward.diary->write(now.day.day, 0, DiaryEvent::served, "money arrives", not_drawn, not_drawn,
                          {{"money", paid.family}, {"sent", sent}, {"fee", now.city.fee}});
    }
}

void pay_broker(const Today& everywhere, City& city, BrokerId broker, double money) {
    Ward& ward = city.wards[city.brokers[broker].ward];
    const Today now = today_in(everywhere, ward);
    const PersonPlace person = city.brokers[broker].person;
    add_savings(now, ward, ward.persons.identity[person].home, money);
    ward.persons.raise(person, Flag::asked_to_call);
    if (observed_person(ward, person)) {
        ward.diary->write(now.day.day, ward.persons.identity[person].member,
                          DiaryEvent::served_a_family, "earns", not_drawn, not_drawn,
                          {{"money", money}});
    }
}

void transfer(const Today& now, City& city, Ward& ward, KinHome& kin) {
    const HouseholdId household = ward.homes.household[kin.home];
    if (!can_be_met(now, household)) return stay_unmet(now, ward, household, "cannot be met");
    const BrokerId broker = broker_for(now, city, household, kin);
    if (broker == nobody) return stay_unmet(now, ward, household, "no broker");
    const double sent = money_sent(now.p.remittance, now.day.day - kin.transfer_day);
    const Payout paid = payout(now.p.remittance, sent, city.fee);
    pay_family(now, ward, kin, sent, paid);
    pay_broker(now, city, broker, paid.broker);
}

}  // namespace

void transfer_money(const Today& now, City& city, Executor&) {
    for (Ward& ward : city.wards) {
        const Today here = today_in(now, ward);
        for (const KinPlace k : ward.asked)
            transfer(here, city, ward, ward.kin[k]);
    }
}

namespace {

void become_broker(const Today& now, City& city, Ward& ward, PersonPlace i, double probability,
                   double u) {
    Persons& persons = ward.persons;
    persons.identity[i].role = Role::broker;
    persons.lower(i, Flag::smuggler);
    persons.raise(i, Flag::broker);
    persons.raise(i, Flag::broker_since_now);
    ward.brokers.emplace_back(city.brokers.size());
    ward.brokers_today.emplace_back();
    city.brokers.push_back({ward.ordinal, i});
    draw_chances(now, ward, i);  // as often as a broker calls
    ++ward.today[Count::became_brokers];
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::became_broker,
                          "a broker", probability, u, {{"calling_share", city.calling_share}});
    }
}

}  // namespace

void replace_brokers(const Today& everywhere, City& city, Executor&) {
    const std::size_t row = chance_row(everywhere.day.day);
    for (Ward& ward : city.wards) {
        const Today now = today_in(everywhere, ward);
        const double probability = entry_probability(now.p.remittance, city.calling_share);
        if (!(probability > 0)) continue;
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            const PersonBlock& block = ward.persons.blocks[b];
            const std::uint64_t may =
                block.entry[row] & block[Flag::smuggler] & block[Flag::calling];
            for_each_bit(may, b, [&](PersonPlace i) {
                const Identity& who = ward.persons.identity[i];
                const double u =
                    chance_number(city.random_key, who.household, purpose::of_member(who.member),
                                  purpose::entry, now.day.day);
                if (u < probability) become_broker(now, city, ward, i, probability, u);
            });
        }
    }
}

}  // namespace tumen
