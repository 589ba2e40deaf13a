#include <algorithm>
#include <array>

#include "base/draw_many.hpp"
#include "model/person_draws.hpp"
#include "model/processes.hpp"
#include "model/purposes.hpp"

/// Steps 6 and 7: calls, who notices them, what is reported, whom that exposes.
namespace tumen {

namespace {

void catch_person(Ward& ward, std::size_t i) {
    if (ward.persons.is(i, Flag::caught)) return;
    ward.persons.raise(i, Flag::caught);
    ward.caught.push_back(static_cast<std::uint32_t>(i));
}

void write(const Today& now, const Ward& ward, std::size_t i, DiaryEvent event, const char* outcome,
           double probability, std::uint32_t word) {
    ward.diary->write(now.day.day, ward.persons.identity[i].member, event, outcome, probability,
                      uniform(word), {{"suspicion", suspicion_of(now, ward, i)}});
}

/// A report raises suspicion and may lead to a search, which may find a working phone.
void take_report(const Today& now, Ward& ward, std::size_t reported, std::uint32_t search_word,
                 std::uint32_t find_word) {
    add_suspicion(now, ward, reported, now.p.noticing.suspicion_report);
    const bool searched = happens(search_word, now.p.noticing.search);
    const bool found = searched && happens(find_word, now.p.noticing.search_find) &&
                       ward.persons.is(reported, Flag::phone);
    if (found) catch_person(ward, reported);
    if (searched && observed_person(ward, reported)) {
        write(now, ward, reported, DiaryEvent::searched, found ? "phone found" : "nothing found",
              now.p.noticing.search_find, find_word);
    }
}

double loyalty_of(const Luck& luck, AdultId adult) {
    const RandomBlock drawn =
        draw(luck, {adult.household, 0, purpose::disposition, purpose::of_member(adult.member)});
    return normal_quantile(uniform(drawn.word[0]));
}

double cohesion_of(const Luck& luck, const Ward& ward, std::size_t unit) {
    const auto ordinal =
        ward.ordinal * static_cast<std::uint32_t>(1u << 16) + static_cast<std::uint32_t>(unit);
    return normal_quantile(uniform(draw(luck, {ordinal, 0, purpose::cohesion}).word[0]));
}

/// What the witness feels, whether or not he or she has a place in the columns.
WitnessSituation witness_situation(const Today& now, const Ward& ward, std::size_t unit,
                                   AdultId adult, std::uint32_t place) {
    const WatchUnit& own_unit = ward.units[unit];
    const Persons& persons = ward.persons;
    const bool known = place != nobody;
    const std::int32_t oath_day = known ? persons.oath_day[place] : own_unit.oath_day;
    const double excess = known ? persons.risk_excess[place] : own_unit.risk_excess;
    return {loyalty_of(now.city.luck, adult),
            oath_day == never ? 0 : oath_force(now.p.drift, now.day.day - oath_day),
            perceived_risk(now, excess) / now.p.drift.risk_baseline,
            cohesion_of(now.city.luck, ward, unit),
            known ? persons.answer(place, Flag::phone) : Answer::no};
}

/// Somebody of the unit may notice the call, and may report it.
void be_noticed(const Today& now, Ward& ward, std::size_t caller, std::uint32_t word) {
    const std::size_t unit_place = ward.persons.identity[caller].unit;
    const WatchUnit& unit = ward.units[unit_place];
    const std::uint32_t household = ward.persons.identity[caller].household;
    const std::uint32_t own = ward.households[household - ward.first_household] & adults_mask;
    if (!happens(word, now.tables.notice_probability[unit.adults - own])) return;
    const std::uint8_t member = ward.persons.identity[caller].member;
    const RandomBlock drawn =
        draw(now.city.luck, {household, now.day.day, purpose::witness, purpose::of_member(member)});
    const AdultId witness = adult_of_unit(ward, unit, uniform_below(drawn.word[0], unit.adults));
    if (witness.household == household) return;
    if (ward.households[witness.household - ward.first_household] & exiled_mark) return;
    const std::uint32_t place = find_place(ward, witness.household, witness.member);
    if (place != nobody && !ward.persons.is(place, Flag::free)) return;
    ++ward.today[Count::noticed];
    const WitnessSituation situation = witness_situation(now, ward, unit_place, witness, place);
    const double probability =
        report_probability(now.p.reporting, now.oath.on_reporting, now.day.threat, situation);
    const bool reports = happens(drawn.word[1], probability);
    const char* outcome = reports ? "reported" : "not reported";
    if (observed_person(ward, caller)) {
        write(now, ward, caller, DiaryEvent::noticed, outcome,
              now.tables.notice_probability[unit.adults - own], word);
    }
    if (observed(ward, witness.household)) {
        ward.diary->write(now.day.day, witness.member, DiaryEvent::witnessed, outcome, probability,
                          uniform(drawn.word[1]),
                          {{"loyalty", situation.loyalty},
                           {"oath_force", situation.oath_force},
                           {"risk_ratio", situation.risk_ratio},
                           {"cohesion", situation.cohesion},
                           {"holds_phone", situation.holds_phone == Answer::yes ? 1.0 : 0.0}});
    }
    if (!reports) return;
    ++ward.today[Count::reports];
    take_report(now, ward, caller, drawn.word[2], drawn.word[3]);
}

double detection_today(const Today& now) {
    const double factor =
        now.day.central_team == Answer::yes ? now.p.noticing.central_detection_factor : 1;
    return detection_probability(now.p.noticing, factor);
}

void be_detected(const Today& now, Ward& ward, std::size_t caller, std::uint32_t word,
                 std::uint32_t raid_word) {
    if (!happens(word, detection_today(now))) return;
    ++ward.today[Count::detected];
    add_suspicion(now, ward, caller, now.p.noticing.suspicion_detection);
    const bool raided = happens(raid_word, now.p.noticing.raid);
    if (raided) catch_person(ward, caller);
    if (observed_person(ward, caller)) {
        write(now, ward, caller, DiaryEvent::detected, raided ? "raided" : "not raided",
              now.p.noticing.raid, raid_word);
    }
}

/// Most calls come to nothing, and that is seen from two words: they lie above these.
struct CallThresholds {
    std::uint64_t noticed;  // in the unit with the most neighbours that there can be
    std::uint64_t detected;

