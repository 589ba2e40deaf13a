#include <algorithm>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "model/zones.hpp"
#include "scenario/assembly/assemble.hpp"
#include "scenario/assembly/owners.hpp"
#include "scenario/draft/years.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_city_days = 500'000;  // reported days of all cities together

/// The same date so many years later; 1 March for a 29 February that is not there.
std::optional<Date> years_after(Date date, std::int32_t years) {
    const std::string text = iso(date);
    const int year = std::stoi(text.substr(0, 4)) + years;
    const int month = std::stoi(text.substr(5, 2));
    const int day = std::stoi(text.substr(8, 2));
    const auto same = make_date(year, month, day);
    return same ? same : make_date(year, month + 1, 1);
}

std::string two_names(const std::string& one, const std::string& other) {
    return one + " and " + other;
}

class Assembly {
  public:
    Assembly(const Draft& draft, Problems& problems)
        : draft_(draft), problems_(problems), ranges_(draft.beyond_evidence, problems) {}

    Scenario run() {
        scenario_.name = draft_.name;
        scenario_.title = draft_.title.empty() ? draft_.name : draft_.title;
        scenario_.question = draft_.question;
        scenario_.extends = draft_.extends;
        set_parameters();
        set_rules();
        set_time();
        set_cities();
        set_groups();
        set_headlines();
        if (draft_.start) set_calendar(draft_, scenario_, ranges_, problems_);
        check_size();
        check_together(draft_, scenario_, problems_);
        scenario_.beyond_evidence = ranges_.beyond();
        return std::move(scenario_);
    }

  private:
    Plan& plan() { return scenario_.plan; }

    void set_parameters() {
        plan().parameters = starting_values();
        scenario_.origins.resize(parameter_refs().size());
        for (std::size_t i = 0; i < draft_.values.size(); ++i) {
            const auto& said = draft_.values[i];
            if (!said) continue;
            const ParameterRef ref = parameter_refs()[i];
            ranges_.check(*said, ref, name_of(ref));
            set(plan().parameters, ref, said->value);
            scenario_.origins[i] = origin_of(said->spot);
        }
    }

    void set_rules() {
        for (std::size_t i = 0; i < rule_count; ++i) {
            if (!draft_.rules[i]) continue;
            set_rule(plan().rules, i, draft_.rules[i]->value);
            scenario_.rule_origins[i] = origin_of(draft_.rules[i]->spot);
        }
    }

    /// Ten years end on the eve of the same date, whatever leap days lie between.
    double days_to_play() const {
        const double days = draft_.days->value;
        const double years = days / days_of_a_year;
        const auto whole = static_cast<std::int32_t>(years + 0.5);
        if (whole < 1 || whole * days_of_a_year != days || !draft_.start) return days;
        const auto end = years_after(draft_.start->value, whole);
        return end ? days_between(draft_.start->value, *end) : days;
    }

    void set_time() {
        if (draft_.start) {
            scenario_.start = draft_.start->value;
        } else if (!draft_.start_is_said) {
            problems_.add(draft_.leaf, "the scenario has no start",
                          "it needs the date of its first day",
                          "add a line such as: start = 2020-09-01");
        }
        if (!draft_.days && draft_.days_are_said) return;
        if (!draft_.days) {
            problems_.add(draft_.leaf, "the scenario has no days",
                          "it needs to know how long to run", "add a line such as: days = 200");
            return;
        }
        const double days = days_to_play();
        if (!(days >= 1 && days <= scenario_limits.days) ||
            days != static_cast<double>(static_cast<std::int32_t>(days))) {
            problems_.add(draft_.days->spot,
                          "days = " + quantity_text(days, Unit::one) + " is impossible",
                          "a scenario has 1 to " + quantity_text(scenario_limits.days, Unit::one) +
                              " whole days");
            return;
        }
        plan().days = static_cast<std::int32_t>(days);
        check_dates();
    }

    /// Days are kept in tables that count nanoseconds from 1970 in 64 bits.
    void check_dates() {
        if (!draft_.start) return;
        const Date first = *read_date("1678-01-01");
        const Date last = *read_date("2261-12-31");
        const Date end = plus_days(scenario_.start, plan().days - 1);
        if (scenario_.start >= first && end <= last) return;
        problems_.add(draft_.start->spot,
                      "the scenario has days from " + iso(scenario_.start) + " to " + iso(end),
                      "tables can hold dates from " + iso(first) + " to " + iso(last));
    }

