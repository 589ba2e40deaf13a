#include "scenario/explain/explain.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/event_kinds.hpp"
#include "model/zones.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

std::string said_text(const Origin& origin) {
    if (origin.kind == OriginKind::flag) return printable(origin.flag);
    std::string text = printable(origin.file) + ":" + std::to_string(origin.line);
    if (!origin.label.empty()) text += ", " + printable(origin.label, 80);
    for (std::size_t i = 0; i < origin.sources.size(); ++i)
        text += (i == 0 ? " [" : ", ") + origin.sources[i];
    return origin.sources.empty() ? text : text + "]";
}

/// ", drawn from 10 % to 70 % as jamming", where the number is.
std::string range_text(const std::vector<Origin>& origins, std::size_t place, Unit unit) {
    if (place >= origins.size() || !origins[place].range) return "";
    const EventRange& range = *origins[place].range;
    return ", drawn from " + quantity_text(range.low, unit) + " to " +
           quantity_text(range.high, unit) + " as " + range.name;
}

/// ", happened with a probability of 50 % as strike-team", where that is not certain.
std::string happened_text(const std::vector<Origin>& origins, std::size_t place) {
    if (place >= origins.size() || !origins[place].happened) return "";
    const Happening& happened = *origins[place].happened;
    return ", happened with a probability of " + quantity_text(happened.probability, Unit::share) +
           " as " + happened.name;
}

/// The value of a schedule, and what it is times of.
std::string schedule_text(const Scenario& scenario, std::size_t place) {
    const Schedule& schedule = scenario.plan.schedules[place];
    const Unit unit = row_of(schedule.parameter).unit;
    const std::vector<Origin>& origins = origins_of(scenario, EventKind::schedule);
    std::string text = quantity_text(schedule.value, unit);
    if (place >= origins.size()) return text;
    if (!origins[place].factor) return text + range_text(origins, place, unit);
    return text + ", " + quantity_text(*origins[place].factor, Unit::one) + " times its own value" +
           range_text(origins, place, Unit::one);
}

std::string value_text(const Plan& plan, ParameterRef ref) {
    return quantity_text(get(plan.parameters, ref), row_of(ref).unit);
}

template <class Event>
std::string span_text(const Scenario& scenario, const Event& event) {
    const auto [first, last] = event_days(event);
    return iso(plus_days(scenario.start, first)) + " to " + iso(plus_days(scenario.start, last));
}

template <class Named>
std::string names_at(const std::vector<std::uint32_t>& places, const std::vector<Named>& all) {
    std::string text;
    for (const std::uint32_t place : places)
        text += (text.empty() ? "" : " and ") + all[place].name;
    return text;
}

}  // namespace

std::string where_text(const Plan& plan, const Scope& scope) {
    std::string text;
    if (!scope.cities.empty()) text += ", in " + names_at(scope.cities, plan.cities);
    if (!scope.groups.empty()) text += ", wards " + names_at(scope.groups, plan.ward_groups);
    return text;
}

namespace {

/// Schedules of a parameter: all, or those that hold at a place.
std::vector<std::string> schedules_of(const Scenario& scenario, ParameterRef ref,
                                      const CityPart* place) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < scenario.plan.schedules.size(); ++i) {
        const Schedule& schedule = scenario.plan.schedules[i];
        if (schedule.parameter != ref) continue;
        if (place != nullptr && !covers(schedule.scope, place->city, place->group)) continue;
        texts.push_back(schedule_text(scenario, i) + " from " + span_text(scenario, schedule) +
                        where_text(scenario.plan, schedule.scope) +
                        happened_text(origins_of(scenario, EventKind::schedule), i) + " (" +
                        said_text(origins_of(scenario, EventKind::schedule)[i]) + ")");
    }
    return texts;
}

std::string rule_origin_text(const Origin& origin) {
    return origin.kind == OriginKind::evidence ? "the model's own rule" : said_text(origin);
}

