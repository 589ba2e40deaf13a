#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "belief/making/covered.hpp"
#include "belief/making/making.hpp"

/// The belief that ships with the program: evidence/belief.toml, made by `tumen belief make`. A
/// draw is kept as how it was drawn, so that the file is small and nothing in it is rounded.
namespace tumen {

/// Of what the belief was made; where one of these has changed since, there is only the prior.
struct BeliefHashes {
    std::string model;     // its fingerprint
    std::string priors;    // what counts in evidence/priors.toml, and ranges
    std::string patterns;  // what counts in patterns.toml and likelihood.toml
    std::string runs;      // the scenarios that were played
    friend bool operator==(const BeliefHashes&, const BeliefHashes&) = default;
};

struct RuleBelief {
    std::string rule;
    std::string choice;
    double prior = 0;
    double belief = 0;
    double error = 0;  // Monte Carlo, one standard error
};

/// How many draws show a pattern.
struct PatternBelief {
    std::string id;
    double prior = 0;                   // share of the prior sample
    std::size_t played = 0;             // draws of the prior sample
    std::optional<double> belief = {};  // share of the weight; of patterns that are fitted
    double error = 0;
};

/// What went into the weight of a draw of the prior that was played through all patterns.
struct WeighedDraw {
    std::uint32_t candidate = 0;
    double log_weight = 0;
    std::vector<double> by_voice;  // log-likelihood of each voice's patterns, within log_weight
};

class Belief {
  public:
    static Expected<Belief, Diagnostic> read(const ScenarioText& text);
    std::string write() const;

    BeliefHashes hashes;
    std::uint64_t seed = 1;
    double residents = 0;  // of every city that was played; 0: as many as it has
    double step = 0;
    std::uint32_t candidates = 0;
    std::uint32_t plays = 0;  // candidates that went through all patterns
    double effective = 0;     // of equally weighted draws; bounds and errors go by it
    double pareto = 0;
    double largest = 0;       // weight of one draw
    std::string renewal_due;  // why it is to be made again; empty where it holds
    std::vector<RuleBelief> rules;
    std::vector<PatternBelief> patterns;
    CoverageTable coverage;            // truths found again; none where nobody looked for them
    std::vector<BeliefDraw> draws;     // in the order in which replicates take them
    std::vector<std::string> replays;  // what its first draws come to, see replays_of()
    std::vector<std::string> voices;   // whose reports it rests on
    std::vector<WeighedDraw> weighed;  // in the order of candidates
    std::string without;               // the voice that was left out of it, if one was
    bool second = false;               // whether it was made by the second reading of the reports

    const PatternBelief* find(std::string_view pattern) const;
};

/// The one that ships, read once.
const Belief& ledger_belief();

/// The project's own as a belief was made by it: without its voice, by its reading.
Likelihood likelihood_of(const Belief& belief);

/// The hashes as they are now; `model` is its fingerprint.
Expected<BeliefHashes, Diagnostic> present_hashes(
    std::string_view model, double residents, const Likelihood& likelihood = ledger_likelihood());

/// Why the belief does not hold for what this program plays; empty where it does.
std::string outdated(const Belief& belief, std::string_view model);

/// State hashes of its first draws in a small city with a hand-in drive: whoever gets others reads
/// the draws in another way.
Expected<std::vector<std::string>, Diagnostic> replays_of(const Belief& belief);

/// Values and rules of draw `number`, from 1, for that replicate.
Expected<ReplicateDraw, Diagnostic> draw_of(const Belief& belief, std::uint32_t number);

/// Why what was made is no posterior; empty where it is one.
std::string refusal(double effective, double pareto);

/// Rival rules among weighted candidates.
std::vector<RuleBelief> rules_among(const Likelihood& likelihood, std::uint64_t seed,
                                    const std::vector<std::uint32_t>& candidates,
                                    const std::vector<double>& weights);

/// What a making comes to.
Belief belief_of(const Making& making, BeliefHashes hashes);

}  // namespace tumen
