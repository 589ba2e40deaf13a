#include "model/processes.hpp"
#include "model/purposes.hpp"

/// Step 11: bribes, arrests and sentences.
namespace tumen {

namespace {

RandomBlock drawn_for(const Today& now, const Persons& persons, std::size_t i, Purpose purpose) {
    return draw(now.city.luck, {persons.identity[i].household, now.day.day, purpose,
                                purpose::of_member(persons.identity[i].member)});
}

/// The whole household goes, whatever became of its members before, and their phones with it.
void exile_household(const Today& now, Ward& ward, std::uint32_t household) {
    std::uint8_t& mark = ward.households[household - ward.first_household];
    const std::uint8_t adults = mark & adults_mask;
    const RandomBlock built = draw(now.city.luck, {household, 0, purpose::household});
    ++ward.today[Count::exiled_households];
    ward.today[Count::exiled_people] += adults + children(now.p.population, uniform(built.word[3]));
    ward.exiled_adults += adults;
    mark |= exiled_mark;
    for (std::uint8_t member = 0; member < adults; ++member) {
        const std::uint32_t place = find_place(ward, household, member);
        if (place == nobody) continue;
        lose_phone(ward, place);
        ward.persons.lower(place, Flag::free);
        ward.persons.lower(place, Flag::detained);
        ward.persons.lower(place, Flag::imprisoned);
        ward.persons.raise(place, Flag::exiled);
    }
}

void write_arrest(const Today& now, const Ward& ward, std::size_t i, Sentence drawn,
                  std::uint32_t word) {
    ward.diary->write(now.day.day, ward.persons.identity[i].member, DiaryEvent::arrested,
                      name_of(drawn), not_drawn, uniform(word),
                      {{"harsh", now.day.sentencing == Sentencing::harsh ? 1.0 : 0.0}});
}

void sentence(const Today& now, Ward& ward, std::size_t i, std::uint32_t word) {
    Persons& persons = ward.persons;
    const Sentence drawn = draw_sentence(now.p.punishment, now.day.sentencing,
                                         persons.identity[i].role, uniform(word));
    if (observed_person(ward, i)) write_arrest(now, ward, i, drawn, word);
    switch (drawn) {
        case Sentence::warned:
            ++ward.today[Count::warned];
            sign_oath(now, ward, i);
            break;
        case Sentence::detained: {
            ++ward.today[Count::detained];
            const RandomBlock length = drawn_for(now, persons, i, purpose::detention);
            persons.lower(i, Flag::free);
            persons.raise(i, Flag::detained);
            persons.release_day[i] =
                now.day.day + 1 +
                poisson_quantile(now.p.punishment.detention, uniform(length.word[0]));
            ward.detainees.push_back(static_cast<std::uint32_t>(i));
            break;
        }
        case Sentence::imprisoned:
            ++ward.today[Count::imprisoned];
            persons.lower(i, Flag::free);
            persons.raise(i, Flag::imprisoned);
            break;
        case Sentence::exiled:
            exile_household(now, ward, persons.identity[i].household);
            break;
    }
}

void arrest(const Today& now, Ward& ward, std::size_t i, std::uint32_t sentence_word) {
    ++ward.today[Count::arrested];
    lose_phone(ward, i);
    ward.arrests.push_back(static_cast<std::uint32_t>(i));
    sentence(now, ward, i, sentence_word);
}

void punish(const Today& now, Ward& ward, std::size_t i) {
    Persons& persons = ward.persons;
    if (!persons.is(i, Flag::free) || !persons.is(i, Flag::phone)) return;
    ++ward.today[Count::caught];
    const PunishmentParameters& p = now.p.punishment;
    const RandomBlock drawn = drawn_for(now, persons, i, purpose::caught);
    const bool central =
        now.day.central_team == Answer::yes && happens(drawn.word[0], p.central_share);
    const std::uint32_t home = persons.identity[i].home;
    const double bribe = bribe_asked(p, persons.identity[i].role, now.day.threat, now.day.pressure);
    const double means = purse(p, savings_of(now, ward, home));
    const double settled =
        settle_probability(p, now.rules.enforcement, means, bribe, now.day.pressure,
                           central ? Team::central : Team::local);
    const bool settles = happens(drawn.word[1], settled);
    if (observed_person(ward, i)) {
        ward.diary->write(
            now.day.day, persons.identity[i].member,
            settles ? DiaryEvent::settled : DiaryEvent::caught, settles ? "pays" : "arrested",
            settled, uniform(drawn.word[1]),
            {{"bribe", bribe}, {"purse", means}, {"central_team", central ? 1.0 : 0.0}});
    }
    if (!settles) {
        arrest(now, ward, i, drawn.word[3]);
        return;
    }
    const double paid = bribe < means ? bribe : means;
    ++ward.today[Count::bribed];
    ward.today[Quantity::bribes_paid] += paid;
    add_savings(now, ward, home, -paid);
    scale_suspicion(now, ward, i, 1.0 / 2);
    if (!happens(drawn.word[2], p.bribe_keeps_phone)) lose_phone(ward, i);
}

}  // namespace

void punish_caught(const Today& now, Ward& ward) {
    for (const std::uint32_t i : ward.caught)
        punish(now, ward, i);
}

void break_promises(const Today& now, Ward& ward) {
    if (ward.promised.empty()) return;
    Persons& persons = ward.persons;
    std::erase_if(ward.promised, [&](std::uint32_t i) {
        if (persons.breach_day[i] > now.day.day) return false;
        persons.breach_day[i] = never;
        // Arrested or exiled earlier today counts as not free: nobody is arrested twice a day.
        bool arrested = false;
        for (const std::uint32_t other : ward.arrests)
            arrested = arrested || other == i;
        if (!persons.is(i, Flag::free) || arrested) return true;
        ++ward.promises_broken;
        if (observed_person(ward, i)) {
            ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::promise_broken,
                              "arrested", not_drawn, not_drawn, {});
        }
        ++ward.today[Count::promises_broken];
        arrest(now, ward, i, drawn_for(now, persons, i, purpose::caught).word[3]);
        return true;
    });
}

}  // namespace tumen
