#include "browser/draws.hpp"

#include <utility>

#include "belief/prior/carried.hpp"
#include "belief/prior/prior_draw.hpp"
#include "belief/prior/prior_text.hpp"
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

}  // namespace tumen::browser
