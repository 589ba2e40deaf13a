#include <algorithm>

#include "model/zones.hpp"
#include "scenario/assembly/assemble.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/draft/draft.hpp"
#include "scenario/happening.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

constexpr double sum_tolerance = 1e-9;

class Together {
  public:
    /// `plan` is that of one place, whose own values were said in `own`.
    /// `when` says which case it is, where that is not as the files stand.
    Together(const Draft& draft, const Plan& plan, std::vector<OwnDraft> own, const CityPart& place,
             Problems& problems, std::string when = "")
        : draft_(draft),
          plan_(plan),
          own_(std::move(own)),
          place_(place),
          problems_(problems),
          when_(std::move(when)) {}

    void run() {
        check_population();
        for (const std::int32_t day : breakpoints()) {
            check_sentences(day, "sentence_calm");
            check_sentences(day, "sentence_harsh");
            check_fee(day);
        }
    }

  private:
    static ParameterRef ref(std::string_view name) { return *find_parameter(name); }

    /// Where the value in force on that day was said: a schedule's entry, the base, or nowhere but
    /// in the evidence (then the scenario as a whole).
    Spot spot_of(ParameterRef parameter, std::int32_t day) const {
        const auto& schedules = draft_.events[static_cast<std::size_t>(EventKind::schedule)];
        if (schedules && draft_.start) {
            for (const EventDraft& entry : *schedules) {
                if (!covers(entry.scope, place_.city, place_.group)) continue;
                if (entry.parameter == parameter && first_day(entry) <= day &&
                    day <= last_day(entry)) {
                    return entry.factor ? entry.factor->spot : entry.number.spot;
                }
            }
        }
        for (const OwnDraft& own : own_) {
            if (own.parameter == parameter) return own.value.spot;
        }
        const auto& said = draft_.values[position_of(parameter)];
        return said ? said->spot : draft_.leaf;
    }

    std::int32_t first_day(const EventDraft& entry) const {
        return days_between(draft_.start->value, entry.from.value);
    }
    std::int32_t last_day(const EventDraft& entry) const {
        return days_between(draft_.start->value, entry.to.value);
    }

    double value_on(ParameterRef parameter, std::int32_t day) const {
        for (const Schedule& schedule : plan_.schedules) {
            if (schedule.parameter == parameter && schedule.first <= day && day <= schedule.last) {
                return schedule.value;
            }
        }
        return get(plan_.parameters, parameter);
    }

