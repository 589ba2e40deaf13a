#include "belief/moved_values.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/distributions.hpp"
#include "belief/likelihood/weights.hpp"
#include "belief/prior/prior_draw.hpp"
#include "measures/numbers/weighted.hpp"

namespace tumen {

namespace {

constexpr double errors = 3;
constexpr std::uint32_t most_candidates = 3000;  // of the prior: more tell no more

/// By value, then draw.
using Columns = std::vector<std::vector<double>>;

/// Where a value stands among those of the prior, as a normal score; ties in their middle.
double score_in(const std::vector<double>& sorted, double value) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
    const auto below = static_cast<double>(first - sorted.begin());
    const auto among = static_cast<double>(last - first);
    const auto all = static_cast<double>(sorted.size());
    return normal_quantile((below + among / 2 + 0.5) / (all + 1));
}

struct Moments {
    double mean = 0;
    double spread = 0;
};

Moments moments_of(const std::vector<double>& scores, const std::vector<double>& weights) {
    Moments moments;
    for (std::size_t i = 0; i < scores.size(); ++i)
        moments.mean += weights[i] * scores[i];
    double variance = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        variance += weights[i] * (scores[i] - moments.mean) * (scores[i] - moments.mean);
    moments.spread = std::sqrt(variance);
    return moments;
}

Interval ninety_of(const std::vector<double>& values, const std::vector<double>& weights) {
    const auto range = weighted_range(values, weights);
    return range ? Interval{range->low, range->high} : Interval{};
}

/// The values that each of these draws of the prior has.
Expected<Columns, Diagnostic> columns_of(const Priors& priors, std::uint64_t seed,
                                         const std::vector<std::uint32_t>& draws) {
    Columns columns(priors.entries().size());
    for (const std::uint32_t draw : draws) {
        const auto values = draw_priors(priors, seed, draw);
        if (!values) return values.error();
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns[i].push_back((*values)[i]);
    }
    return columns;
}

/// One value before, in order, and after, with the weights of the draws that were kept.
MovedValue moved_value(const std::string& name, const std::vector<double>& prior,
                       const std::vector<double>& after, const std::vector<double>& weights) {
    const std::vector<double> even(prior.size(), 1 / static_cast<double>(prior.size()));
    const auto scored = [&](const std::vector<double>& values) {
        std::vector<double> scores;
        scores.reserve(values.size());
        for (const double value : values)
            scores.push_back(score_in(prior, value));
        return scores;
    };
    // Ties make the scores of the prior narrower than 1.
    const Moments flat = moments_of(scored(prior), even);
    const Moments now = moments_of(scored(after), weights);
    return {name, ninety_of(prior, even), ninety_of(after, weights),
            (now.mean - flat.mean) / flat.spread, now.spread / flat.spread};
}

}  // namespace

Expected<MovedValues, Diagnostic> moved_values(const Belief& belief) {
    const Priors& priors = ledger_priors();
    MovedValues moved;
    if (belief.weighed.empty()) return moved;
    std::vector<std::uint32_t> candidates(std::min(belief.candidates, most_candidates));
    std::iota(candidates.begin(), candidates.end(), 1);
    std::vector<std::uint32_t> kept;
    std::vector<double> logs;
    for (const WeighedDraw& one : belief.weighed) {
        kept.push_back(one.candidate);
        logs.push_back(one.log_weight);
    }
    auto before = columns_of(priors, belief.seed, candidates);
    if (!before) return before.error();
    const auto after = columns_of(priors, belief.seed, kept);
    if (!after) return after.error();
    const std::vector<double> weights = weights_from(logs);
    moved.shift_error = 1 / std::sqrt(belief.effective);
    moved.spread_error = 1 / std::sqrt(2 * belief.effective);
    for (std::size_t i = 0; i < before->size(); ++i) {
        const PriorEntry& entry = priors.entries()[i];
        std::vector<double>& prior = (*before)[i];
        std::sort(prior.begin(), prior.end());
        if (!entry.parameter || prior.front() == prior.back()) continue;
        ++moved.all;
        const MovedValue one = moved_value(entry.name, prior, (*after)[i], weights);
        const bool back = std::abs(one.shift) <= errors * moved.shift_error &&
                          std::abs(one.spread - 1) <= errors * moved.spread_error;
        (back ? moved.others : moved.values).push_back(one);
    }
    return moved;
}

}  // namespace tumen
