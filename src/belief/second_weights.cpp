#include "belief/second_weights.hpp"

#include "belief/belief_draws.hpp"
#include "experiment/draws.hpp"

namespace tumen {

namespace {

/// Whether each replicate has the draw of its number, twins and all, as those of a run.
bool is_by_replicate(const Experiment& experiment) {
    return experiment.kind != ExperimentKind::check;
}

DrawsOfPlays candidates_among(const Experiment& experiment, const Belief& belief) {
    DrawsOfPlays candidates;
    for (const ReplicateDraw& draw : experiment.draws) {
        const std::size_t place = (draw_number(draw.replicate) - 1) % belief.draws.size();
        candidates[draw.replicate] = belief.draws[place].candidate;
    }
    return candidates;
}

}  // namespace

std::optional<DrawsOfPlays> candidates_of(const Experiment& experiment) {
    const auto belief = belief_behind(experiment);
    if (!belief || !is_by_replicate(experiment)) return std::nullopt;
    return candidates_among(experiment, *belief);
}

Expected<Belief, Diagnostic> by_second_reading(const Belief& belief) {
    if (!ledger_likelihood().second_voice_power())
        return diagnostic("the evidence states no second reading", "", "");
    if (belief.second) return belief;
    const std::vector<double> times = ledger_likelihood().times_in_second();
    const std::string why =
        belief.weighed.empty() ? "it keeps no weights" : reweighed(belief, times).refusal();
    if (!why.empty()) {
        return diagnostic("by the second reading of the reports there are too few draws", why,
                          "make it anew by that reading: `tumen belief make --second-reading`");
    }
    Belief other = drawn_again(belief, times);
    other.second = true;
    return other;
}

std::optional<SecondReading> second_reading(const Experiment& experiment) {
    const auto belief = belief_behind(experiment);
    const Likelihood& likelihood = ledger_likelihood();
    if (!belief || !is_by_replicate(experiment)) return std::nullopt;
    if (!likelihood.second_voice_power() || belief->weighed.empty() || belief->second)
        return std::nullopt;
    SecondReading reading;
    reading.how = how_read(*likelihood.second_voice_power());
    reading.families = candidates_among(experiment, *belief);
    const std::vector<double> times = likelihood.times_in_second();
    const Reweighed all = reweighed(*belief, times);
    reading.effective = all.effective;
    reading.refusal = all.refusal();
    const CandidateWeights weights = weights_over(*belief, times);
    for (const auto& [replicate, candidate] : reading.families)
        reading.weights[replicate] = weights.at(candidate);
    return reading;
}

}  // namespace tumen
