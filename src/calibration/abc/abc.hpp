#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/executor.hpp"
#include "base/expected.hpp"
#include "calibration/abc/abc_distance.hpp"
#include "calibration/abc/abc_kernel.hpp"
#include "design/design.hpp"
#include "rules/roles.hpp"

/// Approximate Bayesian computation by sequential Monte Carlo (Toni and others 2009), with
/// distances that adapt (Prangle 2017). Knows nothing of the model: it proposes values, asks
/// somebody to simulate them, and keeps what is near the targets.
///
/// Proposal i of generation g is a function of the seed, g, i and the finished generation before;
/// proposals are judged in the order of i until enough are accepted. So nothing depends on how many
/// threads simulate, or on how often the work was interrupted.
namespace tumen {

struct AbcSettings {
    std::uint64_t seed = 1;
    std::uint32_t particles = 200;   // accepted in each generation
    std::uint32_t generations = 5;   // the first draws from the prior
    std::uint32_t predictive = 200;  // draws from the posterior that are simulated afresh
    double quantile = 0.5;           // of accepted distances: the next threshold
    double floor = 0.02;             // share accepted below which a generation is given up
    std::vector<Factor> priors;      // each flat over its range, on its scale
    std::vector<Target> targets;
};

/// Accepted = part of the sample of its generation.
enum class ParticleStatus : std::uint8_t { accepted, rejected, failed };
std::string_view name_of(ParticleStatus status);

/// One proposal and what came of it.
struct Particle {
    ParticleStatus status = ParticleStatus::rejected;
    std::string reason;                                          // of a failure
    double distance = std::numeric_limits<double>::quiet_NaN();  // none in the first generation
    double weight = 0;               // relative to the others of its generation
    CubePlace place;                 // where in the priors
    std::vector<double> values;      // of the parameters, in their units
    std::vector<double> statistics;  // one a target; NaN where there is no value
};

/// Open: proposals are missing. Given up: too few were accepted. Predictive: draws from the
/// posterior, each simulated afresh.
enum class GenerationStatus : std::uint8_t { open, complete, given_up, predictive };
std::string_view name_of(GenerationStatus status);

struct Generation {
    std::uint32_t number = 0;
    GenerationStatus status = GenerationStatus::open;
    double threshold = std::numeric_limits<double>::infinity();
    std::vector<double> scales;       // of the statistics; empty in the first, which needs none
    std::vector<Particle> particles;  // by proposal
    std::size_t accepted() const;
};

/// The accepted particles of a generation, their weights summing to 1.
struct WeightedSample {
    std::vector<const Particle*> particles;
    std::vector<double> weights;
};
WeightedSample sample_of(const Generation& generation);

/// Which statistics a simulation is asked for: while the sample is drawn, those that count.
enum class Measured : std::uint8_t { fitted, all };

/// The name of a simulation.
struct ProposalName {
    std::uint32_t generation = 0;
    std::uint32_t proposal = 0;
    Measured measured = Measured::all;
};
/// The seed of its luck: every proposal has its own, below 2^63.
std::uint64_t luck_of(std::uint64_t seed, const ProposalName& name);

struct Simulated {
    std::vector<double> statistics;  // one a target
    std::string failure;             // why it could not be simulated; empty = it was
};
/// Called from many threads at once. Nothing where the work is to stop.
using Simulate =
    std::function<std::optional<Simulated>(const ProposalName&, std::span<const double> values)>;

/// Where finished work goes, in the order of proposals; calls come one at a time. Returns once it
/// is durable.
class AbcSink {
  public:
    virtual ~AbcSink() = default;
    virtual void add(const ProposalName& name, const Particle& particle) = 0;
    /// All its particles have been added.
    virtual void close(const Generation& generation) = 0;
};

/// Why there is no further generation.
enum class AbcEnd : std::uint8_t {
    none,              // there is one, or it was interrupted
    all_played,        // as many as asked for
    all_bands_met,     // the last one accepts only what lies in every interval
    too_few_accepted,  // the generation after the posterior was given up
    no_posterior,      // not even the prior can be simulated
};
AbcEnd end_of(const AbcSettings& settings, const std::vector<Generation>& history);

/// The last complete generation; null where there is none.
const Generation* posterior_of(const std::vector<Generation>& history);

struct AbcProgress {
    std::uint32_t generation = 0;
    double threshold = 0;
    std::size_t proposals = 0;
    std::size_t accepted = 0;
};

struct AbcOptions {
    std::size_t chunk = 16;  // how far simulations may be ahead of judgements; changes speed only
    std::function<void(const AbcProgress&)> progress;
    std::function<bool()> stop;  // asked before each proposal
};

/// Goes on from `history` until the end, or until it is asked to stop. An error is one of the sink.
Expected<AbcEnd, Diagnostic> run_abc(const AbcSettings& settings, std::vector<Generation>& history,
                                     const Simulate& simulate, AbcSink& sink, Executor& executor,
                                     const AbcOptions& options = {});

/// The same with somebody else to simulate (calibration/abc/abc_simulators.hpp).
class Simulators;
Expected<AbcEnd, Diagnostic> run_abc(const AbcSettings& settings, std::vector<Generation>& history,
                                     Simulators& simulators, AbcSink& sink,
                                     const AbcOptions& options = {});

/// Puts places into stored generations. Nothing if all is well; else what does not agree with the
/// settings, so that it cannot be gone on from.
std::string restore(const AbcSettings& settings, std::vector<Generation>& history);

}  // namespace tumen
