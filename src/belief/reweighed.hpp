#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "belief/belief.hpp"

/// The draws of the prior that a belief was made from, weighed again where what each voice says
/// counts for more or less than it did: nothing is played for it.
namespace tumen {

struct Reweighed {
    std::vector<double> weights;  // in the order of Belief::weighed; they sum to 1
    double effective = 0;
    double pareto = 0;
    std::string refusal;  // why they are too few; empty where they are not
};

/// `times`: by voice, how many times as much its reports count; 0 leaves it out.
Reweighed reweighed(const Belief& belief, std::span<const double> times);

/// By candidate, the weight of its draws over the one that they have, up to a constant.
using CandidateWeights = std::map<std::uint32_t, double>;
CandidateWeights weights_over(const Belief& belief, std::span<const double> times);

/// As many draws as the belief has, by such weights, which are its weights now. What is known of
/// patterns is left out: it was counted with the weights that were.
Belief drawn_again(const Belief& belief, std::span<const double> times);

}  // namespace tumen
