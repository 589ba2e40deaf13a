#include "patterns/check.hpp"

#include <algorithm>
#include <set>

namespace tumen {

namespace {

// Between a scenario and the rival rule in the name of a point.
constexpr std::string_view under = ", ";

}  // namespace

std::vector<RuleSetting> rule_settings() {
    std::vector<RuleSetting> settings{{"default", std::nullopt}};
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const RuleRow& row = rule_rows()[rule];
        for (std::size_t choice = 1; choice < row.choices.size(); ++choice) {
            if (row.choices[choice].empty()) continue;
            settings.push_back({std::string(row.name) + " = " + std::string(row.choices[choice]),
                                RuleSetting::Rival{rule, choice}});
        }
    }
    return settings;
}

Check make_check(Experiment experiment, const std::vector<NamedScenario>& scenarios,
                 const std::vector<RuleSetting>& settings) {
    Check check{std::move(experiment), {}};
    check.experiment.points.clear();
    for (const RuleSetting& setting : settings) {
        Check::Setting& entry = check.settings.emplace_back(Check::Setting{setting, {}});
        for (const auto& [name, scenario] : scenarios) {
            entry.points[name] = static_cast<std::uint32_t>(check.experiment.points.size());
            Point point{name, scenario, {}};
            if (setting.rival) {
                point.name += std::string(under) + setting.name;
                const RuleSetting::Rival& rival = *setting.rival;
                if (scenario.rule_origins[rival.rule].kind != OriginKind::flag)
                    set_rule(point.scenario.plan.rules, rival.rule, rival.choice);
            }
            check.experiment.points.push_back(std::move(point));
        }
    }
    return check;
}

std::vector<Check::Setting> settings_of(const Experiment& experiment) {
    std::vector<Check::Setting> settings;
    for (const RuleSetting& rules : rule_settings()) {
        Check::Setting setting{rules, {}};
        const std::string ending = rules.rival ? std::string(under) + rules.name : "";
        for (std::uint32_t point = 0; point < experiment.points.size(); ++point) {
            const std::string name = experiment.points.name(point);
            const bool rival = name.find(under) != name.npos;
            if (rival != rules.rival.has_value() || !name.ends_with(ending)) continue;
            setting.points.try_emplace(name.substr(0, name.size() - ending.size()), point);
        }
        if (!setting.points.empty()) settings.push_back(std::move(setting));
    }
    return settings;
}

std::vector<MeasuredRun> runs_needed(const std::vector<Measurement>& measurements) {
    std::vector<MeasuredRun> runs;
    std::set<std::string> names;
    const auto need = [&](const MeasuredRun& run) {
        if (!run.scenario.empty() && names.insert(name_of(run)).second) runs.push_back(run);
    };
    for (const Measurement& measurement : measurements) {
        need(measurement.run);
        for (const MeasuredRun& run : measurement.against)
            need(run);
    }
    return runs;
}

void BookSink::accept(ReplicateResult result) {
    for (PatternBook* book : patterns_) {
        book->add(result);
    }
    for (MeasurementBook* book : measurements_) {
        book->add(result);
    }
}

}  // namespace tumen
