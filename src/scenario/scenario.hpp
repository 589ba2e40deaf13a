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
#include "base/expected.hpp"
#include "base/hash.hpp"
#include "model/calendar.hpp"
#include "model/parameter_table.hpp"
#include "scenario/files.hpp"

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

/// Where a value comes from.
enum class OriginKind : std::uint8_t { evidence, file, flag };
struct Origin {
    OriginKind kind = OriginKind::evidence;
    std::string file = {};                  // for a file
    std::uint32_t line = 0;                 // for a file
    std::string flag = {};                  // the flag as typed
    std::string label = {};                 // what an event is called
    std::vector<std::string> sources = {};  // of an event, by their ids in the ledger
    std::optional<double> factor = {};      // of a schedule: times the parameter's own value
    std::optional<EventRange> range = {};   // of its number, or of its factor
};

/// A rival rule as a scenario names it: [rules] key = choice.
struct RuleRow {
    std::string_view name;
    std::array<std::string_view, 3> choices;  // the first is the contract's; empty beyond the last
};
inline constexpr std::size_t rule_count = 5;
const std::array<RuleRow, rule_count>& rule_rows();
/// Index of the choice that `rules` makes for rule_rows()[rule], and the same as a write.
std::size_t rule_choice(const RivalRules& rules, std::size_t rule);
void set_rule(RivalRules& rules, std::size_t rule, std::size_t choice);

/// A number that a scenario is asked for beside the usual headlines: a statistic
/// (scenario/statistic.hpp) without base(...), and how it is called. It changes nothing that is
/// played.
struct OwnHeadline {
    std::string id;  // small letters, digits and underscores
    std::string label;
    std::string unit = "1";
    std::string statistic;
    friend bool operator==(const OwnHeadline&, const OwnHeadline&) = default;
};

struct Scenario {
    std::string name;
    std::string title;
    std::string question;
    Date start;
    Plan plan;
    std::vector<Origin> origins;  // one for each of parameter_refs()
    std::array<Origin, rule_count> rule_origins;
    std::vector<Origin> city_origins;      // of the residents of plan.cities
    std::vector<Origin> schedule_origins;  // of plan.schedules
    std::array<std::vector<Origin>, 5>
        event_origins;  // drives, oath drives, sweeps, meetings, peaks
    std::vector<std::vector<Origin>> city_value_origins;   // of the own values of plan.cities
    std::vector<std::vector<Origin>> group_value_origins;  // ... and of plan.ward_groups
    std::vector<Origin> group_origins;                     // of the shares of plan.ward_groups
    std::vector<std::string> extends;          // the scenarios it builds on, nearest first
    std::vector<std::string> beyond_evidence;  // values outside the evidence's range
    std::vector<OwnHeadline> headlines;        // [[headline]], and those of flags
};

/// What a scenario may hold at most. Beyond is an error with the limit in its text.
struct Limits {
    std::size_t file_bytes = 1u << 20;
    std::size_t problems = 20;  // shown at once
    std::size_t extends_depth = 8;
    std::size_t extends_files = 32;
    std::size_t cities = 400;
    std::size_t entries = 1000;  // of one list
    double residents = 100e6;    // of all cities together
    std::int32_t days = 20000;
    std::int32_t warmup = 4000;  // [days]; earlier ones have no draws
    std::size_t name_length = 64;
    std::size_t keys = 30000;  // of one file
    std::size_t nesting = 16;  // brackets or dots in TOML
    std::size_t headlines = 50;
    std::size_t ward_groups = 64;
    std::size_t places = 2000;         // cities times ward groups, where they have own entries
    std::size_t place_days = 2000000;  // ... times days
    std::size_t place_cuts = 30000;    // ... times days on which values change
};
inline constexpr Limits scenario_limits{};

enum class BeyondEvidence : std::uint8_t { refused, listed };

struct ReadOptions {
    std::vector<std::string> overrides =
        {};  // "fee_base=30 %", in the order given; a schedule wins
    BeyondEvidence beyond_evidence = BeyondEvidence::refused;
};

/// Never empty; at most scenario_limits.problems.
using Diagnostics = std::vector<Diagnostic>;

/// The scenario of that name as `files` knows it, with all that it extends. A file that extends
/// another changes it so: the tables [parameters] and [rules] key by key, single values replaced,
/// each list ([[city]], [[schedule]], ...) replaced as a whole where the extending file has it, or
/// added to where it names the list in `append`; name, title and question are never inherited. Of
/// several that a file extends side by side, none may say what another says differently.
Expected<Scenario, Diagnostics> read_scenario(std::string_view name, const ScenarioFiles& files,
                                              const ReadOptions& options = {});

/// The same, for a text that has been read already.
Expected<Scenario, Diagnostics> read_scenario(const ScenarioText& text, const ScenarioFiles& files,
                                              const ReadOptions& options = {});

/// `base` with other values for parameters that it already has values for, and with places in the
/// ranges of its entries ("ranges.NAME", 0 to 1); unknown names (the dummy of a design) change
/// nothing. What the values are for each other is not checked.
Scenario with_values(Scenario base, const std::vector<std::pair<std::string, double>>& values);

/// The whole scenario as TOML: every effective value in the order of the table. Reading it back
/// gives the same plan.
std::string write_scenario(const Scenario& scenario);

/// Hash of what is played: of the canonical text without name, title, question, labels and
/// headlines.
Hash scenario_hash(const Scenario& scenario);

/// Hash of parameter values and rival rules.
Hash parameter_hash(const Plan& plan);

/// A commented file to start from.
std::string new_scenario_text(std::string_view name);

}  // namespace tumen