    void set_cities() {
        if (!draft_.cities || (draft_.cities->empty() && !problems_.any())) {
            problems_.add(draft_.leaf, "the scenario has no city", "it needs at least one",
                          "add: [[city]] and below it name = \"hyesan\"");
            return;
        }
        const ParameterRef residents = *find_parameter("residents");
        double all = 0;
        for (const CityDraft& city : *draft_.cities) {
            const double base = get(plan().parameters, residents);
            if (city.residents)
                ranges_.check(*city.residents, residents, "residents of " + city.name.value);
            const auto& said =
                city.residents ? city.residents : draft_.values[position_of(residents)];
            plan().cities.push_back(
                {city.name.value, city.label, city.residents ? city.residents->value : base});
            scenario_.city_origins.push_back(said ? origin_of(said->spot) : Origin{});
            all += plan().cities.back().residents;
        }
        if (all > scenario_limits.residents) {
            problems_.add(
                draft_.cities->back().spot,
                quantity_text(all, Unit::people) + " in all cities are too many",
                "a scenario has at most " + quantity_text(scenario_limits.residents, Unit::people));
        }
        check_names();
        refuse_idle_residents(residents);
        for (std::size_t i = 0; i < draft_.cities->size(); ++i) {
            const CityDraft& city = (*draft_.cities)[i];
            scenario_.city_value_origins.push_back(
                set_own_values({OwnerKind::city, city.name.value}, city.values,
                               plan().cities[i].values, ranges_, problems_));
        }
    }

    /// The name of a city keys its draws, so two cities that share one would share their luck.
    void check_names() {
        const auto& cities = *draft_.cities;
        for (std::size_t i = 0; i < cities.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const std::string& one = cities[i].name.value;
                const std::string& other = cities[j].name.value;
                if (one == other) {
                    problems_.add(cities[i].name.spot, "there are two cities called " + one,
                                  "the other is at " + place_text(cities[j].name.spot));
                } else if (name_hash(one) == name_hash(other)) {
                    problems_.add(
                        cities[i].name.spot, two_names(one, other) + " cannot stand together",
                        "their names have the same hash, so they would share all their luck",
                        "give one of them another name; its label may stay");
                }
            }
        }
    }

    /// A flag that changes nothing misleads.
    void refuse_idle_residents(ParameterRef residents) {
        const auto& said = draft_.values[position_of(residents)];
        const auto own = [](const CityDraft& city) { return city.residents.has_value(); };
        if (!said || said->spot.text != nullptr) return;
        if (!std::all_of(draft_.cities->begin(), draft_.cities->end(), own)) return;
        problems_.add(said->spot, "this changes nothing",
                      "every city of the scenario states its own residents",
                      "write a scenario that extends this one, with its own [[city]] entries");
    }

    void set_groups() {
        if (draft_.groups) set_ward_groups(*draft_.groups, scenario_, ranges_, problems_);
    }

    void set_headlines() {
        if (!draft_.headlines) return;
        for (const HeadlineDraft& one : *draft_.headlines) {
            const auto taken = [&](const OwnHeadline& other) {
                return other.id == one.headline.id;
            };
            if (std::any_of(scenario_.headlines.begin(), scenario_.headlines.end(), taken)) {
                problems_.add(one.spot, "there are two headlines called " + one.headline.id);
            }
            scenario_.headlines.push_back(one.headline);
        }
    }

    /// What a day costs to prepare grows with the places that have values of their own, and what it
    /// reports with the cities.
    void check_size() {
        const auto reports = plan().cities.size() * static_cast<std::size_t>(plan().days);
        if (reports > most_city_days) {
            problems_.add(draft_.leaf,
                          std::to_string(plan().cities.size()) + " cities over " +
                              std::to_string(plan().days) + " days would not fit into memory",
                          "they report " + std::to_string(reports) + " days, and at most " +
                              std::to_string(most_city_days) + " are kept of one replicate",
                          "play fewer cities, or a shorter time");
        }
        const ZonesToMake size = zones_to_make(plan(), scenario_limits.places);
        const auto days = static_cast<std::size_t>(
            plan().days + std::max(plan().parameters.population.warmup, 0.0));
        const bool many = size.places > 1 && (size.places * days > scenario_limits.place_days ||
                                              size.cuts > scenario_limits.place_cuts);
        if (size.pairs <= scenario_limits.places && !many) return;
        problems_.add(draft_.leaf, "too many cities and ward groups have entries of their own",
                      "their days and values would not fit into memory",
                      "play fewer cities, fewer groups, or a shorter time");
    }

    const Draft& draft_;
    Problems& problems_;
    Ranges ranges_;
    Scenario scenario_;
};

}  // namespace

Scenario assemble(const Draft& draft, Problems& problems) {
    return Assembly(draft, problems).run();
}

}  // namespace tumen
