#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/hash.hpp"
#include "model/calendar.hpp"
#include "model/parameter_table.hpp"
#include "scenario/evidence/rule_rows.hpp"
#include "scenario/text/limits.hpp"

/// A question put to the model: which cities, from when, how long, what happens, and which numbers
/// differ from the evidence.
namespace tumen {

/// A number of an entry that is not known: `middle` stands where nothing is drawn, and is as likely
/// too small as too large. All ranges of one name are drawn together, at the same place in each.
struct EventRange {
    std::string name;
    double low = 0;
    double middle = 0;
    double high = 0;
};

/// An entry of which it is not known whether it happened: it stands where nothing is drawn. All
/// entries of one name happened, or none did.
struct Happening {
    std::string name;
    double probability = 1;
};

/// Where a value comes from.
enum class OriginKind : std::uint8_t { evidence, file, flag };
struct Origin {
    OriginKind kind = OriginKind::evidence;
    std::string file = {};                   // for a file
    std::uint32_t line = 0;                  // for a file
    std::string flag = {};                   // the flag as typed
    std::string label = {};                  // what an event is called
    std::vector<std::string> sources = {};   // of an event, by their ids in the ledger
    std::optional<double> factor = {};       // of a schedule: times the parameter's own value
    std::optional<EventRange> range = {};    // of its number, or of its factor
    std::optional<Happening> happened = {};  // of an event of which that is not certain
};

/// A number that a scenario is asked for beside the usual headlines: a statistic
/// (scenario/evidence/statistic.hpp) without base(...), and how it is called. It changes nothing
/// that is played.
struct OwnHeadline {
    std::string id;  // small letters, digits and underscores
    std::string label;
    std::string unit = "1";
    std::string statistic;
    friend bool operator==(const OwnHeadline&, const OwnHeadline&) = default;
};

struct Scenario {
    Scenario();
    Scenario(const Scenario&);
    Scenario(Scenario&&) noexcept;
    Scenario& operator=(const Scenario&);
    Scenario& operator=(Scenario&&) noexcept;
    ~Scenario();

    std::string name;
    std::string title;
    std::string question;
    Date start;
    Plan plan;
    std::vector<Origin> origins;  // one for each of parameter_refs()
    std::array<Origin, rule_count> rule_origins;
    std::vector<Origin> city_origins;  // of the residents of plan.cities
    std::array<std::vector<Origin>, event_kind_count> event_origins;  // of the plan's lists
    std::vector<std::vector<Origin>> city_value_origins;   // of the own values of plan.cities
    std::vector<std::vector<Origin>> group_value_origins;  // ... and of plan.ward_groups
    std::vector<Origin> group_origins;                     // of the shares of plan.ward_groups
    std::vector<std::string> extends;          // the scenarios it builds on, nearest first
    std::vector<std::string> beyond_evidence;  // values outside the evidence's range
    std::vector<OwnHeadline> headlines;        // [[headline]], and those of flags
};

/// Where the events of a kind come from, in the order of their list.
template <class AnyScenario>
auto& origins_of(AnyScenario& scenario, EventKind kind) {
    return scenario.event_origins[static_cast<std::size_t>(kind)];
}

enum class BeyondEvidence : std::uint8_t { refused, listed };

/// `base` with other values for parameters that it already has values for, and with places in the
/// ranges of its entries ("ranges.NAME", 0 to 1) and among what happened ("happened.NAME", 0 to 1,
/// scenario/happening.hpp); unknown names (the dummy of a design) change nothing. What the values
/// are for each other is not checked.
Scenario with_values(Scenario base, const std::vector<std::pair<std::string, double>>& values);

/// The whole scenario as TOML: every effective value in the order of the table. Reading it back
/// gives the same plan.
std::string write_scenario(const Scenario& scenario);

/// Hash of what is played: of the canonical text without name, title, question, labels and
/// headlines.
Hash scenario_hash(const Scenario& scenario);

/// Hash of parameter values and rival rules.
Hash parameter_hash(const Plan& plan);

}  // namespace tumen
