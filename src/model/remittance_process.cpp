#include <algorithm>

#include "model/processes.hpp"
#include "model/purposes.hpp"

/// Step 5: requests by ward, then, where money crosses wards, transfers one after the other.
namespace tumen {

void note_who_would_ask(const Today& now, Ward& ward) {
    const std::size_t row = chance_row(now.day.day);
    for (std::size_t b = 0; b < ward.requests.size(); ++b) {
        for_each_bit(ward.requests[b][row], b, [&](std::size_t k) {
            const std::uint32_t home = ward.kin[k].home;
            const std::uint32_t first = ward.homes.first_person[home];
            if (ward.persons.is(first, Flag::exiled)) return;
            if (outlook(now, ward, first).net_benefit <= -now.p.contact.hysteresis) return;
            const double u = chance_number(now.city.luck, ward.homes.household[home], 0,
                                           purpose::request, now.day.day);
            ward.asking.push_back({static_cast<std::uint32_t>(k), u});
        });
    }
}

void note_brokers(const Today& now, City& city, std::span<const Ward> wards) {
    for (const Ward& ward : wards) {
        for (std::uint32_t b = ward.first_broker; b < ward.first_broker + ward.brokers; ++b) {
            const std::uint32_t person = city.brokers[b].person;
            city.brokers_today[b] = {risk_of(now, ward, person),
                                     ward.persons.answer(person, Flag::calling)};
        }
    }
}

void set_fee(const Today& now, City& city) {
    city.calling_brokers.clear();
    double risk = 0;
    for (std::uint32_t b = 0; b < city.brokers.size(); ++b) {
        if (city.brokers_today[b].calling == Answer::no) continue;
        city.calling_brokers.push_back(b);
        risk += city.brokers_today[b].risk;
    }
    const auto calling = static_cast<double>(city.calling_brokers.size());
    const double mean_risk = calling > 0 ? risk / calling : now.p.contact.risk_followed;
    const double share =
        city.brokers.empty() ? 0 : calling / static_cast<double>(city.brokers.size());
    city.fee = fee(now.p.remittance, mean_risk, share);
    city.money_delivered = 0;
}

void ask_for_money(const Today& now, Ward& ward) {
    if (ward.asking.empty()) return;
    for (const Asking& asking : ward.asking) {
        const std::uint32_t home = ward.kin[asking.kin].home;
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

/// The broker who serves a household today, or nobody.
std::uint32_t broker_for(const Today& now, const City& city, const Ward& ward, const KinHome& kin) {
    const auto& calling = city.calling_brokers;
    for (const std::uint32_t known : kin.brokers) {
        if (std::binary_search(calling.begin(), calling.end(), known)) return known;
    }
    if (calling.empty()) return nobody;
    const RandomBlock drawn =
        draw(city.luck, {ward.homes.household[kin.home], now.day.day, purpose::transfer});
    if (!happens(drawn.word[0], now.p.remittance.broker_search)) return nobody;
    return calling[uniform_below(drawn.word[1], static_cast<std::uint32_t>(calling.size()))];
}

}  // namespace

void transfer_money(const Today& now, City& city) {
    const Payout paid = payout(now.p.remittance, city.fee);
    for (Ward& ward : city.wards) {
        for (const std::uint32_t k : ward.asked) {
            const KinHome& kin = ward.kin[k];
            const std::uint32_t broker = broker_for(now, city, ward, kin);
            const bool seen = observed(ward, ward.homes.household[kin.home]);
            if (broker == nobody) {
                ++ward.today[Count::transfers_unmet];
                if (seen) {
                    ward.diary->write(now.day.day, 0, DiaryEvent::served, "no broker", not_drawn,
                                      not_drawn, {});
                }
                continue;
            }
            if (seen) {
                ward.diary->write(now.day.day, 0, DiaryEvent::served, "money arrives", not_drawn,
                                  not_drawn, {{"money", paid.family}, {"fee", city.fee}});
            }
            ++ward.today[Count::transfers_served];
            ward.today[Quantity::money_delivered] += paid.family;
            add_savings(now, ward, kin.home, paid.family);
            Ward& theirs = city.wards[city.brokers[broker].ward];
            const std::uint32_t person = city.brokers[broker].person;
            add_savings(now, theirs, theirs.persons.identity[person].home, paid.broker);
            theirs.persons.raise(person, Flag::asked_to_call);
            if (observed_person(theirs, person)) {
                theirs.diary->write(now.day.day, theirs.persons.identity[person].member,
                                    DiaryEvent::served_a_family, "earns", not_drawn, not_drawn,
                                    {{"money", paid.broker}});
            }
        }
    }
}

}  // namespace tumen
