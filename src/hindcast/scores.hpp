#pragma once
#include <span>
#include <vector>

#include "base/interval.hpp"

/// Forecasts as mixtures of normal distributions, one a draw, and how well they foretold a number.
/// A single normal distribution is a mixture of one.
namespace tumen {

struct Component {
    double weight = 1;  // all of a mixture sum to 1
    double mean = 0;
    double spread = 1;  // above 0
};
using Mixture = std::vector<Component>;

double normal_density(double score);
double normal_probability(double score);

/// Probability of at most `value`.
double probability_below(std::span<const Component> mixture, double value);
/// The value with that probability below it; 0 < p < 1.
double quantile_of(std::span<const Component> mixture, double p);

/// Logarithm of the density at what was observed, with a changed sign: smaller is better.
double log_score(std::span<const Component> mixture, double observed);

/// Continuous ranked probability score: mean distance from what was observed less half the mean
/// distance of two independent draws. Fair (Ferro 2014): the two are draws of different components,
/// so that the score does not depend on how many draws the forecast was made from. Smaller is
/// better.
double crps(std::span<const Component> mixture, double observed);

/// Whether what was observed lies in the middle `level` of the forecast.
enum class Covered : bool { no, yes };
Covered covered(std::span<const Component> mixture, double observed, double level);

/// 1 - sum of scores over sum of the rival's: 1 is perfect, 0 as good as the rival, below 0 worse.
/// Its error by leaving out one after the other (jackknife); nothing for fewer than two.
struct Skill {
    double value = 0;
    double error = 0;  // not a number for fewer than two
    std::size_t targets = 0;
};
Skill skill_of(std::span<const double> scores, std::span<const double> rival);

}  // namespace tumen
