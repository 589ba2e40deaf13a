#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "design/design.hpp"
#include "experiment/points.hpp"
#include "model/observables.hpp"
#include "scenario/scenario.hpp"

/// What is played and what comes out of it, as values. An experiment is a list of points, each a
/// whole scenario, played over the same replicates; a plain run has one point.
namespace tumen {

/// What a set of points is for; decides which section of the report and which analysis apply.
enum class ExperimentKind : std::uint8_t { run, compare, sweep, sensitivity, calibrate, check };

/// Whether the days of replicates are stored, or only hashes and headlines: many points need many
/// replicates, and their days would fill the disk.
enum class Days : std::uint8_t { kept, left_out };

/// What one replicate is played with where values, and perhaps rival rules, are drawn: in place of
/// those of the scenario, for every point.
struct ReplicateDraw {
    std::uint32_t replicate = 0;
    std::vector<std::pair<std::string, double>> values;
    std::vector<std::pair<std::string, std::string>> rules = {};  // "oath", "none"
    friend bool operator==(const ReplicateDraw&, const ReplicateDraw&) = default;
};

struct Experiment {
    Experiment();
    Experiment(const Experiment&);
    Experiment(Experiment&&) noexcept;
    Experiment& operator=(const Experiment&);
    Experiment& operator=(Experiment&&) noexcept;
    ~Experiment();

    ExperimentKind kind = ExperimentKind::run;
    std::string name;
    std::string command;  // what the user typed, for the provenance
    std::uint64_t seed = 1;
    std::vector<std::uint32_t> replicates;  // from 1; the same for every point
    Points points;
    std::optional<Design> design = {};  // where points are those of a design
    Days days = Days::kept;
    std::vector<ReplicateDraw> draws =
        {};  // by replicate; empty where parameters are the points' own
};

/// The draw of a replicate; null where its parameters are those of the points.
const ReplicateDraw* draw_of(const Experiment& experiment, std::uint32_t replicate);

/// The point's scenario as the draw has it played: what the point holds stays.
Scenario as_drawn(const Point& point, const ReplicateDraw& draw);

enum class Outcome : std::uint8_t { done, failed };

/// One replicate of one point, complete: durable as a whole or not at all.
struct ReplicateResult {
    std::uint32_t point = 0;      // index into Experiment::points
    std::uint32_t replicate = 0;  // from 1
    std::uint64_t seed = 0;
    Outcome outcome = Outcome::done;
    std::string reason;  // why it failed
    double seconds = 0;  // of processor work; the only column that differs between two equal runs
    Hash state_hash;
    std::vector<Hash> city_hashes;      // in the order of the plan's cities
    std::vector<std::uint64_t> adults;  // by city
    std::vector<std::vector<DayReport>>
        cities;                     // by city, then day; no days where they were left out
    std::vector<double> headlines;  // where days were left out: those of the point's plan, in order
};

/// Where finished replicates go. Calls come from one thread at a time, in order of completion.
class ResultSink {
  public:
    virtual ~ResultSink() = default;
    /// Returns once the replicate is durable.
    virtual void accept(ReplicateResult result) = 0;
};

}  // namespace tumen
