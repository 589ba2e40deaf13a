#pragma once
#include <cstddef>
#include <optional>

#include "measures/answers/spread.hpp"

/// What the spread of a number over plays is made of.
namespace tumen {

/// A part of a variance, and its standard error.
struct VarianceShare {
    double share = 0;
    double error = 0;
};

/// Shares of the variance of normal scores (the ranks of the plays, on the scale of a standard
/// normal deviate), so that a ratio without an upper end counts as the largest and not as infinite.
struct VarianceShares {
    VarianceShare luck;    // what twins differ by
    VarianceShare rules;   // between the choices of rival rules, each rule for itself
    VarianceShare values;  // the rest
    std::size_t twins = 0;
    std::size_t draws = 0;
};

/// Neglected: what rules do only together counts as values. Errors are a bootstrap over draws,
/// twins together. Nothing with fewer than 8 pairs of twins, or where all plays have the same
/// value.
/// `draws` are those of the experiment's plays.
std::optional<VarianceShares> variance_shares(const PlayValues& values, const DrawsOfPlays& draws,
                                              const Experiment& experiment);

/// The deviate of a standard normal distribution at each value's rank; equal values get the middle
/// of their ranks. Without NaN.
std::vector<double> normal_scores(const std::vector<double>& values);

}  // namespace tumen
