#pragma once
#include <span>

namespace tumen {

/// 1 / sum of squares, for weights that sum to 1: how many equally weighted draws are as good
/// (Kish).
double effective_size(std::span<const double> weights);

}  // namespace tumen
