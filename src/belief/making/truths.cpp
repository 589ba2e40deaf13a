#include "belief/making/truths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "measures/numbers/effective_size.hpp"
#include "measures/numbers/weighted.hpp"

namespace tumen {

namespace {

/// Whether the value lies within the nine tenths in the middle; not where it has no width.
bool is_within(double value, const std::vector<double>& values,
               const std::vector<double>& weights) {
    const auto range = weighted_range(values, weights);
    return range && value >= range->low && value <= range->high;
}

Expected<ReplicateDraw, Diagnostic> drawn(const Making& making, const Priors& priors,
                                          const BeliefDraw& draw) {
    const MakingSettings& settings = making.settings();
    return replicate_draw(priors, making.likelihood(), settings.seed, settings.step, draw, 1);
}

void look_at_values(TruthFound& found, const std::vector<ReplicateDraw>& draws,
                    const ReplicateDraw& truth, const std::vector<double>& weights) {
    for (std::size_t v = 0; v < truth.values.size(); ++v) {
        std::vector<double> values;
        values.reserve(draws.size());
        for (const ReplicateDraw& draw : draws)
            values.push_back(draw.values[v].second);
        ++found.values;
        found.values_covered += is_within(truth.values[v].second, values, weights) ? 1 : 0;
    }
}

void look_at_rules(TruthFound& found, const Making& making, const std::vector<ReplicateDraw>& draws,
                   const ReplicateDraw& truth, const std::vector<double>& weights) {
    const auto families = static_cast<double>(truth.rules.size());
    for (std::size_t rule = 0; rule < truth.rules.size(); ++rule) {
        const std::vector<double>& prior = making.likelihood().rule_weights()[rule];
        for (std::size_t choice = 0; choice < prior.size(); ++choice) {
            if (rule_rows()[rule].choices[choice] == truth.rules[rule].second)
                found.rules_prior += prior[choice] / families;
        }
        for (std::size_t i = 0; i < draws.size(); ++i) {
            if (draws[i].rules[rule] == truth.rules[rule]) found.rules += weights[i] / families;
        }
    }
}

/// What plays of the groups came to that no report was about.
void look_at_quantities(TruthFound& found, const Making& making,
                        const std::vector<double>& weights) {
    for (std::size_t g = 0; g < making.groups().size(); ++g) {
        const PlayGroup& group = making.groups()[g];
        if (group.fitted.empty()) continue;
        const auto& truths = making.taken(Phase::truth, g);
        for (std::size_t column = 0; column < group.patterns.size(); ++column) {
            const auto truth = truths.at(found.truth)[column];
            if (group.patterns[column]->role == PatternRole::calibrate || !truth) continue;
            std::vector<double> values;
            for (const std::uint32_t candidate : making.survivors()) {
                values.push_back(making.taken(Phase::candidates, g)
                                     .at(candidate)[column]
                                     .value_or(std::numeric_limits<double>::quiet_NaN()));
            }
            ++found.quantities;
            found.quantities_covered += is_within(*truth, values, weights) ? 1 : 0;
        }
    }
}

}  // namespace

Expected<TruthFound, Diagnostic> find_truth(const Making& making, const Priors& priors,
                                            std::uint32_t truth) {
    const std::vector<double> weights = making.weights();
    std::vector<ReplicateDraw> draws;
    for (const std::uint32_t candidate : making.survivors()) {
        auto draw = drawn(making, priors, {candidate, 0});
        if (!draw) return draw.error();
        draws.push_back(*std::move(draw));
    }
    const auto its = drawn(making, priors, truth_of(truth));
    if (!its) return its.error();
    TruthFound found;
    found.truth = truth;
    found.effective = effective_size(weights);
    found.pareto = making.pareto();
    look_at_values(found, draws, *its, weights);
    look_at_rules(found, making, draws, *its, weights);
    look_at_quantities(found, making, weights);
    return found;
}

}  // namespace tumen
