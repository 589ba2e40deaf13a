#include <algorithm>

#include "belief/likelihood/weights.hpp"
#include "belief/reweighed.hpp"

namespace tumen {

namespace {

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

Belief drawn_again(const Belief& belief, std::span<const double> times) {
    const Reweighed by = reweighed(belief, times);
    std::vector<std::uint32_t> candidates;
    candidates.reserve(belief.weighed.size());
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
    other.coverage = {};
    other.replays.clear();
    other.draws = resampled(belief, by.weights);
    return other;
}

}  // namespace tumen
