#pragma once
#include <span>

namespace tumen {

/// 1 / sum of squares, for weights that sum to 1: how many equally weighted draws are as good
/// (Kish).
double effective_size(std::span<const double> weights);

/// Weighted draws that are worth fewer than these are no posterior.
inline constexpr double least_effective = 100;

}  // namespace tumen
