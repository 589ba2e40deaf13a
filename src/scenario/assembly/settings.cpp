#include "scenario/assembly/settings.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/happening.hpp"
#include "scenario/text/files.hpp"

#include <algorithm>
#include <string>

namespace tumen {

namespace {

/// Takes out what the settings say did not happen.
void leave_out(Scenario& scenario, std::span<const std::string_view> settings) {
    for (const std::string& name : happening_names(scenario)) {
        const std::string no = std::string(happened_prefix) + name + "=no";
        if (std::find(settings.begin(), settings.end(), no) != settings.end())
            place_happening(scenario, name, 1);
    }
}

}  // namespace

std::string_view name_of_setting(std::string_view setting) {
    return setting.substr(0, setting.find('='));
}

Expected<Scenario, Diagnostics> with_settings(const Scenario& scenario,
                                              std::span<const std::string_view> settings) {
    if (settings.empty()) return scenario;
    const ScenarioText text{scenario.name, scenario.name, write_scenario(scenario),
                            Place::embedded};
    ReadOptions options;
    options.overrides.assign(settings.begin(), settings.end());
    options.beyond_evidence = BeyondEvidence::listed;
    auto read = read_scenario(text, EmbeddedFiles(), options);
    if (!read) return read.error();
    Scenario result = scenario;
    leave_out(result, settings);
    result.plan = read->plan;
    result.beyond_evidence = read->beyond_evidence;
    const auto keep_drawn = [](const std::vector<Origin>& from, std::vector<Origin>& to) {
        for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
            to[i].factor = from[i].factor;
            to[i].range = from[i].range;
            to[i].happened = from[i].happened;
        }
    };
    keep_drawn(read->group_origins, result.group_origins);
    for (std::size_t kind = 0; kind < result.event_origins.size(); ++kind)
        keep_drawn(read->event_origins[kind], result.event_origins[kind]);
    for (std::size_t i = 0; i < result.origins.size(); ++i) {
        if (read->origins[i].kind == OriginKind::flag) result.origins[i] = read->origins[i];
    }
    for (std::size_t rule = 0; rule < result.rule_origins.size(); ++rule) {
        if (read->rule_origins[rule].kind == OriginKind::flag)
            result.rule_origins[rule] = read->rule_origins[rule];
    }
    return result;
}

Scenario with_rules(Scenario base, const std::vector<std::pair<std::string, std::string>>& rules) {
    for (const auto& [name, choice] : rules) {
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            const RuleRow& row = rule_rows()[rule];
            const auto chosen = std::find(row.choices.begin(), row.choices.end(), choice);
            if (row.name != name || chosen == row.choices.end()) continue;
            const auto which = static_cast<std::size_t>(chosen - row.choices.begin());
            set_rule(base.plan.rules, rule, which);
        }
    }
    return base;
}

std::string impossible(const Scenario& scenario) {
    const ScenarioText text{scenario.name, scenario.name, write_scenario(scenario),
                            Place::embedded};
    ReadOptions options;
    options.beyond_evidence = BeyondEvidence::listed;
    const auto read = read_scenario(text, EmbeddedFiles(), options);
    if (read) return "";
    const Diagnostic& first = read.error().front();
    return first.problem + (first.reason.empty() ? "" : " (" + first.reason + ")");
}

namespace {

/// What a calendar draws, which is no parameter, is a place in a range or whether something
/// happened.
bool can_be(const std::pair<std::string, double>& one) {
    const auto ref = find_parameter(one.first);
    if (!ref) return 0 <= one.second && one.second <= 1;
    const LedgerValue& known = entry_of(*ref).values[ref->index];
    return known.limit_low <= one.second && one.second <= known.limit_high;
}

}  // namespace

std::string reason_against(const Scenario& scenario,
                           const std::vector<std::pair<std::string, double>>& values) {
    if (std::all_of(values.begin(), values.end(), can_be) && holds_together(scenario)) return "";
    return impossible(scenario);
}

std::string impossible(const Scenario& scenario,
                       const std::vector<std::pair<std::string, double>>& values) {
    return impossible(with_values(scenario, values));
}

}  // namespace tumen
