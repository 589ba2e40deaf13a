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
    /// Why these are too few; empty where they are not.
    std::string refusal() const { return tumen::refusal(effective, pareto); }
};

/// What a draw gains, in logarithms, where each voice counts `times` instead of once.
double gain_of(const WeighedDraw& one, std::span<const double> times);

/// `times`: by voice, how many times as much its reports count; 0 leaves it out.
Reweighed reweighed(const Belief& belief, std::span<const double> times);

/// By candidate, the weight of its draws over the one that they have, up to a constant.
using CandidateWeights = std::map<std::uint32_t, double>;
CandidateWeights weights_over(const Belief& belief, std::span<const double> times);

/// As many draws as the belief has, by such weights, which are its weights now. What is known of
/// patterns and of truths is left out: it was counted with the weights that were.
Belief drawn_again(const Belief& belief, std::span<const double> times);

/// n reports of a voice that count as n to this power, in words.
std::string how_read(double voice_power);

}  // namespace tumen
