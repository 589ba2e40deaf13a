#include <string>
#include <string_view>

#include "scenario/assembly/read_scenario.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "scenario/text/files.hpp"

namespace tumen {

namespace {

/// Every kind of event, and what is rare made frequent, so that few people suffice.
constexpr std::string_view everything = R"toml(
title = "All rules at once"
question = "Which model is this?"
start = 2020-09-01
days = 130
[parameters]
residents = 500000
[[city]]
name = "upper"
label = "Upper"
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

/// Many people at each decision, and numbers that a hundredth more takes over a threshold or the
/// next whole one: which value was moved shows here.
constexpr std::string_view plenty = R"toml(
title = "Plenty of everything"
question = "Which value was moved?"
start = 2020-09-01
days = 110
[parameters]
residents = 30000
kin_abroad = 0.4
smuggler_households = 0.25
broker_households = 0.08
phone_share.resident = 0.3
phone_share.family = 0.6
phone_share.broker = 0.7
old_phone_share.resident = 0.5
old_phone_share.family = 0.2
old_phone_share.smuggler = 0.05
old_phone_share.broker = 0.2
source_share = 0.5
suspicion_prior.resident = 0.4
suspicion_prior.family = 0.6
suspicion_prior.smuggler = 0.8
suspicion_prior.broker = 0.8
threat_duration = 9.95
contact_benefit.resident = 3
contact_benefit.family = 3
contact_benefit.smuggler = 3
contact_benefit.broker = 3
purchase_rate = 0.1
phone_supply = 0.5
phone_price_supply = 1
request_rate = 20
broker_entry = 0.2
broker_search = 0.5
call_rate.resident = 0.3
call_rate.family = 0.3
call_rate.smuggler = 0.4
call_rate.broker = 0.5
notice = 0.005
detection = 0.03
central_detection_factor = 8
raid = 0.2
catch_followed = 0.2
search = 0.5
search_find = 0.5
false_report_rate = 0.001
report_base = -1
reward = 0.5
officers_per_ward = 49.99
officer_caseload = 1
central_caseload = 19.99
follow_threshold = 0.2
extortion = 0.2
hand_in_offer = 0.1
deadline_salience = 0.3
deadline_salience_time = 10
promise_breach = 0.5
promise_breach_delay = 15
penalty = 15
choice_scale = 0.5
dead_phone_price = 0.1
dead_phone_found.resident = 0.5
dead_phone_found.family = 0.5
dead_phone_found.smuggler = 0.5
dead_phone_found.broker = 0.5
decoy_refusal = 0.3
decoy_refusal_watched = 0.6
decoy_refusal_time = 5
decoy_tolerance = 0.9
oath_refusal = 0.3
settle_base = 5
settle_pressure = 5
settle_central = 5
settle_counts = 3
custody = 3
[[hand_in_drive]]
from = 2020-09-05
to = 2020-09-30
forgiveness = "promised"
[[hand_in_drive]]
from = 2020-12-01
to = 2020-12-15
forgiveness = "promised"
[[oath_drive]]
from = 2020-10-15
to = 2020-10-30
[[sweep]]
from = 2020-11-12
to = 2020-12-20
[[meeting]]
on = 2020-09-05
[[meeting]]
on = 2020-10-20
reach = 0.5
[[peak]]
from = 2020-09-15
to = 2020-11-05
pressure = 0.6
[[schedule]]
parameter = "movement"
from = 2020-12-06
to = 2020-12-20
value = 0.5
[[city]]
name = "middle"
label = "Middle"
)toml";

/// Its city with fewer people (the last table of that text is the city's): most values show
/// already.
constexpr const char* small = "residents = 3000\n";

/// Thousands of traders who are followed, asked and refused, arrested and sentenced again and
/// again: what few meet elsewhere.
constexpr std::string_view seldom = R"toml(
title = "What happens seldom"
question = "Which value was moved?"
start = 2020-09-01
days = 60
[parameters]
residents = 20000
smuggler_households = 0.4
broker_households = 0.3
phone_share.smuggler = 1
phone_share.broker = 1
old_phone_share.smuggler = 0.5
suspicion_prior.smuggler = 1
suspicion_prior.broker = 1
contact_benefit.smuggler = 20
contact_benefit.broker = 20
old_phone_share.broker = 0.9
confession_cost = 0
amnesty_value = 0
penalty = 1
officers_per_ward = 50
officer_caseload = 10
follow_threshold = 1
hand_in_offer = 1
deadline_salience = 1
deadline_salience_time = 1000
dead_phone_price = 0
dead_phone_found.smuggler = 0.5
decoy_refusal = 0.05
decoy_refusal_watched = 0.9
decoy_refusal_time = 2
decoy_tolerance = 0.1
choice_scale = 3
settle_base = -5
custody = 1
detention = 1
sentence_harsh.warned = 0.5
sentence_harsh.detained = 0.5
sentence_harsh.imprisoned = 0
sentence_harsh.exiled = 0
sentence_broker.warned = 1
sentence_broker.detained = 1
[[city]]
name = "middle"
label = "Middle"
[[hand_in_drive]]
from = 2020-09-01
to = 2020-09-01
forgiveness = "none"
[[hand_in_drive]]
from = 2020-09-03
to = 2020-09-12
forgiveness = "none"
[[hand_in_drive]]
from = 2020-09-13
to = 2020-09-22
forgiveness = "none"
[[hand_in_drive]]
from = 2020-09-23
to = 2020-10-04
forgiveness = "none"
[[hand_in_drive]]
from = 2020-10-05
to = 2020-10-16
forgiveness = "none"
[[hand_in_drive]]
from = 2020-10-17
to = 2020-10-28
forgiveness = "none"
)toml";

