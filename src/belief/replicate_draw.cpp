#include "belief/belief.hpp"
#include "belief/prior/prior_draw.hpp"

/// From how a draw is kept to its values and rules.
namespace tumen {

namespace {

/// Copies of one draw move otherwise than those of another.
std::uint64_t seed_near(std::uint64_t seed, std::uint32_t candidate) {
    return seed ^ (std::uint64_t{candidate} << 32);
}

}  // namespace

Expected<ReplicateDraw, Diagnostic> replicate_draw(const Priors& priors,
                                                   const Likelihood& likelihood, std::uint64_t seed,
                                                   double step, const BeliefDraw& draw,
                                                   std::uint32_t replicate) {
    auto scored = draw_with_scores(priors, seed, draw.candidate);
    if (scored && draw.near > 0) {
        scored = draw_near(priors, seed_near(seed, draw.candidate), *scored, draw.near, step);
    }
    if (!scored) return scored.error();
    return ReplicateDraw{replicate, parameter_values(priors, scored->values),
                         draw_rules(likelihood, seed, draw.candidate)};
}

Expected<ReplicateDraw, Diagnostic> draw_of(const Belief& belief, std::uint32_t number) {
    return replicate_draw(ledger_priors(), ledger_likelihood(), belief.seed, belief.step,
                          belief.draws[number - 1], number);
}

}  // namespace tumen
