#include <algorithm>

#include "model/person_draws.hpp"
#include "model/processes.hpp"
#include "model/purposes.hpp"

/// Steps 8 to 10: following, the hand-in drive, the oath drive.
namespace tumen {

namespace {

DrawName of_person(const Today& now, const Persons& persons, std::size_t i, Purpose purpose) {
    return {persons.identity[i].household, now.day.day, purpose,
            purpose::of_member(persons.identity[i].member)};
}

/// Suspected more comes first; among equals the lower id.
bool suspected_more(const Today& now, const Ward& ward, std::uint32_t one, std::uint32_t other) {
    const double first = suspicion_of(now, ward, one);
    const double second = suspicion_of(now, ward, other);
    if (first != second) return first > second;
    const Persons& persons = ward.persons;
    if (persons.identity[one].household != persons.identity[other].household) {
        return persons.identity[one].household < persons.identity[other].household;
    }
    return persons.identity[one].member < persons.identity[other].member;
}

/// Free suspects above the threshold. Who has fallen below every threshold of the calendar is
/// forgotten until the next event: suspicion rises only by events.
void list_suspects(const Today& now, Ward& ward, double threshold) {
    Persons& persons = ward.persons;
    const double least = now.city.game->tables().least_follow_threshold;
    ward.suspects.clear();
    for (std::size_t b = 0; b < persons.blocks.size(); ++b) {
        for_each_bit(persons.blocks[b][Flag::suspect], b, [&](std::size_t i) {
            const double suspicion = suspicion_of(now, ward, i);
            if (suspicion <= least && persons.suspicion_base[i] <= least) {
                persons.lower(i, Flag::suspect);
            }
            if (suspicion > threshold && persons.is(i, Flag::free)) {
                ward.suspects.push_back(static_cast<std::uint32_t>(i));
            }
        });
    }
}

void extort_from(const Today& now, Ward& ward, std::size_t i, const RandomBlock& drawn) {
    if (!happens(drawn.word[0], now.p.following.extortion)) return;
    const std::uint32_t home = ward.persons.identity[i].home;
    const double paid = extorted(now.p.following, savings_of(now, ward, home), now.day.pressure);
    add_savings(now, ward, home, -paid);
    ward.today[Quantity::extorted] += paid;
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, ward.persons.identity[i].member, DiaryEvent::extorted,
                          "pays", now.p.following.extortion, uniform(drawn.word[0]),
                          {{"money", paid}});
    }
}

}  // namespace

void choose_followed(const Today& now, Ward& ward) {
    Persons& persons = ward.persons;
    const FollowingParameters& p = now.p.following;
    const bool drive = now.day.hand_in_drive == Answer::yes;
    list_suspects(now, ward, drive ? p.follow_threshold_drive : p.follow_threshold);
    const std::size_t places = caseload(p, now.day.central_team == Answer::yes ? 1 : 0);
    auto& chosen = ward.suspects;
    if (chosen.size() > places) {
        const auto end = chosen.begin() + static_cast<std::ptrdiff_t>(places);
        std::partial_sort(chosen.begin(), end, chosen.end(),
                          [&](std::uint32_t one, std::uint32_t other) {
                              return suspected_more(now, ward, one, other);
                          });
        chosen.resize(places);
        std::sort(chosen.begin(), chosen.end());
    }
    for (PersonBlock& block : persons.blocks)
        block[Flag::followed] = 0;
    for (const std::uint32_t i : chosen) {
        if (!persons.is(i, Flag::followed_at_dawn)) {
            persons.watched[i] = days_watched(now, ward, i);
            persons.watched_clock[i] = now.day.watched_clock;
        }
        persons.raise(i, Flag::followed);
        if (observed_person(ward, i)) {
            ward.diary->write(
                now.day.day, persons.identity[i].member, DiaryEvent::followed, "followed",
                not_drawn, not_drawn,
                {{"suspicion", suspicion_of(now, ward, i)}, {"days_watched", persons.watched[i]}});
        }
    }
}

void extort_from_followed(const Today& now, std::span<Ward> wards) {
    PersonDraws draws(now, purpose::extortion,
                      [&](Ward& ward, std::size_t i, const RandomBlock& drawn) {
                          extort_from(now, ward, i, drawn);
                      });
    for (Ward& ward : wards) {
        for (const std::uint32_t i : ward.suspects)
            draws.add(ward, i);
    }
    draws.finish();
}

