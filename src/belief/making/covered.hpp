#pragma once
#include <cstddef>
#include <string>
#include <vector>

/// How often what is known of a truth is found again from what would be reported of it.
namespace tumen {

/// Truths of which something has a value, and those that an interval of 90 % holds.
struct TruthsHeld {
    std::size_t truths = 0;
    std::size_t held = 0;
    friend bool operator==(const TruthsHeld&, const TruthsHeld&) = default;
};

/// One quantity that no report is about.
struct Coverage {
    std::string quantity;   // id of a pattern that is measured and not fitted
    TruthsHeld all = {};    // each candidate in turn is the truth
    std::size_t below = 0;  // of all: the truth lies under the interval, and over it
    std::size_t above = 0;
    TruthsHeld first = {};      // the first hundred
    TruthsHeld unweighed = {};  // the same by all candidates, whatever was reported of them
    TruthsHeld hundreds = {};   // whole hundreds of truths, and those of which 84 to 96 are held
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

struct CoverageTable {
    std::vector<Coverage> quantities;
    std::size_t truths = 0;
    double effective = 0;  // draws that a truth was told from, mean over truths
    friend bool operator==(const CoverageTable&, const CoverageTable&) = default;
};

/// Of a hundred truths 84 to 96: two standard errors about 90, by chance 97 times of 100.
inline constexpr std::size_t truths_of_one_look = 100;
bool as_promised(const TruthsHeld& held);

/// Standard error of the share that is held, by how many truths there are.
double error_of(const TruthsHeld& held);

/// What is to be said of a table, a sentence each: how often all are held, and which quantities the
/// first hundred are no fair picture of, and why.
std::vector<std::string> coverage_told(const CoverageTable& table);

}  // namespace tumen
