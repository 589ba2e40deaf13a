#include "belief/reweighed.hpp"

#include <algorithm>

#include "base/math.hpp"
#include "base/text.hpp"
#include "belief/likelihood/weights.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

double gain_of(const WeighedDraw& one, std::span<const double> times) {
    double gain = 0;
    for (std::size_t voice = 0; voice < one.by_voice.size(); ++voice)
        gain += (times[voice] - 1) * one.by_voice[voice];
    return gain;
}

Reweighed reweighed(const Belief& belief, std::span<const double> times) {
    std::vector<double> logs;
    logs.reserve(belief.weighed.size());
    for (const WeighedDraw& one : belief.weighed)
        logs.push_back(one.log_weight + gain_of(one, times));
    Reweighed all;
    all.weights = weights_from(logs);
    std::vector<double> of_all = all.weights;
    of_all.resize(belief.candidates);
    all.effective = effective_size(all.weights);
    all.pareto = pareto_shape(of_all);
    return all;
}

CandidateWeights weights_over(const Belief& belief, std::span<const double> times) {
    CandidateWeights weights;
    std::vector<double> gains;
    gains.reserve(belief.weighed.size());
    for (const WeighedDraw& one : belief.weighed)
        gains.push_back(gain_of(one, times));
    if (gains.empty()) return weights;
    const double most = *std::max_element(gains.begin(), gains.end());
    for (std::size_t i = 0; i < gains.size(); ++i)
        weights[belief.weighed[i].candidate] = math::exp(gains[i] - most);
    return weights;
}

std::string how_read(double voice_power) {
    if (voice_power == 0) return "each voice as one report, however many it made";
    return "n reports of a voice as n to the power " + shortest(voice_power);
}

}  // namespace tumen