    explicit CallThresholds(const Today& now)
        : noticed(word_threshold(now.tables.notice_probability.back())),
          detected(word_threshold(detection_today(now))) {}

    bool nothing(const RandomBlock& drawn) const {
        return drawn.word[0] >= noticed && drawn.word[1] >= detected;
    }
};

void make_call(const Today& now, const CallThresholds& thresholds, Ward& ward, std::size_t i,
               const RandomBlock& drawn) {
    ++ward.today[Count::calls];
    const Persons& persons = ward.persons;
    const double income = income_of_calling(now.p.calling, persons.identity[i].role);
    if (income > 0) add_savings(now, ward, persons.identity[i].home, income);
    if (observed_person(ward, i)) {
        ward.diary->write(now.day.day, persons.identity[i].member, DiaryEvent::called, "calls",
                          not_drawn, not_drawn, {});
    }
    const bool followed = persons.is(i, Flag::followed_at_dawn);
    if (thresholds.nothing(drawn) && !followed) return;
    be_noticed(now, ward, i, drawn.word[0]);
    be_detected(now, ward, i, drawn.word[1], drawn.word[2]);
    if (!followed) return;
    const bool caught = happens(drawn.word[3], now.p.noticing.catch_followed);
    if (caught) catch_person(ward, i);
    if (observed_person(ward, i)) {
        write(now, ward, i, DiaryEvent::caught_by_officer, caught ? "caught" : "not caught",
              now.p.noticing.catch_followed, drawn.word[3]);
    }
}

}  // namespace

void make_calls(const Today& now, std::span<Ward> wards) {
    const std::size_t row = chance_row(now.day.day);
    const CallThresholds thresholds(now);
    PersonDraws draws(now, purpose::call, [&](Ward& ward, std::size_t i, const RandomBlock& drawn) {
        make_call(now, thresholds, ward, i, drawn);
    });
    for (Ward& ward : wards) {
        for (std::size_t b = 0; b < ward.persons.blocks.size(); ++b) {
            const PersonBlock& block = ward.persons.blocks[b];
            const std::uint64_t callers =
                block[Flag::calling] & (block.calling[row] | block[Flag::asked_to_call]);
            for_each_bit(callers, b, [&](std::size_t i) { draws.add(ward, i); });
        }
    }
    draws.finish();
}

namespace {

/// The n-th false report of the ward's day: of any adult, whatever he or she did.
void report_somebody_falsely(const Today& now, Ward& ward, std::uint32_t n) {
    const RandomBlock drawn =
        draw(now.city.luck, {ward.ordinal | (n >> 8) << 20, now.day.day, purpose::false_report,
                             static_cast<std::uint8_t>(n)});
    const AdultId adult = adult_of_ward(ward, uniform_below(drawn.word[0], ward.adults));
    if (ward.households[adult.household - ward.first_household] & exiled_mark) return;
    const std::uint32_t known = find_place(ward, adult.household, adult.member);
    if (known != nobody && !ward.persons.is(known, Flag::free)) return;
    ++ward.today[Count::false_reports];
    const std::uint32_t place = place_of(now.city, ward, now.day, adult.household, adult.member);
    if (observed(ward, adult.household)) {
        ward.diary->write(now.day.day, adult.member, DiaryEvent::falsely_reported, "reported",
                          not_drawn, not_drawn, {});
    }
    take_report(now, ward, place, drawn.word[1], drawn.word[2]);
}

/// How many false reports some wards get, drawn together; at most `at_once` wards.
constexpr std::size_t at_once = 64;

void report_falsely_in_some(const Today& now, std::span<Ward> wards) {
    std::array<std::uint32_t, at_once> ordinals{};
    std::array<std::uint32_t, at_once> what{};
    std::array<RandomBlock, at_once> drawn;
    for (std::size_t w = 0; w < wards.size(); ++w) {
        ordinals[w] = wards[w].ordinal;
        what[w] = described_by({wards[w].ordinal, now.day.day, purpose::false_reports});
    }
    draw_many(now.city.luck, ordinals.data(), what.data(), wards.size(), drawn.data());
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
    for (; !wards.empty(); wards = wards.subspan(std::min(at_once, wards.size())))
        report_falsely_in_some(now, wards.first(std::min(at_once, wards.size())));
}

}  // namespace tumen
