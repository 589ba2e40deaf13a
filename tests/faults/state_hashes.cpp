#include <cstdio>
#include <cstdlib>

#include "support/scenario_hashes.hpp"

/// Prints the state hash of each city of each scenario that the program carries. Of a scenario with
/// many cities as many as its argument says are played (all).
int main(int count, char** words) {
    const std::size_t most = count > 1 ? std::strtoul(words[1], nullptr, 10) : SIZE_MAX;
    std::fputs(tumen::testing::scenario_hashes(most).c_str(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
