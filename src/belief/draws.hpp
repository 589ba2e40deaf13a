#pragma once
#include <cstdint>

#include "belief/belief.hpp"
#include "belief/prior.hpp"
#include "experiment/draws.hpp"

/// What is believed, as a source of draws for experiments. A source of another belief has the same
/// form: draw n is a function of n, values by name, a choice for every rival rule.
namespace tumen {

/// Values and rival rules before any pattern was looked at.
DrawSource prior_source(const Priors& priors, std::uint64_t seed);

/// Draws of the belief, whatever the seed of luck: draw n for number n, again from the first where
/// there are no more.
DrawSource belief_source(const Belief& belief);

}  // namespace tumen