namespace {

bool considers(const Today& now, const Ward& ward, std::size_t i) {
    const Persons& persons = ward.persons;
    const HandInParameters& p = now.p.hand_in;
    const Luck& luck = now.city.luck;
    if (persons.blocks[i / 64].salience[chance_row(now.day.day)] & Persons::bit(i)) {
        const double u = chance_number(luck, persons.identity[i].household,
                                       purpose::of_member(persons.identity[i].member),
                                       purpose::salience, now.day.day);
        if (u < salience(p, now.day.days_left)) return true;
    }
    return persons.is(i, Flag::followed) &&
           happens(draw(luck, of_person(now, persons, i, purpose::offer)).word[0], p.hand_in_offer);
}

double belief_of(const Today& now, const Ward& ward, std::size_t i) {
    if (now.day.forgiveness == Forgiveness::none) return 0;
    const RandomBlock drawn =
        draw(now.city.luck, {ward.persons.identity[i].household, 0, purpose::disposition,
                             purpose::of_member(ward.persons.identity[i].member)});
    return now.city.game->tables().belief.quantile(uniform(drawn.word[1])) * ward.belief_left;
}

HandInSituation hand_in_situation(const Today& now, const Ward& ward, std::size_t i) {
    const Persons& persons = ward.persons;
    const Outlook dawn = outlook(now, ward, i);
    const double aversion = persons.aversion[i];
    return {dawn.net_benefit,
            dawn.benefit,
            aversion,
            risk_of(now, ward, i),
            dawn.penalty_feared,
            belief_of(now, ward, i),
            suspicion_of(now, ward, i),
            days_watched(now, ward, i),
            now.day.threat,
            now.day.pressure,
            aversion * now.p.drift.risk_baseline * now.p.contact.penalty,
            persons.answer(i, Flag::followed),
            persons.answer(i, Flag::old_phone)};
}

void count_hand_in(const Today&, Ward& ward, std::size_t i, HandIn choice) {
    const Role role = ward.persons.identity[i].role;
    const bool professional = role == Role::smuggler || role == Role::broker;
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
void settle_hand_in(const Today& now, Ward& ward, std::size_t i, const RandomBlock& drawn) {
    Persons& persons = ward.persons;
    const HandInParameters& p = now.p.hand_in;
    scale_suspicion(now, ward, i, 1 - p.hand_in_relief);
    persons.watched[i] = 0;
    persons.lower(i, Flag::followed);
    sign_oath(now, ward, i);
    const bool promised = now.day.forgiveness == Forgiveness::promised;
    if (promised && happens(drawn.word[2], p.promise_breach)) {
        if (persons.breach_day[i] == never) {
            ward.promised.push_back(static_cast<std::uint32_t>(i));
        }
        persons.breach_day[i] =
            now.day.day + 1 + poisson_quantile(p.promise_breach_delay, uniform(drawn.word[3]));
    }
}

void write_choice(const Today& now, const Ward& ward, std::size_t i,
                  const HandInSituation& situation, HandIn choice, double drawn) {
    const HandInValues values = hand_in_values(now.p.hand_in, situation);
    const HandInOdds odds = hand_in_odds(now.p.hand_in, values);
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
                       {"suspicion", situation.suspicion},
                       {"days_watched", situation.days_watched}});
}

void consider_hand_in(const Today& now, Ward& ward, std::size_t i) {
    ++ward.today[Count::considered];
    const HandInSituation situation = hand_in_situation(now, ward, i);
    const HandInOdds odds = hand_in_odds(now.p.hand_in, hand_in_values(now.p.hand_in, situation));
    const RandomBlock drawn =
        draw(now.city.luck, of_person(now, ward.persons, i, purpose::hand_in));
    const HandIn choice = choose_hand_in(odds, uniform(drawn.word[0]));
    const bool seen = observed_person(ward, i);
    if (seen) write_choice(now, ward, i, situation, choice, uniform(drawn.word[0]));
    if (choice == HandIn::keep) return;
    if (choice == HandIn::decoy) {
        const double refusal = refusal_probability(now.p.hand_in, situation);
        const bool refused = happens(drawn.word[1], refusal);
        if (seen) {
            ward.diary->write(now.day.day, ward.persons.identity[i].member,
                              DiaryEvent::refused_decoy, refused ? "refused" : "accepted", refusal,
                              uniform(drawn.word[1]), {});
        }
        if (refused) {
            ++ward.today[Count::decoys_refused];
            ward.persons.raise(i, Flag::caught);
            ward.caught.push_back(static_cast<std::uint32_t>(i));
            return;
        }
        ward.persons.lower(i, Flag::old_phone);
    } else {
        lose_phone(ward, i);
    }
    count_hand_in(now, ward, i, choice);
    settle_hand_in(now, ward, i, drawn);
}

}  // namespace

