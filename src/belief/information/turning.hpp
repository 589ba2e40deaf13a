#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "belief/information/narrowing.hpp"

/// What would turn a sentence round: the shortest description, one to three bounds on values and
/// rules, of the draws in which it is reversed (rule induction after Friedman and Fisher 1999 and
/// Bryant and Lempert 2010, greedy from one bound on). Nothing is played for it.
namespace tumen {

/// A fact beyond a bound; of a rule, the choice that holds.
struct Beyond {
    const Fact* fact = nullptr;
    std::size_t column = 0;  // of the fact; of a rule its choice
    bool above = true;       // else below
    double at = 0;
};

struct Turning {
    std::vector<Beyond> bounds;  // empty: nothing short describes the reversed draws
    std::size_t draws = 0;
    std::size_t reversed = 0;
    // On draws that were held back:
    double coverage = 0;        // share of the reversed draws that lie inside
    double density = 0;         // share of the draws inside that are reversed
    std::size_t inside = 0;     // draws
    std::size_t held_back = 0;  // draws
};

/// `reversed`: one entry a draw. Every second draw is searched, the others judge. A description is
/// kept where it tells more than the best one of twenty times shuffled draws, and where more of
/// those inside are reversed than elsewhere among the draws held back.
Turning turning_of(const std::vector<bool>& reversed, const std::vector<Fact>& facts,
                   std::uint64_t seed);

}  // namespace tumen
