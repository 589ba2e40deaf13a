#include "study/check.hpp"

#include <algorithm>

namespace tumen {

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
                point.name += ", " + setting.name;
                set_rule(point.scenario.plan.rules, setting.rival->rule, setting.rival->choice);
            }
            check.experiment.points.push_back(std::move(point));
        }
    }
    return check;
}

std::vector<std::string> scenarios_needed(const std::vector<Measurement>& measurements) {
    std::vector<std::string> names;
    const auto need = [&](std::string_view name) {
        if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
        names.emplace_back(name);
    };
    for (const Measurement& measurement : measurements) {
        need(measurement.scenario);
        need(measurement.against);
    }
    return names;
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
