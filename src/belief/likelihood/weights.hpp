#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Weighted draws: how many they are worth, and how to go on with fewer of them. Sums are taken in
/// the order of the draws.
namespace tumen {

/// Weights that sum to 1 from logarithms of weights, of which one at least is finite.
std::vector<double> weights_from(std::span<const double> logs);

/// Shape of the generalised Pareto distribution of the largest weights: above 0.7 their mean is not
/// to be relied on (Vehtari and others 2024; fitted as Zhang and Stephens 2009). `weights` are
/// those of the whole sample: who was left out on the way has 0 and counts, or else a floor under
/// those who went on would be taken for the body of the distribution. Not a number where fewer than
/// 25 weights are above 0.
double pareto_shape(std::span<const double> weights);

/// Whether weighted draws are a posterior: worth enough, and not carried by a few.
inline constexpr double most_pareto = 0.7;
bool is_posterior(double effective, double pareto);

/// Which draws go on so that about `wanted` remain, each once, and with which weight (0 = not):
/// those above a threshold as they are, the others with the threshold's weight and so rarely that
/// weights keep their means (Fearnhead and Clifford 2003). The first `always` go on in any case.
std::vector<double> thinned(std::span<const double> weights, std::size_t wanted, std::size_t always,
                            std::uint64_t seed);

/// How often each draw is taken among `wanted` of equal weight, by systematic resampling.
std::vector<std::uint32_t> copies(std::span<const double> weights, std::size_t wanted,
                                  std::uint64_t seed);

/// The numbers below `count` in an order that is a function of the seed.
std::vector<std::uint32_t> shuffled(std::size_t count, std::uint64_t seed);

}  // namespace tumen
