#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calibration/abc/abc.hpp"
#include "experiment/results.hpp"
#include "patterns/patterns.hpp"

/// What a calibration came to: parameters before and after, patterns before and after, and a
/// posterior that other experiments can draw from.
namespace tumen {

/// One parameter before and after. Shrinkage is 1 - variance after / variance before, on the scale
/// of the prior: 0 = nothing learnt, 1 = known; below 0 the patterns make both ends likelier.
struct ParameterPosterior {
    Factor prior;
    double mean = 0;
    double median = 0;
    Interval half;    // the middle 50 %
    Interval ninety;  // the middle 90 %
    double shrinkage = 0;
    std::vector<std::string> warnings;  // sentences
};

/// Among simulations that have a value, how many show the pattern, and the mean of its statistic.
struct PredictiveShare {
    std::size_t n = 0;
    std::size_t showing = 0;
    double share = 0;
    Interval share_interval;  // 95 %, Wilson's
    double mean = 0;
};

/// A pattern under the prior and under the posterior; each simulation with parameters and luck of
/// its own.
struct PatternFit {
    const Pattern* pattern = nullptr;
    TargetUse use = TargetUse::fitted;
    std::optional<PredictiveShare> prior;
    std::optional<PredictiveShare> posterior;  // none until the posterior has been simulated
    /// Fewer simulations show it after than before: the 95 % interval of the difference
    /// leaves out 0.
    bool got_worse() const;
};

struct CalibrationSummary {
    AbcEnd end = AbcEnd::none;
    std::string why;           // it ended: a sentence, after what is wrong with it
    std::string no_posterior;  // why it is none, a sentence; empty where it is one
    std::size_t particles = 0;
    double effective_size = 0;
    std::vector<ParameterPosterior> parameters;
    std::vector<std::vector<double>> correlations;  // of places, by parameter and parameter
    std::vector<PatternFit> patterns;
    std::vector<std::string> warnings;  // on the whole; those on parameters stand there
};

/// Puts places into generations as they are stored, from their values; for reading only, since what
/// is gone on from needs them to the last bit (restore() in calibration/abc/abc.hpp).
void find_places(const AbcSettings& settings, std::vector<Generation>& history);

/// Nothing but `end`, `why` and `patterns` where there is no posterior yet. Patterns that the
/// ledger does not know any more are left out.
CalibrationSummary summarise(const AbcSettings& settings, const std::vector<Generation>& history);

/// Why what was kept is worth too few draws to be called a posterior, a sentence; empty where it is
/// one.
std::string no_posterior(std::size_t particles, double effective_size);

/// Values with weights that sum to 1, to draw from.
struct Posterior {
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;  // by particle, then name
    std::vector<double> weights;
};
/// Of the last complete generation; without particles where there is none.
Posterior posterior_values(const AbcSettings& settings, const std::vector<Generation>& history);

/// The parameters of one replicate: a draw keyed by seed and replicate, the same for every scenario
/// and every number of replicates.
ReplicateDraw draw_from(const Posterior& posterior, std::uint64_t seed, std::uint32_t replicate);
std::vector<ReplicateDraw> draws_from(const Posterior& posterior, std::uint64_t seed,
                                      const std::vector<std::uint32_t>& replicates);

/// Whether the posterior has been simulated afresh: nothing more is to be done.
bool is_finished(const std::vector<Generation>& history);

}  // namespace tumen
