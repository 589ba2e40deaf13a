#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "belief/belief.hpp"

/// Which values the patterns say anything about: most come back as they went in.
namespace tumen {

/// A value before and after, by normal scores of its ranks in the prior, whose spread is 1.
struct MovedValue {
    std::string name;
    Interval before;    // nine tenths of the prior
    Interval after;     // and of the belief
    double shift = 0;   // of its mean
    double spread = 1;  // that is left
};

struct MovedValues {
    std::vector<MovedValue> values;  // by more than three errors; in the order of the priors
    std::vector<MovedValue> others;  // that are drawn
    std::size_t all = 0;             // of both
    double shift_error = 0;          // of so many effective draws: 1 / root n
    double spread_error = 0;         // and 1 / root 2n
};

/// Of the draws that were played through, with their weights, beside as many candidates as there
/// were.
Expected<MovedValues, Diagnostic> moved_values(const Belief& belief);

}  // namespace tumen
