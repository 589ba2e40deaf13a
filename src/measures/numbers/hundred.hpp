#pragma once
#include <span>
#include <vector>

/// Shares as whole numbers of a hundred, so that the parts of one whole come to 100.
namespace tumen {

/// A share and what it leaves of the whole add up to 100: a half goes away from 50. What is neither
/// none nor all is 1 to 99.
int of_hundred(double share);

/// The parts of one whole by their largest remainders; of equal ones the first gains. Parts that
/// come to no whole are rounded each for itself.
std::vector<int> parts_of_hundred(std::span<const double> shares);

}  // namespace tumen
