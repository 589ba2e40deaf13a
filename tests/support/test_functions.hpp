#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <vector>

/// Functions whose sensitivity is known in closed form. Inputs in [0, 1].
namespace tumen::testing {

/// T. Ishigami and T. Homma (1990), a = 7, b = 0.1: sin(z1) + a sin(z2)^2 + b z3^4 sin(z1), with z
/// between -pi and pi. The third input acts through the first alone.
double ishigami(std::span<const double> x);
struct ExactIndices {
    std::vector<double> first;
    std::vector<double> total;
    double mean;
    double variance;
};
ExactIndices ishigami_indices();

/// I. M. Sobol's g: the product of (|4 x - 2| + a) / (1 + a).
inline constexpr std::array<double, 8> g_weights = {0, 1, 4.5, 9, 99, 99, 99, 99};
double sobol_g(std::span<const double> x);
ExactIndices sobol_g_indices();

/// M. D. Morris's own function of 20 inputs (1991): 1 to 7 strong with interactions or bends, 8 to
/// 10 strong and nearly linear, 11 to 20 weak. Its random coefficients of size 1 are (-1)^i and
/// (-1)^(i+j) here.
inline constexpr std::size_t morris_inputs = 20;
double morris_function(std::span<const double> x);

/// Mean and standard deviation of the elementary effects of an input of morris_function() over the
/// places that trajectories visit on a grid of 4 levels: exact.
struct ExactEffects {
    double mean;
    double spread;
};
ExactEffects morris_effects(std::size_t input);

}  // namespace tumen::testing
