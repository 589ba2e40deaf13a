#include "rules/hand_in.hpp"
#include "model/purposes.hpp"
#include "model/steps/exposure.hpp"
#include "model/steps/steps.hpp"
#include "rules/acquisition.hpp"
#include "rules/following.hpp"

/// Step 9: the hand-in drive, while it lasts.
namespace tumen {

namespace {

DrawName of_person(const Today& now, const Persons& persons, PersonPlace i, Purpose purpose) {
    return {persons.identity[i].household, now.day.day, purpose,
            purpose::of_member(persons.identity[i].member)};
}

RandomBlock drawn_for(const Today& now, const Persons& persons, PersonPlace i, Purpose purpose) {
    return draw(now.city.random_key, of_person(now, persons, i, purpose));
}

/// Whether an officer asks for the phone today.
bool is_asked(const Today& now, const Ward& ward, PersonPlace i) {
    const Persons& persons = ward.persons;
    if (!persons.is(i, Flag::followed)) return false;
    const double probability = offer_probability(now.p.hand_in, persons.offers[i]);
    const std::uint32_t word = drawn_for(now, persons, i, purpose::offer).word[0];
    const bool asked = happens(word, probability);
    if (asked && observed_person(ward, i)) {
        ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::asked_by_officer,
                          "asked", probability, uniform(word),
                          {{"refused_before", static_cast<double>(persons.offers[i])}});
    }
    return asked;
}

/// Whether the deadline comes to mind of somebody who has not handed in during this drive.
bool thinks_of_it(const Today& now, const Ward& ward, PersonPlace i) {
    const Persons& persons = ward.persons;
    if (persons.is(i, Flag::handed_in)) return false;
    const PersonBlock& block = persons.block_of(i);
    if (!(block.salience[chance_row(now.day.day)] & Persons::bit(i))) return false;
    const double u = chance_number(now.city.random_key, persons.identity[i].household,
                                   purpose::of_member(persons.identity[i].member),
                                   purpose::salience, now.day.day);
    return u < salience(now.p.hand_in, now.day.days_left);
}

/// A dead phone, if there is one: from before, or found today.
enum class DeadPhone { none, own, found };

DeadPhone look_for_dead_phone(const Today& now, const Ward& ward, PersonPlace i, double price) {
    const Persons& persons = ward.persons;
    if (persons.is(i, Flag::old_phone)) return DeadPhone::own;
    const Identity& who = persons.identity[i];
    const double probability = now.p.hand_in.dead_phone_found[index_of(who.role)];
    const std::uint32_t word = drawn_for(now, persons, i, purpose::dead_phone).word[0];
    const bool found = happens(word, probability) && savings_of(now, ward, who.home) >= price;
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, who.member, DiaryEvent::sought_dead_phone,
                          found ? "found one" : "found none", probability, uniform(word),
                          {{"price", price}});
    }
    return found ? DeadPhone::found : DeadPhone::none;
}

/// What paying on would take of all that the household has, of somebody followed.
double toll_of(const Today& now, const Ward& ward, PersonPlace i) {
    if (!ward.persons.is(i, Flag::followed)) return 0;
    const HomePlace home = ward.persons.identity[i].home;
    const double all =
        savings_of(now, ward, home) + now.p.punishment.borrowing_limit + ward.homes.goods[home];
    return toll_of_paying(now.p.following, now.p.hand_in.decoy_horizon, all, now.day.pressure);
}

HandInSituation hand_in_situation(const Today& now, const Ward& ward, PersonPlace i,
                                  DeadPhone dead_phone) {
    const Persons& persons = ward.persons;
    const Outlook dawn = outlook(now, ward, i);
    const double aversion = persons.identity[i].aversion;
    const bool promised = now.day.forgiveness == Forgiveness::promised;
    return {.net_benefit = dawn.net_benefit,
            .benefit = dawn.benefit,
            .aversion = aversion,
            .risk = risk_of(now, ward, i),
            .penalty_feared = dawn.penalty_feared,
            .belief = promised ? belief_of(now, ward, i) : 0,
            .suspicion = suspicion_of(now, ward, i),
            .days_watched = days_watched(now, ward, i),
            .threat = now.day.threat,
            .pressure = now.day.pressure,
            .calm_loss = aversion * now.p.drift.risk_baseline * now.p.contact.penalty,
            .toll = toll_of(now, ward, i),
            .followed = persons.is(i, Flag::followed),
            .dead_phone_at_hand = dead_phone != DeadPhone::none};
}

void count_hand_in(Ward& ward, PersonPlace i, HandIn choice) {
    const Role role = ward.persons.identity[i].role;
    const bool professional = is_trader(role);
    WardTally& report = ward.today;
    if (choice == HandIn::decoy) {
        ++report[professional ? Count::decoys_professional : Count::decoys_family];
        return;
    }
    ++report[professional ? Count::real_professional : Count::real_family];
    if (role == Role::broker) {
        ++report[Count::broker_real];
        if (ward.persons.is(i, Flag::followed)) ++report[Count::broker_real_followed];
    }
}

