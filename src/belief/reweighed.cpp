#include "belief/reweighed.hpp"

#include <algorithm>

#include "base/math.hpp"
#include "belief/likelihood/weights.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

/// What a draw gains, in logarithms, where each voice counts `times` instead of once.
double gain_of(const WeighedDraw& one, std::span<const double> times) {
    double gain = 0;
    for (std::size_t voice = 0; voice < one.by_voice.size(); ++voice)
        gain += (times[voice] - 1) * one.by_voice[voice];
    return gain;
}

std::vector<BeliefDraw> resampled(const Belief& belief, const std::vector<double>& weights) {
    const auto times = copies(weights, belief.draws.size(), belief.seed);
    std::vector<BeliefDraw> all;
    for (std::size_t i = 0; i < times.size(); ++i) {
        for (std::uint32_t copy = 0; copy < times[i]; ++copy)
            all.push_back({belief.weighed[i].candidate, copy});
    }
    std::vector<BeliefDraw> mixed;
    for (const std::uint32_t place : shuffled(all.size(), belief.seed))
        mixed.push_back(all[place]);
    return mixed;
}

}  // namespace

Reweighed reweighed(const Belief& belief, std::span<const double> times) {
    std::vector<double> logs;
    for (const WeighedDraw& one : belief.weighed)
        logs.push_back(one.log_weight + gain_of(one, times));
    Reweighed all;
    all.weights = weights_from(logs);
    std::vector<double> of_all = all.weights;
    of_all.resize(belief.candidates);
    all.effective = effective_size(all.weights);
    all.pareto = pareto_shape(of_all);
    all.refusal = refusal(all.effective, all.pareto);
    return all;
}

CandidateWeights weights_over(const Belief& belief, std::span<const double> times) {
    CandidateWeights weights;
    std::vector<double> gains;
    for (const WeighedDraw& one : belief.weighed)
        gains.push_back(gain_of(one, times));
    if (gains.empty()) return weights;
    const double most = *std::max_element(gains.begin(), gains.end());
    for (std::size_t i = 0; i < gains.size(); ++i)
        weights[belief.weighed[i].candidate] = math::exp(gains[i] - most);
    return weights;
}

Belief drawn_again(const Belief& belief, std::span<const double> times) {
    const Reweighed by = reweighed(belief, times);
    std::vector<std::uint32_t> candidates;
    for (const WeighedDraw& one : belief.weighed)
        candidates.push_back(one.candidate);
    Belief other = belief;
    for (WeighedDraw& one : other.weighed) {
        one.log_weight += gain_of(one, times);
        for (std::size_t voice = 0; voice < one.by_voice.size(); ++voice)
            one.by_voice[voice] *= times[voice];
    }
    other.effective = by.effective;
    other.pareto = by.pareto;
    other.largest = *std::max_element(by.weights.begin(), by.weights.end());
    other.rules = rules_among(ledger_likelihood(), belief.seed, candidates, by.weights);
    other.patterns.clear();
    other.replays.clear();
    other.draws = resampled(belief, by.weights);
    return other;
}

}  // namespace tumen