/// Where rules turn: money that is exactly enough, half a yuan too little, none at all and hardly
/// any; a benefit of nothing against a fear of nothing; no brokers; choices that are all but
/// sure. Nobody's savings
/// differ, so that everybody stands on the bound.
constexpr std::string_view bounds = R"toml(
title = "On the bounds"
question = "Which comparison was changed?"
start = 2020-09-01
days = 60
[parameters]
residents = 2000
warmup = 20
kin_abroad = 0.5
smuggler_households = 0.2
broker_households = 0
phone_share.family = 1
old_phone_share.family = 0.5
savings_median = 1000
savings_spread = 0
threat_duration = 5
savings_factor.smuggler = 1
savings_factor.broker = 1
goods_factor = 2
borrowing_limit = 0
request_rate = 0
suspicion_prior.family = 1
suspicion_prior.smuggler = 1
contact_benefit.family = 20
contact_benefit.smuggler = 20
call_rate.family = 0.5
call_rate.smuggler = 0.5
phone_price = 1000
phone_price_threat = 0
phone_price_supply = 0
purchase_rate = 0.5
notice = 0.002
detection = 0.1
raid = 0.5
catch_followed = 0.2
search = 0.5
search_find = 0.5
follow_threshold = 0.2
officers_per_ward = 50
extortion = 0
bribe_base = 1000
bribe_threat = 0
bribe_pressure_amount = 0
ransom_factor = 2
settle_base = 0
custody = 3
hand_in_offer = 0.5
deadline_salience = 1
choice_scale = 1
[[hand_in_drive]]
from = 2020-09-20
to = 2020-10-20
forgiveness = "promised"
[[city]]
name = "enough"
label = "Enough"
[[city]]
name = "short"
label = "Half a yuan short"
[city.parameters]
phone_price = 1000.5
[[city]]
name = "penniless"
label = "Without money and goods"
[city.parameters]
request_rate = 20
fee_risk = 0
fee_max = 1
bribe_base = 1
savings_factor.resident = 0
savings_factor.family = 0
savings_factor.smuggler = 0
goods_factor = 0
extortion = 0.5
extortion_amount = 0.01
[[city]]
name = "poor"
label = "With little more than a yuan, and one broker"
[city.parameters]
broker_households = 0.003
savings_median = 1.4
goods_factor = 0
request_rate = 20
extortion = 0.5
extortion_amount = 0.01
bribe_base = 1
[[city]]
name = "indifferent"
label = "Neither benefit nor fear"
[city.parameters]
broker_households = 0.1
contact_benefit.family = 0
contact_benefit.smuggler = 0
contact_benefit.broker = 0
penalty = 0
hysteresis = 0
savings_factor.resident = 0
savings_factor.family = 0
savings_factor.smuggler = 0
savings_factor.broker = 0
goods_factor = 0
borrowing_limit = 0.5
extortion = 0.5
[[schedule]]
parameter = "penalty"
from = 2020-09-01
to = 2020-09-15
value = 100
cities = ["indifferent"]
[[city]]
name = "resolute"
label = "Taking what is best, among few neighbours"
[city.parameters]
household_adults = 1
unit_households_min = 1
unit_households_max = 2
notice = 0.5
detection = 0.3
central_detection_factor = 5
broker_households = 0.1
contact_benefit.family = 3
choice_scale = 0.001
dead_phone_price = 0.1
dead_phone_found.family = 0.5
[[sweep]]
from = 2020-10-15
to = 2020-10-25
cities = ["resolute"]
[[city]]
name = "recovering"
label = "Savings back in a day, and in a day and a half"
[[schedule]]
parameter = "savings_recovery"
from = 2020-09-10
to = 2020-10-05
value = 1
cities = ["recovering"]
[[schedule]]
parameter = "savings_recovery"
from = 2020-10-06
to = 2020-10-30
value = 1.5
cities = ["recovering"]
)toml";

/// `base` under every rival choice, one at a time.
void add_rivals(const Scenario& base, std::vector<Scenario>& all) {
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const auto& choices = rule_rows()[rule].choices;
        for (std::size_t choice = 1; choice < choices.size() && !choices[choice].empty();
             ++choice) {
            all.push_back(base);
            set_rule(all.back().plan.rules, rule, choice);
        }
    }
}

Expected<Scenario, Diagnostics> read(const std::string& text) {
    const ScenarioText named{"fingerprint", "fingerprint", text, Place::embedded};
    ReadOptions options;
    options.beyond_evidence = BeyondEvidence::listed;
    return read_scenario(named, EmbeddedFiles(), options);
}

}  // namespace

Expected<std::vector<Scenario>, Diagnostics> fingerprint_scenarios() {
    std::vector<Scenario> all;
    for (const std::string& text :
         {std::string(plenty) + small, std::string(seldom), std::string(bounds),
          std::string(everything), std::string(plenty)}) {
        const auto scenario = read(text);
        if (!scenario) return scenario.error();
        all.push_back(*scenario);
    }
    add_rivals(Scenario(all.back()), all);
    return all;
}

}  // namespace tumen
