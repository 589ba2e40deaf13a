#include <algorithm>

#include "base/text.hpp"
#include "scenario/draft/draft.hpp"
#include "scenario/draft/unknown.hpp"
#include "scenario/draft/values.hpp"
#include "scenario/event_ranges.hpp"
#include "scenario/happening.hpp"
#include "scenario/text/quantity.hpp"

/// Flags: --set name=value.
namespace tumen {

namespace {

Spot flag_spot(const std::string& flag) {
    return {nullptr, {}, "--set " + flag};
}

void override_rule(const std::string& flag, std::size_t rule, const std::string& choice,
                   Draft& draft, Problems& problems) {
    const auto& choices = rule_rows()[rule].choices;
    const auto found = std::find(choices.begin(), choices.end(), choice);
    if (found != choices.end() && !choice.empty()) {
        draft.rules[rule] =
            Said<std::size_t>{static_cast<std::size_t>(found - choices.begin()), flag_spot(flag)};
        return;
    }
    std::string known;
    for (const std::string_view one : choices) {
        if (!one.empty()) known += (known.empty() ? "it is one of " : ", ") + std::string(one);
    }
    problems.add(flag_spot(flag), "\"" + printable(choice, 40) + "\" is no choice here", known,
                 did_you_mean_text(choice, choices));
}

void override_range(const std::string& flag, const std::string& name, const std::string& value,
                    Draft& draft, Problems& problems) {
    const auto place = read_quantity(value, Unit::share);
    if (place && *place >= 0 && *place <= 1) {
        draft.places.emplace_back(name, Said<double>{*place, flag_spot(flag)});
        return;
    }
    problems.add(flag_spot(flag), "a place in a range lies between 0 and 1",
                 "0 is its lower end, 0.5 what stands in the file, 1 its upper end");
}

void override_happening(const std::string& flag, const std::string& name, const std::string& value,
                        Draft& draft, Problems& problems) {
    if (value == "yes" || value == "no") {
        draft.happenings.emplace_back(name, Said<bool>{value == "yes", flag_spot(flag)});
        return;
    }
    problems.add(flag_spot(flag), "\"" + printable(value, 40) + "\" is no choice here",
                 "what happened is yes or no");
}

void override_date(const std::string& flag, const EventDate& date, const std::string& value,
                   Draft& draft, Problems& problems) {
    if (const auto day = read_date(value)) {
        draft.dates.emplace_back(date, Said<Date>{*day, flag_spot(flag)});
        return;
    }
    problems.add(flag_spot(flag), "\"" + printable(value, 40) + "\" is no date", "",
                 "write it as 2020-11-01");
}

}  // namespace

void read_override(const std::string& flag, Draft& draft, Problems& problems) {
    const std::size_t equals = flag.find('=');
    if (equals == flag.npos) {
        problems.add(flag_spot(flag), "there is no \"=\"", "", "write --set name=value");
        return;
    }
    const std::string name = flag.substr(0, equals);
    const std::string value = flag.substr(equals + 1);
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (name == "rules." + std::string(rule_rows()[rule].name)) {
            return override_rule(flag, rule, value, draft, problems);
        }
    }
    if (name.starts_with(range_prefix))
        return override_range(flag, name.substr(range_prefix.size()), value, draft, problems);
    if (name.starts_with(happened_prefix))
        return override_happening(flag, name.substr(happened_prefix.size()), value, draft,
                                  problems);
    if (const auto date = event_date_named(name))
        return override_date(flag, *date, value, draft, problems);
    const auto ref = find_parameter(name);
    if (!ref) {
        const Diagnostic unknown = unknown_variable(name);
        problems.add(flag_spot(flag), unknown.problem, unknown.reason, unknown.suggestion);
        return;
    }
    const auto number = read_quantity(value, row_of(*ref).unit);
    if (number) {
        draft.values[position_of(*ref)] = Said<double>{*number, flag_spot(flag)};
    } else {
        problems.add(flag_spot(flag), number.error().problem, number.error().reason,
                     number.error().suggestion);
    }
}

}  // namespace tumen
