#include <algorithm>

#include "model/lanes/draws_at_once.hpp"
#include "model/purposes.hpp"
#include "model/steps/exposure.hpp"
#include "model/steps/steps.hpp"
#include "rules/drift.hpp"
#include "rules/noticing.hpp"
#include "rules/reporting.hpp"

/// Step 7: what a witness weighs, and reports that are false.
namespace tumen {

namespace {

double loyalty_of(const RandomKey& random_key, AdultId adult) {
    const RandomBlock drawn = draw(
        random_key, {adult.household, 0, purpose::disposition, purpose::of_member(adult.member)});
    return normal_quantile(uniform(drawn.word[0]));
}

double cohesion_of(const RandomKey& random_key, const Ward& ward, UnitId unit) {
    const RandomBlock drawn = draw(random_key, {entity_of(ward, unit), 0, purpose::cohesion});
    return normal_quantile(uniform(drawn.word[0]));
}

}  // namespace

/// What the witness feels, whether or not he or she has a place in the columns.
WitnessSituation witness_situation(const Today& now, const Ward& ward, UnitId unit, AdultId adult,
                                   PersonPlace place) {
    const WatchUnit& own_unit = ward.units[unit];
    const Persons& persons = ward.persons;
    const bool known = place != nobody;
    const std::int32_t oath_day = known ? persons.oath_day[place] : own_unit.oath_day;
    const double excess = known ? persons.risk_excess[place] : own_unit.risk_excess;
    return {loyalty_of(now.city.random_key, adult),
            oath_day == never ? 0 : oath_force(now.p.drift, now.day.day - oath_day),
            perceived_risk(now, excess) / now.p.drift.risk_baseline,
            cohesion_of(now.city.random_key, ward, unit), known && persons.is(place, Flag::phone)};
}

namespace {

/// The n-th false report of the ward's day: of any adult, whatever he or she did.
void report_somebody_falsely(const Today& now, Ward& ward, std::uint32_t n) {
    const RandomBlock drawn =
        draw(now.city.random_key, {ward.ordinal | (n >> 8) << 20, now.day.day,
                                   purpose::false_report, static_cast<std::uint8_t>(n)});
    const AdultId adult = adult_of_ward(ward, uniform_below(drawn.word[0], ward.adults));
    if (is_exiled(ward, adult.household)) return;
    const PersonPlace known = find_place(ward, adult);
    if (known != nobody && !ward.persons.is(known, Flag::free)) return;
    ++ward.today[Count::false_reports];
    const PersonPlace place = place_of(now.city, ward, now.day, adult);
    if (observed(ward, adult.household)) {
        ward.diary->write(now.day.day, adult.member, DiaryEvent::falsely_reported, "reported",
                          not_drawn, not_drawn, {});
    }
    take_report(now, ward, place, drawn.word[1], drawn.word[2]);
}

/// How many false reports some wards get, drawn together; at most columns_length wards.
void report_falsely_in_some(const Today& now, std::span<Ward> wards) {
    BlockDraws draws(now.city.random_key);
    for (const Ward& ward : wards)
        draws.add({ward.ordinal, now.day.day, purpose::false_reports});
    const auto& drawn = draws.drawn();
    for (std::size_t w = 0; w < wards.size(); ++w) {
        const double mean = false_reports_mean(now.p.noticing, wards[w].adults, now.day.threat);
        const std::int32_t reports = poisson_quantile(mean, uniform(drawn[w].word[0]));
        for (std::int32_t n = 0; n < reports; ++n)
            report_somebody_falsely(now, wards[w], static_cast<std::uint32_t>(n));
    }
}

}  // namespace

void report_falsely(const Today& now, std::span<Ward> wards) {
    if (!(false_reports_mean(now.p.noticing, 1, now.day.threat) > 0)) return;
    for (; !wards.empty(); wards = wards.subspan(std::min(columns_length, wards.size())))
        report_falsely_in_some(now, wards.first(std::min(columns_length, wards.size())));
}

}  // namespace tumen
