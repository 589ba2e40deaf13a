#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "belief/prior.hpp"
#include "experiment/draws.hpp"

/// What is believed, as a source of draws for experiments. A source of another belief has the same
/// form: draw n is a function of n, values by name, a choice for every rival rule.
namespace tumen {

/// A choice for every rival rule, all combinations equally likely: where the evidence says nothing
/// of them, neither does the prior.
std::vector<std::pair<std::string, std::string>> draw_rules(std::uint64_t seed, std::uint32_t draw);

/// Values and rival rules before any pattern was looked at.
DrawSource prior_source(const Priors& priors, std::uint64_t seed);

}  // namespace tumen
