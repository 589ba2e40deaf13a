#include "scenario/fingerprint.hpp"

#include <utility>

#include "base/executor.hpp"
#include "model/play.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t seed = 1;

/// Every kind of event, and what is rare made frequent, so that few people suffice.
constexpr std::string_view everything = R"toml(
title = "All rules at once"
question = "Which model is this?"
start = 2020-09-01
days = 130
[[city]]
name = "upper"
label = "Upper"
residents = 500000
[[city]]
name = "lower"
label = "Lower"
residents = 5000
[[hand_in_drive]]
from = 2020-09-20
to = 2020-10-20
forgiveness = "promised"
[[hand_in_drive]]
from = 2020-12-01
to = 2020-12-20
forgiveness = "none"
[[oath_drive]]
from = 2020-10-05
to = 2020-11-05
[[sweep]]
from = 2020-10-25
to = 2020-11-25
[[meeting]]
on = 2020-09-20
[[meeting]]
on = 2020-12-01
reach = 0.3
[[peak]]
from = 2020-11-10
to = 2020-11-30
pressure = 0.6
[[schedule]]
parameter = "need_shock"
from = 2020-12-10
to = 2020-12-31
value = 0.4
[[schedule]]
parameter = "reward"
from = 2020-10-01
to = 2020-10-31
value = 1
)toml";

/// `base` with every rival choice, one at a time.
void add_with_rivals(const Scenario& base, std::vector<Scenario>& all) {
    all.push_back(base);
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const auto& choices = rule_rows()[rule].choices;
        for (std::size_t choice = 1; choice < choices.size() && !choices[choice].empty();
             ++choice) {
            all.push_back(base);
            set_rule(all.back().plan.rules, rule, choice);
        }
    }
}

}  // namespace

Expected<std::vector<Scenario>, Diagnostics> fingerprint_scenarios() {
    const ScenarioText text{"everything", "everything", std::string(everything), Place::embedded};
    ReadOptions options;
    options.beyond_evidence = BeyondEvidence::listed;
    const auto scenario = read_scenario(text, EmbeddedFiles(), options);
    if (!scenario) return scenario.error();
    std::vector<Scenario> all;
    add_with_rivals(*scenario, all);
    return all;
}

Hash fingerprint_of(const Scenario& scenario) {
    const Game game(scenario.plan);
    SerialExecutor executor;
    std::vector<Hash> cities;
    for (std::size_t city = 0; city < scenario.plan.cities.size(); ++city)
        cities.push_back(game.play(seed, 1, city, executor).state_hash);
    return replicate_hash(cities);
}

}  // namespace tumen
