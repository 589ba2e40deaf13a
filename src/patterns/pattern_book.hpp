#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/results.hpp"
#include "measures/headlines/evaluate.hpp"
#include "patterns/patterns.hpp"

namespace tumen {

/// Which point of an experiment plays which scenario, under one set of rules.
using ScenarioPoints = std::map<std::string, std::uint32_t, std::less<>>;

/// The points of an experiment by their names.
ScenarioPoints points_by_name(const Experiment& experiment);

/// A scenario as a measurement reads it, with settings laid over it ("extortion=0.2").
struct MeasuredRun {
    std::string_view scenario;
    std::vector<std::string_view> settings = {};
};

/// What a point that plays the run is called: "hyesan-handin with extortion=0.2".
std::string name_of(const MeasuredRun& run);

/// Something measured by a statistic on one run, perhaps against others.
struct Measurement {
    MeasuredRun run;
    std::vector<MeasuredRun> against;  // of base, base2, base3
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
    bool is_played(std::size_t measurement) const;
    /// The values of the replicates that have one, in the order of replicates.
    std::vector<double> values(std::size_t measurement) const;
    /// By replicate; nothing for a replicate whose statistic has no value.
    const std::map<std::uint32_t, std::optional<double>>& by_replicate(
        std::size_t measurement) const {
        return rows_[measurement].values;
    }
    /// How many replicates were measured without a value.
    std::size_t without_value(std::size_t measurement) const;

  private:
    struct Row {
        std::vector<std::uint32_t> points;  // the run, and those that it is compared with
        Statistic statistic;
        std::map<std::uint32_t, std::optional<double>> values;  // by replicate
    };
    struct Pending {
        std::map<std::uint32_t, Trajectory> arrived;  // by point
        std::size_t points_seen = 0;                  // failed ones counted
    };

    Row row_of(const Measurement& measurement, const ScenarioPoints& points) const;
    void measure(std::uint32_t replicate, std::uint32_t arrived, const Pending& pending);

    std::vector<const Plan*> plans_;  // by point; null where no measurement needs the point
    std::size_t points_needed_ = 0;
    std::vector<Row> rows_;
    std::map<std::uint32_t, Pending> pending_;  // by replicate
};

/// The patterns that have a test.
std::vector<const Pattern*> testable_patterns();
Measurement measurement_of(const Pattern& pattern);
/// The same with its mechanism switched off in every run.
Measurement switched_off(const Pattern& pattern);
std::vector<Measurement> measurements_of(const std::vector<const Pattern*>& patterns);

/// Patterns measured on an experiment.
class PatternBook {
  public:
    PatternBook(const Experiment& experiment, const ScenarioPoints& points,
                std::vector<const Pattern*> patterns);

    void add(const ReplicateResult& result);

    /// One entry for each pattern whose scenarios the experiment plays, in the order given.
    std::vector<PatternResult> results() const;

  private:
    std::vector<const Pattern*> patterns_;
    MeasurementBook book_;
    MeasurementBook old_;  // by the statistics that restated patterns had before
};

}  // namespace tumen
