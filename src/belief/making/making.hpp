#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "belief/likelihood/likelihood.hpp"
#include "belief/prior/prior.hpp"
#include "patterns/pattern_choice.hpp"

/// Making the belief: draws of values and rival rules from the prior, played and weighed by the
/// patterns of role `calibrate`. What is played is named group by group and taken back as values of
/// patterns, so that whoever plays can stop between any two, and weights can be taken again from
/// what was stored.
namespace tumen {

struct MakingSettings {
    std::uint64_t seed = 1;
    double residents = 0;              // of every city that is played; 0: as many as it has
    std::uint32_t candidates = 3000;   // draws of the prior
    double go_on = 0.7;                // share of the draws that are played in the next group, too
    std::uint32_t prior_sample = 120;  // first draws, played in all groups: severity
    std::uint32_t start_plays = 40;    // at the starting values: luck
    std::uint32_t draws = 2048;        // of the belief
    double step = 0.3;                 // how far copies of a draw lie from it, see draw_near()
    std::uint32_t truths = 0;          // draws of the prior that are taken for the truth
};

/// The scenario with so many residents in every city; 0 leaves each city its own.
Scenario with_residents(Scenario scenario, double residents);

/// Plays of the same draws with their runs' days at hand: patterns that compare them are measured.
struct PlayGroup {
    std::vector<NamedScenario> runs;
    std::vector<const Pattern*> patterns;
    std::vector<std::size_t>
        fitted;  // places of the likelihood's patterns; empty in the last group
};

/// What draws are played for: luck at the starting values, the weights, what copies come to, what
/// would be reported were a draw the truth.
enum class Phase : std::uint8_t { start, candidates, near, truth };
inline constexpr std::size_t phase_count = 4;

/// Values of a group's patterns in one play; nothing where a statistic has none.
using PatternValues = std::vector<std::optional<double>>;

/// A draw of the belief: a draw of the prior, or one near it.
struct BeliefDraw {
    std::uint32_t candidate = 0;  // number of the draw of the prior, from 1
    std::uint32_t near = 0;       // 0: itself
    friend bool operator==(const BeliefDraw&, const BeliefDraw&) = default;
};

/// Truth `number`, from 1: a draw of the prior that is no candidate.
BeliefDraw truth_of(std::uint32_t number);

/// Values and rules of such a draw, for replicate `replicate`.
Expected<ReplicateDraw, Diagnostic> replicate_draw(const Priors& priors,
                                                   const Likelihood& likelihood, std::uint64_t seed,
                                                   double step, const BeliefDraw& draw,
                                                   std::uint32_t replicate);

class Making {
  public:
    /// Groups the runs of the likelihood's patterns; what `patterns`, these among them, read beyond
    /// that is the last group, played by the prior sample alone.
    static Expected<Making, Diagnostic> plan(const MakingSettings& settings, const Priors& priors,
                                             Likelihood likelihood,
                                             const std::vector<const Pattern*>& patterns,
                                             const LoadScenario& load);

    const MakingSettings& settings() const { return settings_; }
    const Likelihood& likelihood() const { return likelihood_; }
    const std::vector<PlayGroup>& groups() const { return groups_; }

    /// Numbers that are to be played in a group and have not been. Candidates of a group are known
    /// once the group before it is closed.
    std::vector<std::uint32_t> to_play(Phase phase, std::size_t group) const;
    Expected<Experiment, Diagnostic> experiment(Phase phase, std::size_t group,
                                                const std::vector<std::uint32_t>& numbers) const;
    /// What such an experiment came to, number by number.
    void take(Phase phase, std::size_t group, std::uint32_t number, PatternValues values);
    const std::map<std::uint32_t, PatternValues>& taken(Phase phase, std::size_t group) const {
        return taken_[static_cast<std::size_t>(phase)][group];
    }

    /// Weighs the candidates by what all groups up to this one came to and chooses those that go
    /// on. In the order of groups.
    void close(std::size_t group);

    /// The same candidates before any group was closed, weighed by what would be reported, with the
    /// errors of reports, were this truth so. It has to have been played.
    Making supposing(std::uint32_t truth) const;

    /// Spread of one play's luck by pattern of the likelihood, on its scale.
    std::vector<double> luck() const;
    /// What a play came to by pattern of the likelihood, where all groups were played.
    PatternValues fitted_values(Phase phase, std::uint32_t number) const;

    /// Of the candidates that went through all groups, and the weights that thinning gave them
    /// beside their likelihood.
    const std::vector<std::uint32_t>& survivors() const { return going_on_; }
    std::vector<double> log_weights(const Likelihood& likelihood) const;
    std::vector<double> weights(const Likelihood& likelihood) const;
    std::vector<double> weights() const { return weights(likelihood_); }
    /// Of candidates that went on, as weights of all: the others have 0.
    std::vector<double> of_all(const std::vector<double>& weights) const;
    /// Largest Pareto shape of the weights of all candidates, group by group before it was closed.
    double pareto() const { return pareto_; }

    /// Equally weighted, each once, in an order of chance; sets what is to be played near.
    std::vector<BeliefDraw> draws() const;

    /// Of what is played and measured: stored values of another key are of another making.
    Hash key(std::string_view fingerprint) const;

  private:
    Making(const MakingSettings& settings, const Priors& priors, Likelihood likelihood)
        : settings_(settings), priors_(&priors), likelihood_(std::move(likelihood)) {}
    void start_over();
    void group_runs(const std::vector<const Pattern*>& patterns);
    std::optional<Diagnostic> load_runs(const LoadScenario& load);
    std::vector<std::size_t> fitted_until(std::size_t group) const;
    double log_until(std::size_t group, std::uint32_t candidate,
                     const std::vector<double>& luck) const;

    MakingSettings settings_;
    const Priors* priors_;
    Likelihood likelihood_;
    std::vector<PlayGroup> groups_;
    std::array<std::vector<std::map<std::uint32_t, PatternValues>>, phase_count> taken_;
    std::vector<std::uint32_t> going_on_;
    double pareto_ = -std::numeric_limits<double>::infinity();
    std::vector<double> carried_;  // logarithms of weights beside the likelihood, of those going on
};

}  // namespace tumen
