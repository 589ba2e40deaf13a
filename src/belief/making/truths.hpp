#pragma once
#include <cstddef>
#include <cstdint>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/making/making.hpp"

/// Whether a truth is found again where the whole making is played with what would be reported of
/// it: of a hundred things that are 90 % sure, ninety should be so.
namespace tumen {

struct TruthFound {
    std::uint32_t truth = 0;
    double effective = 0;  // draws that it was told from
    double pareto = 0;
    std::size_t values = 0;  // of the truth, each drawn from a prior
    std::size_t values_covered = 0;
    std::size_t quantities = 0;  // of plays, that no report was about
    std::size_t quantities_covered = 0;
    double rules = 0;        // mean probability that the rules of the truth are given
    double rules_prior = 0;  // the same of the prior
};

/// `making` is closed, by Making::supposing(truth).
Expected<TruthFound, Diagnostic> find_truth(const Making& making, const Priors& priors,
                                            std::uint32_t truth);

}  // namespace tumen
