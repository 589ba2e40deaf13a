#include "belief/making/coverage.hpp"

#include <iterator>
#include <limits>
#include <map>
#include <optional>

#include "belief/likelihood/weights.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

constexpr double tail = 0.05;

/// The first group of plays, with the part of the likelihood that is about it.
struct FirstGroup {
    const PlayGroup& played;
    const std::map<std::uint32_t, PatternValues>& taken;
    Likelihood likelihood;
    std::vector<double> luck;
    std::vector<std::size_t> untested;  // columns

    explicit FirstGroup(const Making& making)
        : played(making.groups().front()),
          taken(making.taken(Phase::candidates, 0)),
          likelihood(making.likelihood().of_patterns(played.fitted)) {
        const std::vector<double> all = making.luck();
        for (const std::size_t place : played.fitted)
            luck.push_back(all[place]);
        for (std::size_t column = 0; column < played.patterns.size(); ++column) {
            if (played.patterns[column]->role != PatternRole::calibrate) untested.push_back(column);
        }
    }
    PatternValues fitted(const Making& making, std::uint32_t number) const {
        const PatternValues all = making.fitted_values(Phase::candidates, number);
        PatternValues values;
        for (const std::size_t place : played.fitted)
            values.push_back(all[place]);
        return values;
    }
};

/// Whether the truth lies within the weighted 5 and 95 % of the others; nothing where it has no
/// value.
std::optional<bool> is_covered(const FirstGroup& group, std::size_t column, std::uint32_t truth,
                               const std::vector<double>& weights) {
    const auto value = group.taken.at(truth)[column];
    if (!value) return std::nullopt;
    double all = 0;
    double below = 0;
    double up_to = 0;
    auto weight = weights.begin();
    for (const auto& [number, values] : group.taken) {
        const double its_weight = *weight++;
        const auto other = values[column];
        if (!other) continue;
        all += its_weight;
        below += *other < *value ? its_weight : 0;
        up_to += *other <= *value ? its_weight : 0;
    }
    return up_to >= tail * all && below <= (1 - tail) * all;
}

}  // namespace

CoverageTable coverage_of(const Making& making, std::uint32_t truths) {
    CoverageTable table;
    const FirstGroup group(making);
    for (const std::size_t column : group.untested)
        table.quantities.push_back({std::string(group.played.patterns[column]->id)});
    std::vector<PatternValues> measured;
    for (const auto& [number, values] : group.taken)
        measured.push_back(group.fitted(making, number));
    for (std::uint32_t truth = 1; truth <= truths && group.taken.count(truth) > 0; ++truth) {
        const Likelihood reports =
            group.likelihood.observing(group.fitted(making, truth), group.luck, truth);
        std::vector<double> logs;
        for (const PatternValues& values : measured)
            logs.push_back(reports.log_of(values, group.luck));
        const auto place = std::distance(group.taken.begin(), group.taken.find(truth));
        logs[static_cast<std::size_t>(place)] = -std::numeric_limits<double>::infinity();
        const std::vector<double> weights = weights_from(logs);
        ++table.truths;
        table.effective += effective_size(weights);
        for (std::size_t i = 0; i < table.quantities.size(); ++i) {
            const auto covered = is_covered(group, group.untested[i], truth, weights);
            if (!covered) continue;
            ++table.quantities[i].truths;
            table.quantities[i].covered += *covered ? 1 : 0;
        }
    }
    if (table.truths > 0) table.effective /= static_cast<double>(table.truths);
    return table;
}

}  // namespace tumen
