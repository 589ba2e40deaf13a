#include "measures/answers/shares.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "base/distributions.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

constexpr std::size_t fewest_twins = 8;
constexpr std::uint32_t resamples = 200;
constexpr double one_error_each_way = 0.6826894921370859;

/// The plays of one draw, as scores, and which choice of each rule it has.
struct ScoredDraw {
    std::vector<double> scores;
    std::vector<std::size_t> choices;
    double mean = 0;
};

struct Parts {
    double luck = 0;
    double rules = 0;
    std::size_t twins = 0;
};

double variance_of(std::span<const double> values) {
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(values.size() - 1);
}

/// Variance of the draws' means between the choices of one rule, less what chance puts there.
double between_choices(std::span<const ScoredDraw* const> draws, std::size_t rule) {
    struct Sums {
        double draws = 0;
        double means = 0;
        double squares = 0;
    };
    std::vector<Sums> by_choice;
    Sums all;
    for (const ScoredDraw* draw : draws) {
        const std::size_t choice = draw->choices[rule];
        if (choice >= by_choice.size()) by_choice.resize(choice + 1);
        for (Sums* sums : {&by_choice[choice], &all}) {
            sums->draws += 1;
            sums->means += draw->mean;
            sums->squares += draw->mean * draw->mean;
        }
    }
    double groups = 0;
    double explained = -all.means * all.means / all.draws;
    for (const Sums& one : by_choice) {
        if (one.draws == 0) continue;
        groups += 1;
        explained += one.means * one.means / one.draws;
    }
    if (groups < 2 || all.draws <= groups) return 0;
    const double total = all.squares - all.means * all.means / all.draws;
    return (explained - (groups - 1) * (total - explained) / (all.draws - groups)) / all.draws;
}

Parts parts_of(std::span<const ScoredDraw* const> draws) {
    Parts parts;
    std::vector<double> all;
    double luck = 0;
    for (const ScoredDraw* draw : draws) {
        all.insert(all.end(), draw->scores.begin(), draw->scores.end());
        for (std::size_t i = 1; i < draw->scores.size(); ++i) {
            const double off = draw->scores[i] - draw->scores[i - 1];
            luck += off * off / 2;
            ++parts.twins;
        }
    }
    const double variance = variance_of(all);
    if (!(variance > 0)) return {};
    if (parts.twins == 0) return parts;
    parts.luck = std::min(luck / static_cast<double>(parts.twins) / variance, 1.0);
    double rules = 0;
    for (std::size_t rule = 0; rule < draws.front()->choices.size(); ++rule)
        rules += std::max(0.0, between_choices(draws, rule));
    parts.rules = std::min(rules / variance, 1 - parts.luck);
    return parts;
}

std::vector<ScoredDraw> scored_draws(const PlayValues& values, const DrawsOfPlays& draws,
                                     const Experiment& experiment) {
    std::vector<std::uint32_t> replicates;
    std::vector<double> plain;
    for (const auto& [replicate, value] : values) {
        if (std::isnan(value)) continue;
        replicates.push_back(replicate);
        plain.push_back(value);
    }
    if (plain.size() < 2) return {};
    const std::vector<double> scores = normal_scores(plain);
    std::map<std::uint32_t, double> score_of;
    for (std::size_t i = 0; i < replicates.size(); ++i)
        score_of[replicates[i]] = scores[i];
    std::map<std::string, std::map<std::string, std::size_t>> numbers;
    std::map<std::uint32_t, ScoredDraw> by_draw;
    for (const ReplicateDraw& draw : experiment.draws) {
        const auto score = score_of.find(draw.replicate);
        if (score == score_of.end()) continue;
        ScoredDraw& one = by_draw[draws.at(draw.replicate)];
        one.scores.push_back(score->second);
        if (!one.choices.empty()) continue;
        for (const auto& [rule, choice] : draw.rules) {
            auto& known = numbers[rule];
            one.choices.push_back(known.try_emplace(choice, known.size()).first->second);
        }
    }
    std::vector<ScoredDraw> scored;
    for (auto& [number, draw] : by_draw) {
        draw.mean = std::accumulate(draw.scores.begin(), draw.scores.end(), 0.0) /
                    static_cast<double>(draw.scores.size());
        scored.push_back(std::move(draw));
    }
    return scored;
}

}  // namespace

std::vector<double> normal_scores(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return values[one] < values[other];
    });
    std::vector<double> scores(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        const double rank = (static_cast<double>(first) + static_cast<double>(last)) / 2 + 0.5;
        const double score = normal_quantile(rank / static_cast<double>(values.size()));
        for (std::size_t i = first; i <= last; ++i)
            scores[order[i]] = score;
        first = last + 1;
    }
    return scores;
}

std::optional<VarianceShares> variance_shares(const PlayValues& values, const DrawsOfPlays& plays,
                                              const Experiment& experiment) {
    const std::vector<ScoredDraw> draws = scored_draws(values, plays, experiment);
    if (draws.size() < 2) return std::nullopt;
    std::vector<const ScoredDraw*> all;
    all.reserve(draws.size());
    for (const ScoredDraw& draw : draws)
        all.push_back(&draw);
    const Parts parts = parts_of(all);
    if (parts.twins < fewest_twins) return std::nullopt;
    const auto shares = [&](std::span<const std::uint32_t> drawn) {
        std::vector<const ScoredDraw*> some;
        for (const std::uint32_t i : drawn)
            some.push_back(&draws[i]);
        const Parts one = parts_of(some);
        return std::vector<double>{one.luck, one.rules, 1 - one.luck - one.rules};
    };
    const auto intervals = bootstrap_intervals(draws.size(), shares, one_error_each_way, resamples);
    if (intervals.size() != 3) return std::nullopt;
    const auto error = [&](std::size_t i) {
        return intervals[i] ? (intervals[i]->high - intervals[i]->low) / 2 : 0;
    };
    return VarianceShares{{parts.luck, error(0)},
                          {parts.rules, error(1)},
                          {1 - parts.luck - parts.rules, error(2)},
                          parts.twins,
                          draws.size()};
}

}  // namespace tumen