void hand_in_phones(const Today& now, Ward& ward) {
    if (now.day.hand_in_drive == Answer::no) return;
    const std::size_t row = chance_row(now.day.day);
    for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
        const PersonBlock& block = ward.persons.blocks[b];
        const std::uint64_t may = block[Flag::phone] & ~block[Flag::caught] &
                                  (block.salience[row] | block[Flag::followed]);
        for_each_bit(may, b, [&](std::size_t i) {
            if (considers(now, ward, i)) consider_hand_in(now, ward, i);
        });
    }
}

namespace {

/// One household opens its door. Returns how many adults without a place sign.
std::int32_t visit_household(const Today& now, Ward& ward, std::uint32_t household) {
    const std::uint8_t mark = ward.households[household - ward.first_household];
    if (mark & exiled_mark) return 0;
    std::int32_t unseen = 0;
    RandomBlock drawn{};
    for (std::uint8_t member = 0; member < (mark & adults_mask); ++member) {
        if (member % 4 == 0) {
            drawn = draw(now.city.luck, {household, now.day.day, purpose::oath_refusal,
                                         static_cast<std::uint8_t>(member / 4)});
        }
        const bool refuses = happens(drawn.word[member % 4], now.p.oath.oath_refusal);
        std::uint32_t place = find_place(ward, household, member);
        if (place != nobody && !ward.persons.is(place, Flag::free)) continue;
        if (observed(ward, household)) {
            ward.diary->write(now.day.day, member,
                              refuses ? DiaryEvent::refused_oath : DiaryEvent::signed_oath,
                              refuses ? "refuses" : "signs", now.p.oath.oath_refusal,
                              uniform(drawn.word[member % 4]), {});
        }
        if (refuses) {
            place = place_of(now.city, ward, now.day, household, member);
            add_suspicion(now, ward, place, now.p.oath.suspicion_refusal);
        } else if (place == nobody) {
            ++unseen;
        } else {
            sign_oath(now, ward, place);
        }
    }
    return unseen;
}

void visit_unit(const Today& now, Ward& ward, std::size_t unit_place) {
    WatchUnit& unit = ward.units[unit_place];
    std::int32_t unseen = 0;
    for (std::uint32_t h = 0; h < unit.households; ++h) {
        unseen += visit_household(now, ward, unit.first_household + h);
    }
    if (unit.oath_day == never) ward.signed_unseen += unseen;
    unit.oath_day = now.day.day;
    const auto frighten = [&](double& excess) {
        set_risk(now, excess, frightened(perceived_risk(now, excess), now.p.oath.oath_fear));
    };
    frighten(unit.risk_excess);
    for (std::size_t i = 0; i < ward.persons.size(); ++i) {
        if (ward.persons.identity[i].unit == unit_place && ward.persons.is(i, Flag::free)) {
            frighten(ward.persons.risk_excess[i]);
        }
    }
}

}  // namespace

void visit_units(const Today& now, Ward& ward) {
    if (now.day.oath_drive == Answer::no) return;
    for (std::size_t u = 0; u < ward.units.size(); ++u) {
        WatchUnit& unit = ward.units[u];
        if (now.day.oath_drive_begins == Answer::yes) unit.visited_in = never;
        if (unit.visited_in != never) continue;
        const std::uint32_t ordinal = ward.ordinal << 16 | static_cast<std::uint32_t>(u);
        const RandomBlock drawn = draw(now.city.luck, {ordinal, now.day.day, purpose::oath_visit});
        if (!happens(drawn.word[0], now.p.oath.oath_visit)) continue;
        visit_unit(now, ward, u);
        unit.visited_in = now.day.day;
    }
}

}  // namespace tumen
