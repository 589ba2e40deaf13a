#include "belief/information/given_draws.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/parameter_table.hpp"

namespace tumen {

namespace {

constexpr double noise_spreads = 3;  // of the error of a shift, beyond which it is told

double weighted_mean(const std::vector<double>& values, const std::vector<double>& weights) {
    double sum = 0;
    double all = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += weights[i] * values[i];
        all += weights[i];
    }
    return sum / all;
}

double spread_about(double mean, const std::vector<double>& values) {
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

}  // namespace

std::optional<HeadlineGiven> headline_given(std::string id, std::string label, std::string unit,
                                            const std::vector<double>& values,
                                            const std::vector<double>& weights) {
    const auto before = weighted_range(values, std::vector<double>(values.size(), 1));
    const auto after = weighted_range(values, weights);
    if (!before || !after) return std::nullopt;
    return HeadlineGiven{std::move(id), std::move(label), std::move(unit), *before, *after};
}

std::vector<ValueGiven> values_given(std::span<const ReplicateDraw* const> draws,
                                     const Hearing& hearing) {
    std::vector<ValueGiven> moved;
    if (draws.empty()) return moved;
    const std::vector<double> alike(draws.size(), 1);
    for (std::size_t v = 0; v < draws.front()->values.size(); ++v) {
        const std::string& name = draws.front()->values[v].first;
        std::vector<double> values;
        for (const ReplicateDraw* draw : draws)
            values.push_back(draw->values[v].second);
        const double mean = weighted_mean(values, alike);
        const double spread = spread_about(mean, values);
        if (!(spread > 0)) continue;
        // The error of a mean of n effective draws is one over its root, in spreads.
        const double shift = (weighted_mean(values, hearing.weights) - mean) / spread;
        if (std::abs(shift) < noise_spreads / std::sqrt(hearing.effective)) continue;
        const auto ref = find_parameter(name);
        moved.push_back({name, std::string(ref ? name_of(row_of(*ref).unit) : std::string_view()),
                         shift, *weighted_range(values, alike),
                         *weighted_range(values, hearing.weights)});
    }
    return moved;
}

std::vector<RuleGiven> rules_given(std::span<const ReplicateDraw* const> draws,
                                   const Hearing& hearing) {
    std::vector<RuleGiven> rules;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        for (const auto& [rule, choice] : draws[i]->rules) {
            auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleGiven& one) {
                return one.rule == rule && one.choice == choice;
            });
            if (found == rules.end()) {
                rules.push_back({rule, choice});
                found = rules.end() - 1;
            }
            found->before += 1 / static_cast<double>(draws.size());
            found->after += hearing.weights[i];
        }
    }
    for (RuleGiven& one : rules)
        one.error = std::sqrt(one.after * (1 - one.after) / hearing.effective);
    std::stable_sort(rules.begin(), rules.end(), [](const RuleGiven& one, const RuleGiven& other) {
        return one.rule != other.rule ? one.rule < other.rule : one.choice < other.choice;
    });
    return rules;
}

}  // namespace tumen
