#include <algorithm>

#include "model/purposes.hpp"
#include "model/steps/steps.hpp"
#include "model/steps/ties.hpp"
#include "rules/news.hpp"

/// Step 13: which of the day's events the outside hears of. Sources are people like others; that
/// they tell changes nothing in the city.
namespace tumen {

namespace {

/// Which adult of the city somebody with a place is.
std::uint32_t adult_number(const Ward& ward, const Identity& who) {
    const WatchUnit& unit = ward.units[who.unit];
    std::uint32_t number = ward.first_adult + unit.first_adult + who.member;
    for (HouseholdId h = unit.first_household; h < who.household; ++h)
        number += adults_in(ward, h);
    return number;
}

/// Lists the sources who are calling at the end of the day.
void list_calling_sources(City& city) {
    city.calling_sources.clear();
    city.ward_has_source.assign(city.wards.size(), 0);
    for (const Ward& ward : city.wards) {
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            const PersonBlock& block = ward.persons.blocks[b];
            for_each_bit(block[Flag::source] & block[Flag::calling], b, [&](PersonPlace i) {
                city.ward_has_source[ward.ordinal] = 1;
                city.calling_sources.push_back(adult_number(ward, ward.persons.identity[i]));
            });
        }
    }
    std::sort(city.calling_sources.begin(), city.calling_sources.end());
}

/// Whether an event that concerned that person is told of.
bool is_told(const Today& now, City& city, Ward& ward, PersonPlace person, Purpose purpose) {
    if (city.ward_has_source[ward.ordinal] != 0) return true;
    const std::vector<std::uint32_t>& sources = city.calling_sources;
    bool named = false;
    for_each_tie(now, city, ward, person, [&](const Tie& tie) {
        named = named || std::binary_search(sources.begin(), sources.end(),
                                            tie.ward->first_adult + tie.adult);
    });
    if (named) return true;
    const Identity& who = ward.persons.identity[person];
    const RandomBlock drawn = draw(
        city.random_key, {who.household, now.day.day, purpose, purpose::of_member(who.member)});
    const auto count = static_cast<double>(sources.size());
    return happens(drawn.word[0], telling_probability(now.p.news, count));
}

}  // namespace

void tell_outside(const Today& now, City& city, Executor&) {
    list_calling_sources(city);
    if (city.calling_sources.empty()) return;
    for (Ward& ward : city.wards) {
        const Today here = today_in(now, ward);
        const auto count = [&](const std::vector<PersonPlace>& people, Purpose purpose) {
            return static_cast<std::int32_t>(std::count_if(
                people.begin(), people.end(),
                [&](PersonPlace person) { return is_told(here, city, ward, person, purpose); }));
        };
        ward.today[Count::told_arrests] = count(ward.arrests, purpose::arrest_told);
        ward.today[Count::told_exiles] = count(ward.exiles, purpose::exile_told);
        ward.today[Count::told_hand_ins] = count(ward.handed_in, purpose::hand_in_told);
    }
}

}  // namespace tumen
