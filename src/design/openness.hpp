#pragma once
#include <string>
#include <vector>

#include "model/parameter_table.hpp"

namespace tumen {

/// How far the evidence leaves a number open: the logarithm of the factor between the ends of its
/// range; 0 for a number that is fixed. The page's explorer orders its sliders by the same.
double openness(ParameterRef ref);

/// Numbers that the evidence leaves open, the least known first: assumed ones before measured ones,
/// wide ranges before narrow ones.
std::vector<ParameterRef> by_openness();

}  // namespace tumen
