#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "support/scenario_hashes.hpp"

/// The state hash of every city of every scenario that the program carries, at full size. Other
/// compilers, levels of optimisation and valgrind are held to the same file
/// (tests/faults/compilers). To write it anew:
///     TUMEN_RENEW_GOLDEN=1 tumen_golden_tests
namespace tumen::testing {
namespace {

const std::string hashes_path = std::string(TUMEN_SOURCE_DIR) + "/tests/golden/scenarios.txt";

std::string written() {
    std::ifstream file(hashes_path);
    std::string text;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("#")) text += line + "\n";
    }
    return text;
}

TEST(GoldenScenarios, AreAsWritten) {
    const std::string hashes = scenario_hashes(SIZE_MAX);
    if (std::getenv("TUMEN_RENEW_GOLDEN") == nullptr) {
        EXPECT_EQ(hashes, written())
            << "Results have changed. If they should have: TUMEN_RENEW_GOLDEN=1 "
               "tumen_golden_tests, and an entry in CHANGELOG.md under \"Changes results\".";
        return;
    }
    std::ofstream file(hashes_path);
    file << "# Scenario, city, state hash: every city of every scenario, seed 1, replicate 1.\n"
            "# Written by: TUMEN_RENEW_GOLDEN=1 tumen_golden_tests\n"
         << hashes;
    EXPECT_TRUE(file.good());
}

}  // namespace
}  // namespace tumen::testing
