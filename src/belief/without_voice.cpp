#include "belief/without_voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/text.hpp"

namespace tumen {

namespace {

Diagnostic unknown(const Belief& belief, std::string_view voice) {
    std::string known;
    for (const std::string& one : belief.voices)
        known += (known.empty() ? "" : ", ") + one;
    return diagnostic("the belief rests on no reports of \"" + printable(voice, 60) + "\"", "",
                      known.empty() ? "`tumen belief make` renews it" : "its voices: " + known);
}

/// How many times each voice counts where one of them is left out.
std::vector<double> all_but(const Belief& belief, std::size_t voice) {
    std::vector<double> times(belief.voices.size(), 1);
    times[voice] = 0;
    return times;
}

}  // namespace

Expected<Belief, Diagnostic> without_voice(const Belief& belief, std::string_view voice) {
    const auto found = std::find(belief.voices.begin(), belief.voices.end(), voice);
    if (found == belief.voices.end()) return unknown(belief, voice);
    if (!belief.without.empty()) {
        return diagnostic(fmt::format("the belief is without {} already", belief.without), "",
                          "one voice can be left out of it");
    }
    const auto place = static_cast<std::size_t>(std::distance(belief.voices.begin(), found));
    const std::vector<double> times = all_but(belief, place);
    const Reweighed all = reweighed(belief, times);
    if (const std::string why = all.refusal(); !why.empty()) {
        return diagnostic(fmt::format("without {} there are too few draws", printable(voice, 60)),
                          why,
                          fmt::format("make it anew without that voice: `tumen belief make "
                                      "--without-voice {}`",
                                      printable(voice, 60)));
    }
    Belief other = drawn_again(belief, times);
    other.without = voice;
    return other;
}

std::map<std::string, CandidateWeights> weights_without_each(const Belief& belief) {
    std::map<std::string, CandidateWeights> all;
    for (std::size_t voice = 0; voice < belief.voices.size(); ++voice) {
        const std::vector<double> times = all_but(belief, voice);
        if (belief.weighed.empty() || !reweighed(belief, times).refusal().empty()) continue;
        all[belief.voices[voice]] = weights_over(belief, times);
    }
    return all;
}

}  // namespace tumen
