#include "scenario/explain.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "scenario/ledger.hpp"
#include "scenario/quantity.hpp"

namespace tumen {

namespace {

std::string said_text(const Origin& origin) {
    if (origin.kind == OriginKind::flag) return printable(origin.flag);
    return printable(origin.file) + ":" + std::to_string(origin.line);
}

std::string value_text(const Plan& plan, ParameterRef ref) {
    return quantity_text(get(plan.parameters, ref), row_of(ref).unit);
}

std::string span_text(const Scenario& scenario, std::int32_t first, std::int32_t last) {
    return iso(plus_days(scenario.start, first)) + " to " + iso(plus_days(scenario.start, last));
}

std::vector<std::string> schedules_of(const Scenario& scenario, ParameterRef ref) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < scenario.plan.schedules.size(); ++i) {
        const Schedule& schedule = scenario.plan.schedules[i];
        if (schedule.parameter != ref) continue;
        texts.push_back(quantity_text(schedule.value, row_of(ref).unit) + " from " +
                        span_text(scenario, schedule.first, schedule.last) + " (" +
                        said_text(scenario.schedule_origins[i]) + ")");
    }
    return texts;
}

std::string rule_origin_text(const Origin& origin) {
    return origin.kind == OriginKind::evidence ? "the model's own rule" : said_text(origin);
}

/// The calendar of a scenario, a line an entry.
std::vector<std::string> calendar_lines(const Scenario& scenario) {
    const Plan& plan = scenario.plan;
    std::vector<std::string> lines;
    lines.reserve(plan.hand_in_drives.size() + plan.oath_drives.size() + plan.sweeps.size() +
                  plan.meetings.size() + plan.peaks.size() + plan.schedules.size());
    for (const HandInDrive& drive : plan.hand_in_drives) {
        lines.push_back("hand-in drive, " + span_text(scenario, drive.first, drive.deadline) +
                        (drive.forgiveness == Forgiveness::promised ? ", forgiveness promised"
                                                                    : ", nothing promised"));
    }
    for (const OathDrive& drive : plan.oath_drives) {
        lines.push_back("oath drive, " + span_text(scenario, drive.first, drive.last));
    }
    for (const Sweep& sweep : plan.sweeps) {
        lines.push_back("sweep, " + span_text(scenario, sweep.first, sweep.last));
    }
    for (const Meeting& meeting : plan.meetings) {
        const std::string reach =
            meeting.reach ? quantity_text(*meeting.reach, Unit::share) + " of the watch units"
                          : "one watch unit in a ward";
        lines.push_back("meeting, " + iso(plus_days(scenario.start, meeting.day)) + ", " + reach);
    }
    for (const Peak& peak : plan.peaks) {
        lines.push_back("peak, " + span_text(scenario, peak.first, peak.last) + ", pressure " +
                        quantity_text(peak.pressure, Unit::one));
    }
    for (const Schedule& schedule : plan.schedules) {
        lines.push_back("schedule, " + span_text(scenario, schedule.first, schedule.last) + ", " +
                        name_of(schedule.parameter) + " = " +
                        quantity_text(schedule.value, row_of(schedule.parameter).unit));
    }
    return lines;
}

std::vector<std::string> city_lines(const Scenario& scenario) {
    std::vector<std::string> lines;
    lines.reserve(scenario.plan.cities.size());
    for (const CityPlan& city : scenario.plan.cities) {
        lines.push_back("city " + city.name + ", " + quantity_text(city.residents, Unit::people));
    }
    return lines;
}

/// Rows for the lines that only one of the two has, each under the word before its first comma.
void compare_lines(const std::vector<std::string>& one, const std::vector<std::string>& other,
                   std::vector<DiffRow>& rows) {
    const auto has = [](const std::vector<std::string>& lines, const std::string& line) {
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    const auto parts = [](const std::string& line) {
        const std::size_t comma = line.find(", ");
        return std::pair(line.substr(0, comma), line.substr(comma + 2));
    };
    for (const std::string& line : one) {
        if (!has(other, line)) rows.push_back({parts(line).first, parts(line).second, ""});
    }
    for (const std::string& line : other) {
        if (!has(one, line)) rows.push_back({parts(line).first, "", parts(line).second});
    }
}

void compare(std::string name, std::string one, std::string other, std::vector<DiffRow>& rows) {
    if (one != other) rows.push_back({std::move(name), std::move(one), std::move(other)});
}

}  // namespace

std::string origin_text(const Origin& origin, ParameterRef ref) {
    if (origin.kind != OriginKind::evidence) return said_text(origin);
    return "evidence (" + std::string(name_of(entry_of(ref).grade)) + ")";
}

std::vector<ExplainRow> explain(const Scenario& scenario) {
    std::vector<ExplainRow> rows;
    for (std::size_t i = 0; i < parameter_refs().size(); ++i) {
        const ParameterRef ref = parameter_refs()[i];
        rows.push_back({name_of(ref), value_text(scenario.plan, ref),
                        std::string(name_of(row_of(ref).unit)),
                        origin_text(scenario.origins[i], ref), schedules_of(scenario, ref)});
    }
    for (std::size_t i = 0; i < scenario.plan.cities.size(); ++i) {
        const CityPlan& city = scenario.plan.cities[i];
        rows.push_back({"residents of " + city.name,
                        quantity_text(city.residents, Unit::people),
                        std::string(name_of(Unit::people)),
                        origin_text(scenario.city_origins[i], *find_parameter("residents")),
                        {}});
    }
    for (std::size_t i = 0; i < rule_count; ++i) {
        const RuleRow& row = rule_rows()[i];
        rows.push_back({"rules." + std::string(row.name),
                        std::string(row.choices[rule_choice(scenario.plan.rules, i)]),
                        "",
                        rule_origin_text(scenario.rule_origins[i]),
                        {}});
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
