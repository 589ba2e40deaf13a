#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/prior.hpp"

/// Draws from the priors. Draw n is a function of the seed and n: nothing depends on how many are
/// drawn or in which order.
namespace tumen {

/// One value an entry, in the order of the entries. What falls outside a parameter's range is drawn
/// again under the next number of trial; an error where a thousand trials of the whole find
/// nothing.
Expected<std::vector<double>, Diagnostic> draw_priors(const Priors& priors, std::uint64_t seed,
                                                      std::uint32_t draw);

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
