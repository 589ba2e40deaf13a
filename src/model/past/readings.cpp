#include "model/past/readings.hpp"

#include <algorithm>

#include "model/zones.hpp"
#include "rules/acquisition.hpp"
#include "rules/calling.hpp"
#include "rules/contact.hpp"
#include "rules/drift.hpp"
#include "rules/following.hpp"
#include "rules/hand_in.hpp"
#include "rules/news.hpp"
#include "rules/noticing.hpp"
#include "rules/oath.hpp"
#include "rules/population.hpp"
#include "rules/punishment.hpp"
#include "rules/remittance.hpp"
#include "rules/reporting.hpp"
#include "rules/threat.hpp"

namespace tumen {

namespace {

using PlaceRead = std::pair<const double*, Read>;

/// Of every number of one rule.
template <class OfRule>
void add_numbers(const OfRule& rule, std::vector<PlaceRead>& places) {
    const std::size_t first = places.size();
    const auto* const numbers = reinterpret_cast<const double*>(&rule);
    for (std::size_t i = 0; i < sizeof(OfRule) / sizeof(double); ++i)
        places.emplace_back(numbers + i, days_read<OfRule>.others);
    for (const NumberRead<OfRule>& one : days_read<OfRule>.on_some_days) {
        for (const double& number : one.numbers(rule))
            places[first + static_cast<std::size_t>(&number - numbers)].second = one.on;
    }
}

/// As the rules say; a rule that is new does not compile until it says so.
std::vector<PlaceRead> places_read(const Parameters& p) {
    const auto& [population, threat, drift, contact, acquisition, remittance, calling, noticing,
                 reporting, following, hand_in, oath, punishment, news] = p;
    std::vector<PlaceRead> places;
    const auto add_all = [&](const auto&... rules) { (add_numbers(rules, places), ...); };
    add_all(population, threat, drift, contact, acquisition, remittance, calling, noticing,
            reporting, following, hand_in, oath, punishment, news);
    return places;
}

/// Of every row and index of the table.
const std::vector<std::vector<Read>>& readings() {
    static const std::vector<std::vector<Read>> all = [] {
        Parameters p{};
        const auto places = places_read(p);
        std::vector<std::vector<Read>> made(parameter_rows().size());
        for (const ParameterRef ref : parameter_refs()) {
            const double* number = &row_of(ref).member(p, ref.index);
            for (const auto& [place, when] : places) {
                if (place == number) made[ref.row].push_back(when);
            }
        }
        return made;
    }();
    return all;
}

}  // namespace

Read read_of(ParameterRef number) {
    return readings()[number.row][number.index];
}

std::vector<ParameterRef> read_on_some_days() {
    std::vector<ParameterRef> some;
    for (const ParameterRef ref : parameter_refs()) {
        if (read_of(ref) != Read::always) some.push_back(ref);
    }
    return some;
}

std::array<std::pair<std::uint8_t, Read>, 5> choices_read(const RivalRules& rules) {
    const auto& [learning, oath, enforcement, trust, deterrence] = rules;
    return {{{static_cast<std::uint8_t>(learning), Read::always},
             {static_cast<std::uint8_t>(oath), Read::always},
             {static_cast<std::uint8_t>(enforcement), Read::under_pressure},
             {static_cast<std::uint8_t>(trust), Read::since_a_hand_in_drive},
             {static_cast<std::uint8_t>(deterrence), Read::always}}};
}

Reading::Reading(Observed observed) {
    hold(Read::always, true);
    hold(Read::where_promised, observed == Observed::all);
}

void Reading::add(const DayConditions& day) {
    note(Read::on_oath_visits, day.oath_drive);
    note(Read::on_meetings, day.meeting_reach > 0);
    note(Read::with_a_central_team, day.central_team);
    note(Read::in_a_hand_in_drive, day.hand_in_drive);
    note(Read::where_promised, day.hand_in_drive);
    note(Read::under_threat, day.threat != 1);
    note(Read::under_pressure, day.pressure != 0);
    hold(Read::since_a_hand_in_drive, day.hand_in_drive);
    hold(Read::since_a_deadline, day.sentencing == Sentencing::harsh);
    hold(Read::since_an_oath_drive, day.oath_drive);
    hold(Read::since_a_drive, day.hand_in_drive || day.oath_drive);
}

FirstReads::FirstReads(const Plan& plan, std::uint32_t city) {
    days_.fill(plan.days);
    const auto note = [&](const Reading& reading, std::int32_t day) {
        for (std::size_t i = 0; i < days_.size(); ++i) {
            if (reading.reads(static_cast<Read>(i))) days_[i] = std::min(days_[i], day);
        }
    };
    note(Reading(), from_the_start);
    const auto read_in = [&](std::uint32_t group) {
        const Calendar calendar(plan_within(plan, city, group));
        Reading reading;
        for (std::int32_t day = calendar.first_day(); day < plan.days; ++day) {
            reading.begin_day();
            reading.add(calendar.on(day));
            note(reading, day);
        }
    };
    read_in(no_group);
    for (std::uint32_t group = 0; group < plan.ward_groups.size(); ++group) {
        if (has_group(plan.ward_groups[group], city)) read_in(group);
    }
}

}  // namespace tumen
