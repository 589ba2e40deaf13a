#include "belief/without_voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/math.hpp"
#include "base/text.hpp"
#include "belief/likelihood/weights.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

std::optional<std::size_t> place_of(const Belief& belief, std::string_view voice) {
    const auto found = std::find(belief.voices.begin(), belief.voices.end(), voice);
    if (found == belief.voices.end()) return std::nullopt;
    return static_cast<std::size_t>(std::distance(belief.voices.begin(), found));
}

Diagnostic unknown(const Belief& belief, std::string_view voice) {
    std::string known;
    for (const std::string& one : belief.voices)
        known += (known.empty() ? "" : ", ") + one;
    return diagnostic("the belief rests on no reports of \"" + printable(voice, 60) + "\"", "",
                      known.empty() ? "`tumen belief make` renews it" : "its voices: " + known);
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

/// The draws that were played, weighed without what a voice's reports say.
struct Reweighed {
    std::vector<double> weights;
    double effective = 0;
    double pareto = 0;
    std::string refusal;  // why they are too few; empty where they are not
};

Reweighed weighed_without(const Belief& belief, std::size_t voice) {
    std::vector<double> logs;
    for (const WeighedDraw& one : belief.weighed)
        logs.push_back(one.log_weight - one.by_voice[voice]);
    Reweighed all;
    all.weights = weights_from(logs);
    std::vector<double> of_all = all.weights;
    of_all.resize(belief.candidates);
    all.effective = effective_size(all.weights);
    all.pareto = pareto_shape(of_all);
    all.refusal = refusal(all.effective, all.pareto);
    return all;
}

}  // namespace

Expected<Belief, Diagnostic> without_voice(const Belief& belief, std::string_view voice) {
    const auto place = place_of(belief, voice);
    if (!place) return unknown(belief, voice);
    const Reweighed all = weighed_without(belief, *place);
    if (!all.refusal.empty()) {
        return diagnostic(fmt::format("without {} there are too few draws", printable(voice, 60)),
                          all.refusal, "make the belief from more --candidates");
    }
    std::vector<std::uint32_t> candidates;
    for (const WeighedDraw& one : belief.weighed)
        candidates.push_back(one.candidate);
    Belief other = belief;
    other.without = voice;
    other.effective = all.effective;
    other.pareto = all.pareto;
    other.largest = *std::max_element(all.weights.begin(), all.weights.end());
    other.rules = rules_among(ledger_likelihood(), belief.seed, candidates, all.weights);
    other.patterns.clear();
    other.replays.clear();
    other.draws = resampled(belief, all.weights);
    return other;
}

std::map<std::string, CandidateWeights> weights_without_each(const Belief& belief) {
    std::map<std::string, CandidateWeights> all;
    for (std::size_t voice = 0; voice < belief.voices.size(); ++voice) {
        if (belief.weighed.empty() || !weighed_without(belief, voice).refusal.empty()) continue;
        double least = belief.weighed.front().by_voice[voice];
        for (const WeighedDraw& one : belief.weighed)
            least = std::min(least, one.by_voice[voice]);
        CandidateWeights& weights = all[belief.voices[voice]];
        for (const WeighedDraw& one : belief.weighed)
            weights[one.candidate] = math::exp(least - one.by_voice[voice]);
    }
    return all;
}

}  // namespace tumen
