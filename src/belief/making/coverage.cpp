#include "belief/making/coverage.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <span>

#include "belief/likelihood/weights.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

/// The first group of plays, with the part of the likelihood that is about it.
struct FirstGroup {
    std::vector<std::uint32_t> candidates;
    std::vector<PatternValues> fitted;
    Likelihood likelihood;
    std::vector<double> luck;
    std::vector<PatternValues> untested;  // by quantity, candidate by candidate
    std::vector<std::string> names;

    explicit FirstGroup(const Making& making)
        : likelihood(making.likelihood().of_patterns(making.groups().front().fitted)) {
        const PlayGroup& played = making.groups().front();
        const std::vector<double> all = making.luck();
        for (const std::size_t place : played.fitted)
            luck.push_back(all[place]);
        for (const auto& [number, values] : making.taken(Phase::candidates, 0)) {
            candidates.push_back(number);
            const PatternValues whole = making.fitted_values(Phase::candidates, number);
            PatternValues& its = fitted.emplace_back();
            for (const std::size_t place : played.fitted)
                its.push_back(whole[place]);
        }
        for (std::size_t column = 0; column < played.patterns.size(); ++column) {
            if (played.patterns[column]->role == PatternRole::calibrate) continue;
            names.emplace_back(played.patterns[column]->id);
            PatternValues& its = untested.emplace_back();
            for (const auto& [number, values] : making.taken(Phase::candidates, 0))
                its.push_back(values[column]);
        }
    }

    /// What the others weigh where this candidate is the truth.
    std::vector<double> weights_for(std::size_t truth) const {
        const Likelihood reports = likelihood.observing(fitted[truth], luck, candidates[truth]);
        std::vector<double> logs;
        logs.reserve(fitted.size());
        for (const PatternValues& values : fitted)
            logs.push_back(reports.log_of(values, luck));
        logs[truth] = -std::numeric_limits<double>::infinity();
        return weights_from(logs);
    }
};

enum class Lies : std::uint8_t { below, within, above };

/// Where the truth lies by the weighted 5 and 95 % of the others; nothing where it has no value.
std::optional<Lies> place_of(const PatternValues& values, std::size_t truth,
                             std::span<const double> weights) {
    const auto value = values[truth];
    if (!value) return std::nullopt;
    double all = 0;
    double below = 0;
    double up_to = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        all += weights[i];
        below += *values[i] < *value ? weights[i] : 0;
        up_to += *values[i] <= *value ? weights[i] : 0;
    }
    if (up_to < range_low * all) return Lies::below;
    return below > (1 - range_low) * all ? Lies::above : Lies::within;
}

void count(TruthsHeld& held, Lies place) {
    ++held.truths;
    held.held += place == Lies::within ? 1 : 0;
}

}  // namespace

CoverageTable coverage_of(const Making& making) {
    CoverageTable table;
    const FirstGroup group(making);
    for (const std::string& name : group.names)
        table.quantities.push_back({.quantity = name});
    std::vector<TruthsHeld> hundred(group.names.size());
    for (std::size_t truth = 0; truth < group.candidates.size(); ++truth) {
        const std::vector<double> weights = group.weights_for(truth);
        std::vector<double> unweighed(weights.size(), 1);
        unweighed[truth] = 0;
        ++table.truths;
        table.effective += effective_size(weights);
        for (std::size_t i = 0; i < group.names.size(); ++i) {
            Coverage& one = table.quantities[i];
            if (const auto place = place_of(group.untested[i], truth, weights)) {
                count(one.all, *place);
                count(hundred[i], *place);
                one.below += *place == Lies::below ? 1 : 0;
                one.above += *place == Lies::above ? 1 : 0;
                if (truth < truths_of_one_look) {
                    count(one.first, *place);
                    count(one.unweighed, *place_of(group.untested[i], truth, unweighed));
                }
            }
            if ((truth + 1) % truths_of_one_look != 0) continue;
            ++one.hundreds.truths;
            one.hundreds.held += as_promised(hundred[i]) ? 1 : 0;
            hundred[i] = {};
        }
    }
    if (table.truths > 0) table.effective /= static_cast<double>(table.truths);
    return table;
}

}  // namespace tumen