/// When an event is, and what it has of its own.
std::string details_of(const Scenario& scenario, EventKind, const HandInDrive& drive, std::size_t) {
    return span_text(scenario, drive) + (drive.forgiveness == Forgiveness::promised
                                             ? ", forgiveness promised"
                                             : ", nothing promised");
}
std::string details_of(const Scenario& scenario, EventKind, const Schedule& schedule,
                       std::size_t place) {
    return span_text(scenario, schedule) + ", " + name_of(schedule.parameter) + " = " +
           schedule_text(scenario, place);
}
template <class Event>
std::string details_of(const Scenario& scenario, EventKind kind, const Event& event,
                       std::size_t place) {
    const EventKindRow& row = row_of(kind);
    std::string text = row.lasts == Lasts::one_day
                           ? iso(plus_days(scenario.start, event_days(event).first))
                           : span_text(scenario, event);
    if (!row.number) return text;
    const EventNumber& number = *row.number;
    const std::optional<double> told = number_of(event);
    text += ", ";
    text += told ? std::string(number.before) + quantity_text(*told, number.unit) +
                       std::string(number.after)
                 : std::string(number.left_out);
    return text + range_text(origins_of(scenario, kind), place, number.unit);
}

/// The calendar of a scenario, a line each, kind by kind; schedules last.
std::vector<std::string> calendar_lines(const Scenario& scenario) {
    std::vector<std::string> lines;
    each_event(scenario.plan, [&](EventKind kind, std::size_t place, const auto& event) {
        lines.push_back(std::string(words_of(kind)) + ", " +
                        details_of(scenario, kind, event, place) +
                        where_text(scenario.plan, event.scope) +
                        happened_text(origins_of(scenario, kind), place));
    });
    return lines;
}

void add_own(const std::string& owner, const std::vector<OwnValue>& values,
             std::vector<std::string>& lines) {
    for (const OwnValue& own : values)
        lines.push_back(name_of(own.parameter) + " of " + owner + ", " +
                        quantity_text(own.value, row_of(own.parameter).unit));
}

std::vector<std::string> city_lines(const Scenario& scenario) {
    std::vector<std::string> lines;
    lines.reserve(scenario.plan.cities.size());
    for (const CityPlan& city : scenario.plan.cities) {
        lines.push_back("city " + city.name + ", " + quantity_text(city.residents, Unit::people));
        add_own(city.name, city.values, lines);
    }
    for (std::size_t g = 0; g < scenario.plan.ward_groups.size(); ++g) {
        const WardGroup& group = scenario.plan.ward_groups[g];
        const std::string cities =
            group.cities.empty() ? "" : " in " + names_at(group.cities, scenario.plan.cities);
        lines.push_back(
            "ward group " + group.name + ", " + quantity_text(group.share, Unit::share) +
            range_text(scenario.group_origins, g, Unit::share) + " of the wards" + cities);
        add_own("ward group " + group.name, group.values, lines);
    }
    return lines;
}

/// The lines of `one` that `other` lacks, each as the word before its first comma and the rest.
std::vector<std::pair<std::string, std::string>> lacking(const std::vector<std::string>& one,
                                                         const std::vector<std::string>& other) {
    std::vector<std::pair<std::string, std::string>> parts;
    for (const std::string& line : one) {
        if (std::find(other.begin(), other.end(), line) != other.end()) continue;
        const std::size_t comma = line.find(", ");
        parts.emplace_back(line.substr(0, comma), line.substr(comma + 2));
    }
    return parts;
}

/// Rows for the lines that only one of the two has. What both have under one name, but not alike,
/// changed: the first of these beside the first, and so on.
void compare_lines(const std::vector<std::string>& one, const std::vector<std::string>& other,
                   std::vector<DiffRow>& rows) {
    auto left = lacking(other, one);
    for (auto& [name, text] : lacking(one, other)) {
        const auto same = std::find_if(left.begin(), left.end(),
                                       [&](const auto& part) { return part.first == name; });
        rows.push_back({name, std::move(text), same == left.end() ? "" : same->second});
        if (same != left.end()) left.erase(same);
    }
    for (auto& [name, text] : left)
        rows.push_back({name, "", std::move(text)});
}

