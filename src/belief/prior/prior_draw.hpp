#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/prior/prior.hpp"

/// Draws from the priors. Draw n is a function of the seed and n: nothing depends on how many are
/// drawn or in which order.
namespace tumen {

/// One value an entry, in the order of the entries. What falls outside a parameter's range is drawn
/// again under the next number of trial; an error where a thousand trials of the whole find
/// nothing.
Expected<std::vector<double>, Diagnostic> draw_priors(const Priors& priors, std::uint64_t seed,
                                                      std::uint32_t draw);

/// A draw with the normal scores that it came from, so that others near it can be drawn.
struct ScoredDraw {
    std::vector<double> values;    // one an entry
    std::vector<double> scores;    // of the entry's own, before it goes with another
    std::vector<double> absences;  // by which it is 0
};
Expected<ScoredDraw, Diagnostic> draw_with_scores(const Priors& priors, std::uint64_t seed,
                                                  std::uint32_t draw);

/// Draw `number` near `from`: of each score a share `step` of the variance's root is drawn afresh
/// and the rest kept, which leaves the prior as it is (step 1 is a draw of its own). 0 < step <= 1.
Expected<ScoredDraw, Diagnostic> draw_near(const Priors& priors, std::uint64_t seed,
                                           const ScoredDraw& from, std::uint32_t number,
                                           double step);

/// The parameters among them by name, for with_values().
std::vector<std::pair<std::string, double>> parameter_values(const Priors& priors,
                                                             const std::vector<double>& drawn);

/// How a prior spreads, over `draws` draws.
struct PriorSummary {
    double low;       // 5 %
    double middle;    // 50 %
    double high;      // 95 %
    double start_at;  // share of draws below the starting value, ties counted half; of parameters
};
Expected<std::vector<PriorSummary>, Diagnostic> summarise(const Priors& priors, std::uint64_t seed,
                                                          std::uint32_t draws);

}  // namespace tumen
