#pragma once
#include <cstddef>
#include <string>

namespace tumen::testing {

/// One line for each city of each scenario that the program carries: scenario, city, state hash of
/// replicate 1 under seed 1, at full size. `most_cities` of a scenario are played, the first ones.
/// Ends the process where a scenario cannot be read.
std::string scenario_hashes(std::size_t most_cities);

}  // namespace tumen::testing