void compare(std::string name, std::string one, std::string other, std::vector<DiffRow>& rows) {
    if (one != other) rows.push_back({std::move(name), std::move(one), std::move(other)});
}

}  // namespace

std::string origin_text(const Origin& origin, ParameterRef ref) {
    if (origin.kind != OriginKind::evidence) return said_text(origin);
    return "evidence (" + std::string(name_of(entry_of(ref).grade)) + ")";
}

namespace {

/// A value and where it comes from.
ExplainRow row_for(std::string name, ParameterRef ref, double value, std::string origin) {
    return {std::move(name),
            quantity_text(value, row_of(ref).unit),
            std::string(name_of(row_of(ref).unit)),
            std::move(origin),
            {}};
}

const OwnValue* own_value(const std::vector<OwnValue>& values, ParameterRef ref) {
    for (const OwnValue& own : values) {
        if (own.parameter == ref) return &own;
    }
    return nullptr;
}

/// What cities and ward groups have instead of one value.
void add_owners(const Scenario& scenario, ParameterRef ref, std::vector<ExplainRow>& rows) {
    const auto add = [&](const std::string& owner, const std::vector<OwnValue>& values,
                         const std::vector<Origin>& origins) {
        const OwnValue* own = own_value(values, ref);
        if (own == nullptr) return;
        const Origin& origin = origins[static_cast<std::size_t>(own - values.data())];
        rows.push_back(row_for(name_of(ref) + " of " + owner, ref, own->value, said_text(origin)));
    };
    const Plan& plan = scenario.plan;
    for (std::size_t c = 0; c < plan.cities.size(); ++c)
        add(plan.cities[c].name, plan.cities[c].values, scenario.city_value_origins[c]);
    for (std::size_t g = 0; g < plan.ward_groups.size(); ++g) {
        add("ward group " + plan.ward_groups[g].name, plan.ward_groups[g].values,
            scenario.group_value_origins[g]);
    }
}

/// Where every city states its own, the parameter is the number of none of them.
bool is_residents_played(const Plan& plan) {
    const double residents = get(plan.parameters, *find_parameter("residents"));
    return std::any_of(plan.cities.begin(), plan.cities.end(),
                       [&](const CityPlan& city) { return city.residents == residents; });
}

void add_cities(const Scenario& scenario, std::vector<ExplainRow>& rows) {
    const Plan& plan = scenario.plan;
    const ParameterRef residents = *find_parameter("residents");
    for (std::size_t i = 0; i < plan.cities.size(); ++i) {
        rows.push_back(row_for("residents of " + plan.cities[i].name, residents,
                               plan.cities[i].residents,
                               origin_text(scenario.city_origins[i], residents)));
    }
    for (std::size_t g = 0; g < plan.ward_groups.size(); ++g) {
        const WardGroup& group = plan.ward_groups[g];
        const std::string cities =
            group.cities.empty() ? "every city" : names_at(group.cities, plan.cities);
        rows.push_back({"wards of group " + group.name,
                        quantity_text(group.share, Unit::share) +
                            range_text(scenario.group_origins, g, Unit::share) + " of " + cities,
                        std::string(name_of(Unit::share)),
                        said_text(scenario.group_origins[g]),
                        {}});
    }
}

void add_rules(const Scenario& scenario, std::vector<ExplainRow>& rows) {
    for (std::size_t i = 0; i < rule_count; ++i) {
        const RuleRow& row = rule_rows()[i];
        rows.push_back({"rules." + std::string(row.name),
                        std::string(row.choices[rule_choice(scenario.plan.rules, i)]),
                        "",
                        rule_origin_text(scenario.rule_origins[i]),
                        {}});
    }
}

/// Schedules stand beside their parameters.
void add_events(const Scenario& scenario, std::vector<ExplainRow>& rows) {
    each_event(scenario.plan, [&](EventKind kind, std::size_t place, const auto& event) {
        const std::vector<Origin>& origins = origins_of(scenario, kind);
        if (kind == EventKind::schedule || place >= origins.size()) return;
        rows.push_back({std::string(words_of(kind)),
                        details_of(scenario, kind, event, place) +
                            where_text(scenario.plan, event.scope) + happened_text(origins, place),
                        "",
                        said_text(origins[place]),
                        {}});
    });
}

/// Points of a design and stored scenarios beyond the first are values alone.
Origin origin_at(const Scenario& scenario, std::size_t parameter) {
    if (parameter < scenario.origins.size()) return scenario.origins[parameter];
    Origin unknown;
    unknown.kind = OriginKind::flag;
    unknown.flag = "as stored";
    return unknown;
}

}  // namespace

