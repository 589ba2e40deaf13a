#include "browser/draws.hpp"

#include <utility>

#include "belief/likelihood/weights.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_draw.hpp"
#include "belief/prior/prior_text.hpp"
#include "belief/reweighed.hpp"
#include "experiment/draws.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen::browser {

namespace {

/// What could be read, else the problem.
template <class T>
void take(Expected<T, Diagnostic> read, T& into, std::string& problem) {
    if (read) {
        into = *std::move(read);
    } else if (problem.empty()) {
        problem = describe(read.error());
    }
}

}  // namespace

const Draws& Draws::ledger() {
    static const Draws only;
    return only;
}

Draws::Draws() {
    take(Priors::read(carried_text("priors", prior_text())), priors_, problem_);
    take(Likelihood::read(carried_text("likelihood", likelihood_text()), fitted_patterns()),
         likelihood_, problem_);
    take(Belief::read(carried_text("belief", belief_text())), belief_, problem_);
    if (problem_.empty()) outdated_ = why_outdated();
}

/// The program also asks whether the scenarios that the belief was made from are still the same
/// (`tumen belief check`); the page carries nothing that could tell.
std::string Draws::why_outdated() const {
    if (!belief_.renewal_due.empty()) return belief_.renewal_due;
    if (belief_.hashes.model != model_fingerprint())
        return "the model has changed since it was made";
    if (belief_.hashes.priors != hex(prior_hash(priors_)))
        return "the priors have changed since it was made";
    if (belief_.hashes.patterns != hex(likelihood_.hash()))
        return "patterns or how they are read have changed since it was made";
    return "";
}

Expected<ReplicateDraw, Diagnostic> Draws::draw(std::uint64_t seed, std::uint32_t replicate) const {
    const std::uint32_t number = draw_number(replicate);
    if (outdated_.empty()) {
        const auto place = (number - 1) % belief_.draws.size();
        return replicate_draw(priors_, likelihood_, belief_.seed, belief_.step,
                              belief_.draws[place], replicate);
    }
    return replicate_draw(priors_, likelihood_, seed, 1, {number, 0}, replicate);
}

std::optional<SecondPlays> Draws::second(std::uint32_t plays) const {
    const auto& power = likelihood_.second_voice_power();
    if (!problem_.empty() || !outdated_.empty() || !power || belief_.weighed.empty())
        return std::nullopt;
    const std::vector<double> times = likelihood_.times_in_second();
    const Reweighed all = reweighed(belief_, times);
    const CandidateWeights weights = weights_over(belief_, times);
    SecondPlays second{how_read(*power), is_posterior(all.effective, all.pareto), {}};
    for (std::uint32_t replicate = 1; replicate <= plays; ++replicate) {
        const auto place = (draw_number(replicate) - 1) % belief_.draws.size();
        const std::uint32_t family = belief_.draws[place].candidate;
        second.plays.push_back({family, weights.at(family)});
    }
    return second;
}

}  // namespace tumen::browser
