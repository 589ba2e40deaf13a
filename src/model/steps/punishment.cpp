#include <algorithm>

#include "model/purposes.hpp"
#include "model/steps/steps.hpp"
#include "rules/population.hpp"
#include "rules/punishment.hpp"

/// Step 11: cases that are decided, bribes on the spot, arrests, and promises that are broken.
namespace tumen {

namespace {

RandomBlock drawn_for(const Today& now, const Persons& persons, PersonPlace i, Purpose purpose) {
    return draw(now.city.random_key, {persons.identity[i].household, now.day.day, purpose,
                                      purpose::of_member(persons.identity[i].member)});
}

/// The whole household goes, whatever became of its members before, and their phones with it.
void exile_household(const Today& now, Ward& ward, HouseholdId household) {
    std::uint8_t& mark = marks_of(ward, household);
    const std::uint8_t adults = mark & adults_mask;
    const RandomBlock built = draw(now.city.random_key, {household, 0, purpose::household});
    ++ward.today[Count::exiled_households];
    ward.today[Count::exiled_people] += adults + children(now.p.population, uniform(built.word[3]));
    ward.exiled_adults += adults;
    mark |= exiled_mark;
    Persons& persons = ward.persons;
    HomePlace home = nobody;
    for (std::uint8_t member = 0; member < adults; ++member) {
        const PersonPlace place = find_place(ward, {household, member});
        if (place == nobody) continue;
        home = persons.identity[place].home;
        lose_phone(ward, place);
        if (persons.is(place, Flag::held)) ++ward.today[Count::cases_lapsed];
        for (const Flag flag :
             {Flag::free, Flag::held, Flag::detained, Flag::imprisoned, Flag::followed})
            persons.lower(place, flag);
        persons.raise(place, Flag::exiled);
    }
    if (home == nobody) return;
    // Need is a mean over households that are still there.
    ward.kin_homes -= ward.homes.kin_weight[home];
    ward.trader_homes -= ward.homes.trader_weight[home];
    ward.homes.kin_weight[home] = 0;
    ward.homes.trader_weight[home] = 0;
}

void detain(Ward& ward, PersonPlace i, std::int32_t until) {
    ward.persons.raise(i, Flag::detained);
    ward.persons.release_day[i] = until;
    ward.detainees.push_back(i);
}

/// Warned and sworn; free from tomorrow.
void warn(const Today& now, Ward& ward, PersonPlace i) {
    ++ward.today[Count::warned];
    sign_oath(now, ward, i);
    detain(ward, i, now.day.day + 1);
}

Sentence sentence(const Today& now, Ward& ward, PersonPlace i) {
    Persons& persons = ward.persons;
    const std::uint32_t word = drawn_for(now, persons, i, purpose::sentence).word[0];
    const Sentence drawn = draw_sentence(now.p.punishment, now.day.sentencing,
                                         persons.identity[i].role, uniform(word));
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::sentenced,
                          name_of(drawn), not_drawn, uniform(word),
                          {{"harsh", now.day.sentencing == Sentencing::harsh ? 1.0 : 0.0}});
    }
    switch (drawn) {
        case Sentence::warned:
            warn(now, ward, i);
            break;
        case Sentence::detained: {
            ++ward.today[Count::detained];
            const std::uint32_t length = drawn_for(now, persons, i, purpose::detention).word[0];
            detain(ward, i, now.day.day + days_of_detention(now.p.punishment, uniform(length)));
            break;
        }
        case Sentence::imprisoned:
            ++ward.today[Count::imprisoned];
            persons.raise(i, Flag::imprisoned);
            break;
        case Sentence::exiled:
            ward.exiles.push_back(i);
            exile_household(now, ward, persons.identity[i].household);
            break;
    }
    return drawn;
}

/// The ransom leaves the household: savings and debts first, then what can be sold.
void pay_ransom(const Today& now, Ward& ward, PersonPlace i, double ransom) {
    const HomePlace home = ward.persons.identity[i].home;
    double& goods = ward.homes.goods[home];
    const RansomParts parts =
        ransom_parts(now.p.punishment, ransom, savings_of(now, ward, home), goods);
    ++ward.today[Count::ransomed];
    ward.today[Quantity::ransom_paid] += ransom;
    ward.today[Count::days_held] += now.day.day - ward.persons.arrest_day[i];
    if (sold_out(parts.goods, goods)) ++ward.today[Count::households_sold];
    add_savings(now, ward, home, -parts.savings);
    goods -= parts.goods;
    scale_suspicion(now, ward, i, suspicion_left(now.p.punishment));
}

/// Whether the household's money gets somebody out who is held.
bool let_go_for_ransom(const Today& now, Ward& ward, PersonPlace i) {
    const Persons& persons = ward.persons;
    const PunishmentParameters& p = now.p.punishment;
    const Identity& who = persons.identity[i];
    const double asked =
        ransom_asked(p, bribe_asked(p, who.role, now.day.threat, now.day.pressure));
    const double purse =
        purse_of_a_case(p, savings_of(now, ward, who.home), ward.homes.goods[who.home]);
    const double probability =
        settle_probability(p, now.rules.enforcement, purse, asked, now.day.pressure, Team::local);
    const std::uint32_t word = drawn_for(now, persons, i, purpose::ransom).word[0];
    const bool pays = happens(word, probability);
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, who.member, DiaryEvent::ransomed,
                          pays ? "let go" : "not let go", probability, uniform(word),
                          {{"ransom", asked}, {"purse", purse}});
    }
    if (pays) pay_ransom(now, ward, i, money_paid(asked, purse));
    return pays;
}

