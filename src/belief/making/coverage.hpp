#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "belief/making/making.hpp"

/// Whether weights are right: cities whose truth is known are found again from what would be
/// reported of them. Nothing is played for it.
namespace tumen {

/// One quantity over all truths: in how many of them the 90 % interval holds it.
struct Coverage {
    std::string quantity;  // id of a pattern that is measured and not fitted
    std::size_t truths = 0;
    std::size_t covered = 0;
};

struct CoverageTable {
    std::vector<Coverage> quantities;
    std::size_t truths = 0;
    double effective = 0;  // mean over truths
};

/// Each of the first `truths` candidates in turn is the truth: reports of it are drawn with the
/// errors that the likelihood takes them to have, all other candidates weighed by these, and what
/// is not fitted is told from them. Of the first group of plays alone, which all candidates went
/// through: whoever went on to the next was chosen for the reports that there are, which are not
/// those of this truth.
CoverageTable coverage_of(const Making& making, std::uint32_t truths);

}  // namespace tumen