std::vector<ExplainRow> explain(const Scenario& scenario) {
    std::vector<ExplainRow> rows;
    for (std::size_t i = 0; i < parameter_refs().size(); ++i) {
        const ParameterRef ref = parameter_refs()[i];
        if (row_of(ref).name == "residents" && !is_residents_played(scenario.plan)) continue;
        rows.push_back(row_for(name_of(ref), ref, get(scenario.plan.parameters, ref),
                               origin_text(origin_at(scenario, i), ref)));
        rows.back().schedules = schedules_of(scenario, ref, nullptr);
        add_owners(scenario, ref, rows);
    }
    add_cities(scenario, rows);
    add_rules(scenario, rows);
    add_events(scenario, rows);
    return rows;
}

std::vector<ExplainRow> explain(const Scenario& scenario, const CityPart& place) {
    const Plan& plan = scenario.plan;
    std::vector<ExplainRow> rows;
    for (std::size_t i = 0; i < parameter_refs().size(); ++i) {
        const ParameterRef ref = parameter_refs()[i];
        double value = get(plan.parameters, ref);
        std::string origin = origin_text(origin_at(scenario, i), ref);
        const auto take = [&](const std::vector<OwnValue>& values,
                              const std::vector<Origin>& origins) {
            const OwnValue* own = own_value(values, ref);
            if (own == nullptr) return;
            value = own->value;
            origin = said_text(origins[static_cast<std::size_t>(own - values.data())]);
        };
        if (row_of(ref).name == "residents") {
            value = plan.cities[place.city].residents;
            origin = origin_text(scenario.city_origins[place.city], ref);
        }
        take(plan.cities[place.city].values, scenario.city_value_origins[place.city]);
        if (place.group != no_group)
            take(plan.ward_groups[place.group].values, scenario.group_value_origins[place.group]);
        rows.push_back(row_for(name_of(ref), ref, value, origin));
        rows.back().schedules = schedules_of(scenario, ref, &place);
    }
    return rows;
}

std::vector<DiffRow> diff(const Scenario& one, const Scenario& other) {
    std::vector<DiffRow> rows;
    compare("start", iso(one.start), iso(other.start), rows);
    compare("days", std::to_string(one.plan.days), std::to_string(other.plan.days), rows);
    compare_lines(city_lines(one), city_lines(other), rows);
    for (const ParameterRef ref : parameter_refs()) {
        if (get(one.plan.parameters, ref) == get(other.plan.parameters, ref)) continue;
        rows.push_back({name_of(ref), value_text(one.plan, ref), value_text(other.plan, ref)});
    }
    for (std::size_t i = 0; i < rule_count; ++i) {
        const RuleRow& row = rule_rows()[i];
        compare("rules." + std::string(row.name),
                std::string(row.choices[rule_choice(one.plan.rules, i)]),
                std::string(row.choices[rule_choice(other.plan.rules, i)]), rows);
    }
    compare_lines(calendar_lines(one), calendar_lines(other), rows);
    return rows;
}

}  // namespace tumen