void decide_case(const Today& now, Ward& ward, PersonPlace i) {
    Persons& persons = ward.persons;
    ++ward.today[Count::cases_decided];
    persons.lower(i, Flag::held);
    Sentence outcome = Sentence::warned;
    if (let_go_for_ransom(now, ward, i)) {
        warn(now, ward, i);
    } else {
        outcome = sentence(now, ward, i);
    }
    if (!persons.is(i, Flag::promise_case)) return;
    persons.lower(i, Flag::promise_case);
    ward.broken.push_back({i, now.p.news.promise_breach_weight[index_of(outcome)]});
}

void arrest(const Today& now, Ward& ward, PersonPlace i) {
    Persons& persons = ward.persons;
    const Identity& who = persons.identity[i];
    ++ward.today[Count::arrested];
    if (who.role == Role::broker) ++ward.today[Count::arrested_brokers];
    lose_phone(ward, i);
    persons.lower(i, Flag::followed);
    persons.lower(i, Flag::free);
    persons.raise(i, Flag::held);
    persons.arrest_day[i] = now.day.day;
    const std::uint32_t word = drawn_for(now, persons, i, purpose::custody).word[0];
    persons.decision_day[i] = now.day.day + days_of_custody(now.p.punishment, uniform(word));
    ward.held.push_back(i);
    ward.arrests.push_back(i);
    if (observed_person(ward, i)) {
        ward.diary->write(
            now.day.day, who.member, DiaryEvent::arrested, "held", not_drawn, uniform(word),
            {{"days_until_decided", static_cast<double>(persons.decision_day[i] - now.day.day)}});
    }
}

void pay_bribe(const Today& now, Ward& ward, PersonPlace i, double bribe, std::uint32_t word) {
    const PunishmentParameters& p = now.p.punishment;
    const HomePlace home = ward.persons.identity[i].home;
    const double savings = savings_of(now, ward, home);
    ++ward.today[Count::bribed];
    ward.today[Quantity::bribes_paid] += bribe;
    add_savings(now, ward, home, savings_after_bribe(p, savings, bribe) - savings);
    scale_suspicion(now, ward, i, suspicion_left(p));
    if (!happens(word, p.bribe_keeps_phone)) lose_phone(ward, i);
}

/// On the spot: a bribe out of the cash at hand, or an arrest.
void face_officers(const Today& now, Ward& ward, PersonPlace i) {
    Persons& persons = ward.persons;
    if (!persons.is(i, Flag::free) || !persons.is(i, Flag::phone)) return;
    ++ward.today[Count::caught];
    const PunishmentParameters& p = now.p.punishment;
    const Identity& who = persons.identity[i];
    const RandomBlock drawn = drawn_for(now, persons, i, purpose::caught);
    const bool central = now.day.central_team && happens(drawn.word[0], p.central_share);
    const double bribe = bribe_asked(p, who.role, now.day.threat, now.day.pressure);
    const double purse = purse_on_the_spot(savings_of(now, ward, who.home));
    const double settled =
        settle_probability(p, now.rules.enforcement, purse, bribe, now.day.pressure,
                           central ? Team::central : Team::local);
    const bool settles = happens(drawn.word[1], settled);
    if (observed_person(ward, i)) {
        ward.diary->write(
            now.day.day, who.member, settles ? DiaryEvent::settled : DiaryEvent::caught,
            settles ? "pays" : "arrested", settled, uniform(drawn.word[1]),
            {{"bribe", bribe}, {"purse", purse}, {"central_team", central ? 1.0 : 0.0}});
    }
    if (settles) {
        pay_bribe(now, ward, i, money_paid(bribe, purse), drawn.word[2]);
    } else {
        arrest(now, ward, i);
    }
}

void sort_by_id(const Ward& ward, std::vector<PersonPlace>& people) {
    std::sort(people.begin(), people.end(), [&](PersonPlace one, PersonPlace other) {
        return id_before(ward.persons, one, other);
    });
}

/// Takes out of `waiting` those of whom `is_due` says so, lower id first.
template <class IsDue>
const std::vector<PersonPlace>& take_due(Ward& ward, std::vector<PersonPlace>& waiting,
                                         const IsDue& is_due) {
    ward.due.clear();
    std::erase_if(waiting, [&](PersonPlace i) {
        if (!is_due(i)) return false;
        ward.due.push_back(i);
        return true;
    });
    sort_by_id(ward, ward.due);
    return ward.due;
}

}  // namespace

void decide_cases(const Today& now, Ward& ward) {
    if (ward.held.empty()) return;
    const Persons& persons = ward.persons;
    // Exiled meanwhile, also today with the household: the case has lapsed.
    for (const PersonPlace i : take_due(ward, ward.held, [&](PersonPlace person) {
             return persons.decision_day[person] <= now.day.day;
         })) {
        if (persons.is(i, Flag::held)) decide_case(now, ward, i);
    }
}

void punish_caught(const Today& now, Ward& ward) {
    sort_by_id(ward, ward.caught);
    for (const PersonPlace i : ward.caught)
        face_officers(now, ward, i);
}

void break_promises(const Today& now, Ward& ward) {
    if (ward.promised.empty()) return;
    Persons& persons = ward.persons;
    for (const PersonPlace i : take_due(ward, ward.promised, [&](PersonPlace person) {
             return persons.breach_day[person] <= now.day.day;
         })) {
        persons.breach_day[i] = never;
        // Arrested or exiled earlier today counts as not free: nobody is arrested twice a day.
        if (!persons.is(i, Flag::free)) continue;
        if (observed_person(ward, i)) {
            ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::promise_broken,
                              "arrested", not_drawn, not_drawn, {});
        }
        ++ward.today[Count::promises_broken];
        persons.raise(i, Flag::promise_case);
        arrest(now, ward, i);
    }
}

}  // namespace tumen
