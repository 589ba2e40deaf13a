#include "belief/coverage.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "belief/weights.hpp"
#include "measures/effective_size.hpp"

namespace tumen {

namespace {

constexpr double tail = 0.05;

struct Untested {
    std::size_t group;
    std::size_t column;
};

std::vector<Untested> untested_of(const Making& making) {
    std::vector<Untested> quantities;
    for (std::size_t group = 0; group < making.groups().size(); ++group) {
        const PlayGroup& played = making.groups()[group];
        for (std::size_t column = 0; column < played.patterns.size(); ++column) {
            if (!played.fitted.empty() && played.patterns[column]->role != PatternRole::calibrate)
                quantities.push_back({group, column});
        }
    }
    return quantities;
}

std::optional<double> value_of(const Making& making, const Untested& quantity,
                               std::uint32_t number) {
    return making.taken(Phase::candidates, quantity.group).at(number)[quantity.column];
}

/// Whether the truth lies within the weighted 5 and 95 % of the others; nothing where it has no
/// value.
std::optional<bool> is_covered(const Making& making, const Untested& quantity, std::uint32_t truth,
                               const std::vector<double>& weights) {
    const auto value = value_of(making, quantity, truth);
    if (!value) return std::nullopt;
    double all = 0;
    double below = 0;
    double up_to = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto other = value_of(making, quantity, making.survivors()[i]);
        if (!other) continue;
        all += weights[i];
        below += *other < *value ? weights[i] : 0;
        up_to += *other <= *value ? weights[i] : 0;
    }
    return up_to >= tail * all && below <= (1 - tail) * all;
}

}  // namespace

CoverageTable coverage_of(const Making& making) {
    CoverageTable table;
    const std::vector<Untested> quantities = untested_of(making);
    for (const Untested& one : quantities) {
        const Pattern& pattern = *making.groups()[one.group].patterns[one.column];
        table.quantities.push_back({std::string(pattern.id)});
    }
    const std::vector<double> luck = making.luck();
    for (std::uint32_t truth = 1; truth <= making.settings().prior_sample; ++truth) {
        const auto survivors = making.survivors();
        const auto place = std::find(survivors.begin(), survivors.end(), truth);
        if (place == survivors.end()) continue;
        const Likelihood reports = making.likelihood().observing(
            making.fitted_values(Phase::candidates, truth), luck, truth);
        std::vector<double> logs = making.log_weights(reports);
        logs[static_cast<std::size_t>(place - survivors.begin())] =
            -std::numeric_limits<double>::infinity();
        const std::vector<double> weights = weights_from(logs);
        ++table.truths;
        table.effective += effective_size(weights);
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            const auto covered = is_covered(making, quantities[i], truth, weights);
            if (!covered) continue;
            ++table.quantities[i].truths;
            table.quantities[i].covered += *covered ? 1 : 0;
        }
    }
    if (table.truths > 0) table.effective /= static_cast<double>(table.truths);
    return table;
}

}  // namespace tumen
