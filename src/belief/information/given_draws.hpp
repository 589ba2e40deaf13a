#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "belief/information/given.hpp"
#include "experiment/results.hpp"
#include "measures/numbers/weighted.hpp"

/// What draws are like before and after something was heard.
namespace tumen {

/// Below so many effective draws nothing is told, and at least one play has to have what was heard.
inline constexpr double fewest_told = 20;

struct HeadlineGiven {
    std::string id;
    std::string label;
    std::string unit;
    WeightedRange before;
    WeightedRange after;
};

struct ValueGiven {
    std::string name;
    std::string unit;
    double shift = 0;  // of the mean, in spreads of what was believed before
    WeightedRange before;
    WeightedRange after;
};

struct RuleGiven {
    std::string rule;
    std::string choice;
    double before = 0;  // share of the draws
    double after = 0;
    double error = 0;  // Monte Carlo, of the latter
};

/// `values`: one a draw, in the order of the weights; NaN where it has none. Nothing where no draw
/// with weight has one.
std::optional<HeadlineGiven> headline_given(std::string id, std::string label, std::string unit,
                                            const std::vector<double>& values,
                                            const std::vector<double>& weights);
/// Values whose mean moves by more than noise: by three errors of a mean over the effective draws.
/// `draws` in the order of the weights.
std::vector<ValueGiven> values_given(std::span<const ReplicateDraw* const> draws,
                                     const Hearing& hearing);
/// Every choice of every rule that is drawn, in the order of the alphabet.
std::vector<RuleGiven> rules_given(std::span<const ReplicateDraw* const> draws,
                                   const Hearing& hearing);

}  // namespace tumen
