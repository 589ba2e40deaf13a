#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/results.hpp"
#include "patterns/patterns.hpp"

namespace tumen {

/// Which point of an experiment plays which scenario, under one set of rules.
using ScenarioPoints = std::map<std::string, std::uint32_t, std::less<>>;

/// The points of an experiment by their names.
ScenarioPoints points_by_name(const Experiment& experiment);

/// Something measured by a statistic on one scenario, perhaps against another.
struct Measurement {
    std::string_view scenario;
    std::string_view against;  // empty where none is read
    std::string_view statistic;
};

/// Takes finished replicates in any order and keeps of each only the values of the measurements. A
/// replicate's days are held until all points that its measurements need are there.
class MeasurementBook {
  public:
    /// Measurements whose scenarios the experiment does not play stay without values.
    MeasurementBook(const Experiment& experiment, const ScenarioPoints& points,
                    const std::vector<Measurement>& measurements);

    void add(const ReplicateResult& result);

    /// Whether the experiment plays all that the measurement needs.
    Answer is_played(std::size_t measurement) const;
    /// The values of the replicates that have one, in the order of replicates.
    std::vector<double> values(std::size_t measurement) const;
    /// How many replicates were measured without a value.
    std::size_t without_value(std::size_t measurement) const;

  private:
    struct Row {
        std::optional<std::uint32_t> scenario;
        std::optional<std::uint32_t> against;
        bool has_against = false;
        Statistic statistic;
        std::map<std::uint32_t, std::optional<double>> values;  // by replicate

        bool played() const { return scenario && (against || !has_against); }
    };
    struct Pending {
        std::map<std::uint32_t, Trajectory> arrived;  // by point
        std::size_t points_seen = 0;                  // failed ones counted
    };

    void measure(std::uint32_t replicate, std::uint32_t arrived, const Pending& pending);

    std::vector<const Plan*> plans_;  // by point; null where no measurement needs the point
    std::size_t points_needed_ = 0;
    std::vector<Row> rows_;
    std::map<std::uint32_t, Pending> pending_;  // by replicate
};

/// The patterns that have a test.
std::vector<const Pattern*> testable_patterns();
std::vector<Measurement> measurements_of(const std::vector<const Pattern*>& patterns);

/// Patterns measured on an experiment.
class PatternBook {
  public:
    PatternBook(const Experiment& experiment, const ScenarioPoints& points,
                std::vector<const Pattern*> patterns);

    void add(const ReplicateResult& result) { book_.add(result); }

    /// One entry for each pattern whose scenarios the experiment plays, in the order given.
    std::vector<PatternResult> results() const;

  private:
    std::vector<const Pattern*> patterns_;
    MeasurementBook book_;
};

}  // namespace tumen