/// What handing in does to whoever does it, and the promise that may be broken later.
void settle_hand_in(const Today& now, Ward& ward, PersonPlace i, const RandomBlock& drawn) {
    Persons& persons = ward.persons;
    const HandInParameters& p = now.p.hand_in;
    scale_suspicion(now, ward, i, 1 - p.hand_in_relief);
    persons.watched[i] = 0;
    persons.lower(i, Flag::followed);
    persons.raise(i, Flag::handed_in);
    ward.handed_in.push_back(i);
    sign_oath(now, ward, i);
    const bool promised = now.day.forgiveness == Forgiveness::promised;
    if (promised && happens(drawn.word[2], p.promise_breach)) {
        if (persons.breach_day[i] == never) {
            ward.promised.push_back(i);
        }
        persons.breach_day[i] = now.day.day + days_until_breach(p, uniform(drawn.word[3]));
    }
}

void write_choice(const Today& now, const Ward& ward, PersonPlace i,
                  const HandInSituation& situation, HandIn choice, double drawn) {
    const HandInValues values = hand_in_values(now.p.hand_in, situation);
    const HandInOdds odds = hand_in_odds(now.p.hand_in, values, ways_out(situation));
    const char* outcome = choice == HandIn::keep ? "keeps it" : "hands in a dead phone";
    if (choice == HandIn::real) outcome = "hands in the working phone";
    ward.diary->write(now.day.day, ward.persons.identity[i].member, DiaryEvent::considered, outcome,
                      not_drawn, drawn,
                      {{"value_keep", values.keep},
                       {"value_decoy", values.decoy},
                       {"value_real", values.real},
                       {"odds_keep", odds.keep},
                       {"odds_decoy", odds.decoy},
                       {"odds_real", odds.real},
                       {"belief", situation.belief},
                       {"toll", situation.toll},
                       {"suspicion", situation.suspicion},
                       {"days_watched", situation.days_watched}});
}

/// Whether an officer refuses the dead phone: then its holder is caught.
bool is_refused(const Today& now, Ward& ward, PersonPlace i, const HandInSituation& situation,
                std::uint32_t word) {
    const double refusal = refusal_probability(now.p.hand_in, situation);
    const bool refused = happens(word, refusal);
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, ward.persons.identity[i].member, DiaryEvent::refused_decoy,
                          refused ? "refused" : "accepted", refusal, uniform(word), {});
    }
    if (refused) {
        ++ward.today[Count::decoys_refused];
        catch_person(ward, i);
    }
    return refused;
}

/// The dead phone found today is paid for, and is an old one from now on.
void buy_dead_phone(Ward& ward, PersonPlace i, double price) {
    ward.payments.push_back({ward.persons.identity[i].home, price});
    ward.persons.raise(i, Flag::old_phone);
    ++ward.today[Count::dead_phones_bought];
}

void consider_hand_in(const Today& now, Ward& ward, PersonPlace i, bool asked) {
    ++ward.today[Count::considered];
    Persons& persons = ward.persons;
    const HandInParameters& p = now.p.hand_in;
    const double price = dead_phone_price(p, phone_price(now.p.acquisition, now.day.threat));
    const DeadPhone dead_phone = look_for_dead_phone(now, ward, i, price);
    const HandInSituation situation = hand_in_situation(now, ward, i, dead_phone);
    const HandInOdds odds = hand_in_odds(p, hand_in_values(p, situation), ways_out(situation));
    const RandomBlock drawn = drawn_for(now, persons, i, purpose::hand_in);
    const HandIn choice = choose_hand_in(odds, uniform(drawn.word[0]));
    if (observed_person(ward, i))
        write_choice(now, ward, i, situation, choice, uniform(drawn.word[0]));
    if (choice == HandIn::keep) {
        persons.offers[i] += asked;
        return;
    }
    if (choice == HandIn::decoy) {
        if (dead_phone == DeadPhone::found) buy_dead_phone(ward, i, price);
        if (is_refused(now, ward, i, situation, drawn.word[1])) return;
        persons.lower(i, Flag::old_phone);
    } else {
        lose_phone(ward, i);
    }
    count_hand_in(ward, i, choice);
    settle_hand_in(now, ward, i, drawn);
}

}  // namespace

void hand_in_phones(const Today& now, Ward& ward) {
    if (!now.day.hand_in_drive) return;
    const std::size_t row = chance_row(now.day.day);
    for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
        const PersonBlock& block = ward.persons.blocks[b];
        const std::uint64_t may =
            block[Flag::phone] & ~block[Flag::caught] &
            ((block.salience[row] & ~block[Flag::handed_in]) | block[Flag::followed]);
        for_each_bit(may, b, [&](PersonPlace i) {
            const bool asked = is_asked(now, ward, i);
            if (asked || thinks_of_it(now, ward, i)) consider_hand_in(now, ward, i, asked);
        });
    }
    // Two of one household choose with what it had before; each pays.
    for (const Payment& payment : ward.payments)
        add_savings(now, ward, payment.home, -payment.money);
    ward.payments.clear();
}

}  // namespace tumen