    /// The first day, and every day on which a value that is checked here may change.
    std::vector<std::int32_t> breakpoints() const {
        std::vector<std::int32_t> days = {-1};
        for (const Schedule& schedule : plan_.schedules) {
            const ParameterRow& row = row_of(schedule.parameter);
            if (row.indexing != Indexing::by_sentence && row.name != "fee_base") continue;
            days.push_back(schedule.first);
            days.push_back(schedule.last + 1);
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        return days;
    }

    void check_population() {
        const PopulationParameters& p = plan_.parameters.population;
        const auto amount = [](double value, Unit unit) { return quantity_text(value, unit); };
        if (p.unit_households_min > p.unit_households_max) {
            problems_.add(said("unit_households_min", "unit_households_max"),
                          "the smallest watch unit has more households (" +
                              amount(p.unit_households_min, Unit::one) + ") than the largest (" +
                              amount(p.unit_households_max, Unit::one) + ")",
                          "unit_households_min may not exceed unit_households_max");
        }
        if (p.household_adults > p.household_size) {
            problems_.add(said("household_adults", "household_size"),
                          "a household has more adults (" + amount(p.household_adults, Unit::one) +
                              ") than people (" + amount(p.household_size, Unit::one) + ")",
                          "household_adults may not exceed household_size");
        }
        if (p.smuggler_households + p.broker_households > 1) {
            problems_.add(said("smuggler_households", "broker_households"),
                          "smuggler_households and broker_households sum to more than 1",
                          "a household's first adult has one role");
        }
        if (p.warmup > scenario_limits.warmup) {
            problems_.add(said("warmup", "warmup"), "warmup is too long",
                          "at most " + amount(scenario_limits.warmup, Unit::days));
        }
    }

    /// The place of whichever of two values was said.
    Spot said(std::string_view one, std::string_view other) const {
        const auto& first = draft_.values[position_of(ref(one))];
        return first ? first->spot : spot_of(ref(other), -1);
    }

    /// Nobody is punished in two ways or in none: the four shares sum to 1, every day.
    void check_sentences(std::int32_t day, const std::string& row) {
        double sum = 0;
        double brokers = 0;
        for (std::uint16_t i = 0; i < sentence_count; ++i) {
            const double share = value_on(sentence(row, i), day);
            sum += share;
            brokers += share * value_on(sentence("sentence_broker", i), day);
        }
        const std::string when =
            (day < 0 ? "" : " from " + iso(plus_days(draft_.start->value, day))) + when_;
        const double off = sum > 1 ? sum - 1 : 1 - sum;
        if (!(off <= sum_tolerance)) {
            problems_.add(
                said_in(row, day),
                "the four shares of " + row + " sum to " + quantity_text(sum, Unit::share) + when,
                "warned, detained, imprisoned and exiled must sum to 100 %",
                "change the others as well");
        } else if (!(brokers > 0)) {
            problems_.add(said_in("sentence_broker", day), "no sentence is left for brokers" + when,
                          row + " times sentence_broker is 0 for all four");
        }
    }

    static ParameterRef sentence(const std::string& row, std::uint16_t index) {
        return {ref(row + ".warned").row, index};
    }

    /// Where the first of a row's values in force on that day was said.
    Spot said_in(const std::string& row, std::int32_t day) const {
        for (std::uint16_t i = 0; i < sentence_count; ++i) {
            const Spot spot = spot_of(sentence(row, i), day);
            if (spot.mark.line > 0 || !spot.flag.empty()) return spot;
        }
        return draft_.leaf;
    }

    /// Requests are reckoned against what is left after the fee in calm times.
    void check_fee(std::int32_t day) {
        if (value_on(ref("fee_base"), day) < 1) return;
        problems_.add(spot_of(ref("fee_base"), day), "fee_base must be below 100 %" + when_,
                      "nothing would arrive even in calm times");
    }

    const Draft& draft_;
    const Plan& plan_;
    std::vector<OwnDraft> own_;
    CityPart place_;
    Problems& problems_;
    std::string when_;
};

/// What city and ward group said, the group's first: they win.
std::vector<OwnDraft> own_values(const Draft& draft, const CityPart& place) {
    std::vector<OwnDraft> own;
    if (place.group != no_group) own = (*draft.groups)[place.group].values;
    const auto& values = (*draft.cities)[place.city].values;
    own.insert(own.end(), values.begin(), values.end());
    return own;
}

}  // namespace

namespace {

void check_places(const Draft& draft, const Plan& plan, const std::string& when,
                  Problems& problems) {
    for (const CityPart& place : distinct_parts(plan)) {
        if (problems.any()) return;  // elsewhere it would often be the same
        Together(draft, plan_within(plan, place.city, place.group), own_values(draft, place), place,
                 problems, when)
            .run();
    }
}

}  // namespace

/// (What files said, and where, is left blank: nobody is told of a place.)
bool holds_together(const Scenario& scenario) {
    Draft blank;
    blank.start = Said<Date>{scenario.start, {}};
    blank.values.resize(parameter_refs().size());
    blank.cities.emplace(scenario.plan.cities.size());
    blank.groups.emplace(scenario.plan.ward_groups.size());
    Problems problems;
    check_together(blank, scenario, problems);
    return !problems.any();
}

void check_together(const Draft& draft, const Scenario& scenario, Problems& problems) {
    const Plan& plan = scenario.plan;
    if (problems.full()) return;
    if (problems.any() || plan.cities.empty()) {
        return Together(draft, plan, {}, {0, no_group}, problems).run();
    }
    check_places(draft, plan, "", problems);
    for (const std::string& name : happening_names(scenario)) {
        Scenario without = scenario;
        place_happening(without, name, 1);
        check_places(draft, without.plan, ", had " + name + " not happened", problems);
    }
}

}  // namespace tumen
