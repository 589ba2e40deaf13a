#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "experiment/results.hpp"
#include "patterns/pattern_book.hpp"

/// What `tumen check` plays: the scenarios that patterns and conclusions need, under the default
/// rules and under each rival rule alone.
namespace tumen {

/// One choice of rules: the scenario's own, or one rival rule in place of its default.
struct RuleSetting {
    std::string name;  // "default", "learning = city"
    struct Rival {
        std::size_t rule;    // row of rule_rows()
        std::size_t choice;  // not 0
    };
    std::optional<Rival> rival = {};
};

/// The default first, then every rival rule by itself.
std::vector<RuleSetting> rule_settings();

/// A scenario under the name by which measurements know the run.
using NamedScenario = std::pair<std::string, Scenario>;

struct Check {
    Experiment experiment;
    struct Setting {
        RuleSetting rules;
        ScenarioPoints points;
    };
    std::vector<Setting> settings;
};

/// The points of `experiment` are replaced: all scenarios under each setting. A point of the
/// default setting bears the run's name, any other the setting's beside it. A rule that a run sets
/// by itself ("rules.oath=none") stays under every setting.
Check make_check(Experiment experiment, const std::vector<NamedScenario>& scenarios,
                 const std::vector<RuleSetting>& settings);

/// The settings of a stored check, from the names of its points.
std::vector<Check::Setting> settings_of(const Experiment& experiment);

/// The runs that are read, each once, in the order of first need.
std::vector<MeasuredRun> runs_needed(const std::vector<Measurement>& measurements);

/// Hands each replicate to several books.
class BookSink final : public ResultSink {
  public:
    BookSink(std::vector<PatternBook*> patterns, std::vector<MeasurementBook*> measurements)
        : patterns_(std::move(patterns)), measurements_(std::move(measurements)) {}
    void accept(ReplicateResult result) override;

  private:
    std::vector<PatternBook*> patterns_;
    std::vector<MeasurementBook*> measurements_;
};

}  // namespace tumen
