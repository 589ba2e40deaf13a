#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "calibration/abc/abc.hpp"
#include "experiment/results.hpp"
#include "patterns/patterns.hpp"
#include "scenario/evidence/own_patterns.hpp"
#include "scenario/evidence/statistic.hpp"

/// Fitting the model to the reported patterns of the ledger: which patterns and parameters, and the
/// model as the simulator that calibration/abc/abc.hpp asks for.
namespace tumen {

/// What is asked for; where nothing is said, what the ledger says.
struct CalibrationAsked {
    std::vector<const Pattern*> fitted;
    std::vector<const Pattern*> held_out;  // looked at before and after, never fitted to
    std::vector<Factor> priors;
    std::uint32_t particles = 200;
    std::uint32_t generations = 5;
    std::uint32_t predictive = 200;
    std::uint32_t replicates = 2;                 // of each proposal; statistics are their means
    std::shared_ptr<const OwnPatterns> own = {};  // where patterns come from a file
};

/// All of it as a design, so that it is stored with the results.
inline constexpr std::string_view calibration_method = "abc-smc";
Design calibration_design(const CalibrationAsked& asked);

/// The same, read back from a calibration.
struct Calibration {
    AbcSettings settings;
    std::vector<const Pattern*> patterns;  // one a target
    std::uint32_t replicates = 2;
    std::shared_ptr<const OwnPatterns> own = {};  // whose patterns are among them
};
Expected<Calibration, Diagnostic> calibration_of(const Experiment& experiment);

/// Every pattern with a test, other than `fitted`, that these runs can show.
std::vector<const Pattern*> others_shown(const std::vector<std::string>& runs,
                                         const std::vector<const Pattern*>& fitted);

/// The parameters that the ledger says `patterns` bear on, those with the widest priors first, at
/// most `count`. Shares of sentences are left out, since they sum to 1.
std::vector<Factor> widest_priors(const std::vector<const Pattern*>& patterns, std::size_t count);

/// The ledger's prior of a parameter, or `text` in the form of read_factor(); an error where the
/// ledger has no prior for it.
Expected<Factor, Diagnostic> read_prior(std::string_view text);

/// Plays the points that patterns are about with the parameters of a proposal, each proposal with
/// luck of its own, shared by the points.
class PatternSimulator {
  public:
    /// `crew` plays the wards of a city; null = the calling thread alone.
    PatternSimulator(const Experiment& experiment, const Calibration& calibration,
                     std::function<bool()> stop, Executor* crew = nullptr);
    std::optional<Simulated> operator()(const ProposalName& name,
                                        std::span<const double> values) const;

  private:
    struct Row {
        std::vector<std::uint32_t> points;  // of the run, and of those it is compared with
        Statistic statistic;
        TargetUse use;
    };
    void pin(std::uint32_t point, const std::vector<std::string_view>& settings);
    std::vector<std::pair<std::string, double>> values_for(std::size_t point,
                                                           std::span<const double> values) const;
    std::vector<bool> points_needed(Measured measured) const;

    const Experiment& experiment_;
    const Calibration& calibration_;
    std::function<bool()> stop_;
    Executor* crew_;
    std::vector<Row> rows_;                                   // one a target
    std::vector<std::set<std::string, std::less<>>> pinned_;  // by point: what tests set themselves
};

/// run_abc() with a PatternSimulator on so many threads of this process, each with proposals of its
/// own.
Expected<AbcEnd, Diagnostic> run_calibration(const Experiment& experiment,
                                             const Calibration& calibration,
                                             std::vector<Generation>& history, AbcSink& sink,
                                             std::size_t threads, AbcOptions options);

}  // namespace tumen
