#include "belief/information/narrowing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

#include "base/draw.hpp"
#include "belief/likelihood/weights.hpp"
#include "measures/answers/shares.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

constexpr std::size_t powers = 3;        // of a fact's score, in its regression
constexpr std::size_t draws_a_term = 8;  // fewer: a group has too many columns to be told
constexpr std::uint32_t resamples = 200;
constexpr std::size_t bins = 8;

using Terms = std::vector<std::vector<double>>;  // by term, then draw

/// What a fact is regressed by: powers of its one score, or each column of a group as it is.
Terms terms_of(const Fact& fact) {
    Terms terms;
    for (const std::vector<double>& column : fact.columns) {
        const std::vector<double> scores = normal_scores(column);
        std::vector<double> power = scores;
        const std::size_t most = fact.columns.size() == 1 ? powers : 1;
        for (std::size_t p = 1; p <= most; ++p) {
            terms.push_back(power);
            for (std::size_t i = 0; i < power.size(); ++i)
                power[i] *= scores[i];
        }
    }
    return terms;
}

bool varies(const std::vector<double>& column) {
    return std::any_of(column.begin(), column.end(),
                       [&](double value) { return value != column.front(); });
}

double dot(std::span<const double> one, std::span<const double> other) {
    return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

/// Share of the variance of `y` that the terms explain, less what as many terms of chance would;
/// by orthogonalising one after the other (modified Gram-Schmidt).
double explained(std::vector<double> y, Terms terms) {
    const auto n = static_cast<double>(y.size());
    const auto centre = [&](std::vector<double>& column) {
        const double mean = std::accumulate(column.begin(), column.end(), 0.0) / n;
        for (double& value : column)
            value -= mean;
    };
    centre(y);
    const double all = dot(y, y);
    double left = all;
    double used = 0;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        centre(terms[t]);
        const double size = dot(terms[t], terms[t]);
        for (std::size_t before = 0; before < t; ++before) {
            const double length = dot(terms[before], terms[before]);
            if (!(length > 0)) continue;
            const double along = dot(terms[t], terms[before]) / length;
            for (std::size_t i = 0; i < y.size(); ++i)
                terms[t][i] -= along * terms[before][i];
        }
        const double length = dot(terms[t], terms[t]);
        constexpr double new_enough = 1e-9;
        if (!(length > new_enough * size)) {
            std::fill(terms[t].begin(), terms[t].end(), 0);
            continue;
        }
        const double along = dot(y, terms[t]);
        left -= along * along / length;
        used += 1;
    }
    if (!(all > 0) || n - used - 1 <= 0) return 0;
    return 1 - left / all * (n - 1) / (n - used - 1);
}

std::vector<double> some_of(const std::vector<double>& column,
                            std::span<const std::uint32_t> which) {
    std::vector<double> some;
    for (const std::uint32_t i : which)
        some.push_back(column[i]);
    return some;
}

/// Mean width of nine in ten within bins of equally many draws, in the order of `by`.
double width_within(const std::vector<double>& y, const std::vector<double>& by) {
    std::vector<std::size_t> order(y.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t one, std::size_t other) { return by[one] < by[other]; });
    double sum = 0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        std::vector<double> values;
        for (std::size_t i = bin * y.size() / bins; i < (bin + 1) * y.size() / bins; ++i)
            values.push_back(y[order[i]]);
        const Interval range = middle(std::move(values), range_level);
        sum += range.high - range.low;
    }
    return sum / static_cast<double>(bins);
}

/// The draws in which the number and every column have a value.
std::vector<std::uint32_t> with_values(const std::vector<double>& number,
                                       const std::vector<Fact>& facts) {
    std::vector<std::uint32_t> draws;
    for (std::uint32_t i = 0; i < number.size(); ++i) {
        bool all = !std::isnan(number[i]);
        for (const Fact& fact : facts) {
            for (const auto& column : fact.columns)
                all = all && !std::isnan(column[i]);
        }
        if (all) draws.push_back(i);
    }
    return draws;
}

/// One fact beside the number.
class Regression {
  public:
    Regression(const std::vector<double>& scores, const Fact& fact) : y_(scores) {
        terms_ = terms_of(fact);
    }
    double share() const { return explained(y_, terms_); }
    double share_of(std::span<const std::uint32_t> which) const {
        Terms terms;
        for (const auto& term : terms_)
            terms.push_back(some_of(term, which));
        return explained(some_of(y_, which), std::move(terms));
    }
    double shuffled(std::span<const std::uint32_t> order) const {
        return explained(some_of(y_, order), terms_);
    }

  private:
    std::vector<double> y_;
    Terms terms_;
};

}  // namespace

std::string_view name_of(FactKind kind) {
    static constexpr std::array<std::string_view, 4> names = {"value", "rule", "group", "question"};
    return names[static_cast<std::size_t>(kind)];
}

NarrowingTable narrowing_of(const std::vector<double>& number, const std::vector<Fact>& facts,
                            std::uint64_t seed) {
    NarrowingTable table;
    const std::vector<std::uint32_t> draws = with_values(number, facts);
    table.draws = draws.size();
    if (draws.size() < bins * 2) return table;
    const std::vector<double> scores = normal_scores(some_of(number, draws));
    std::vector<Fact> kept;
    std::vector<const Fact*> whose;
    for (const Fact& fact : facts) {
        Fact some{fact.id, fact.label, fact.kind, {}};
        for (const auto& column : fact.columns) {
            std::vector<double> values = some_of(column, draws);
            if (varies(values)) some.columns.push_back(std::move(values));
        }
        if (some.columns.empty() || some.columns.size() * draws_a_term > draws.size()) continue;
        kept.push_back(std::move(some));
        whose.push_back(&fact);
    }
    table.asked = kept.size();
    std::vector<double> chance;
    std::vector<Regression> regressions;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        regressions.emplace_back(scores, kept[i]);
        chance.push_back(regressions.back().shuffled(shuffled(draws.size(), seed + 1 + i)));
    }
    if (chance.empty()) return table;
    table.floor = std::max(0.0, *std::max_element(chance.begin(), chance.end()));
    for (std::size_t i = 0; i < kept.size(); ++i) {
        Worth worth{whose[i], regressions[i].share(), {}, 1};
        if (!(worth.share > table.floor)) continue;
        const auto bounds = bootstrap_interval(
            draws.size(),
            [&](std::span<const std::uint32_t> which) { return regressions[i].share_of(which); },
            range_level, resamples);
        worth.bounds = bounds.value_or(Interval{0, 1});
        if (kept[i].columns.size() == 1) {
            // Bins of few draws are too narrow by chance; those in an order of chance are as much.
            double plain = 0;
            constexpr std::uint64_t orders = 8;
            for (std::uint64_t order = 0; order < orders; ++order) {
                std::vector<double> any;
                for (const std::uint32_t place : shuffled(draws.size(), seed + order))
                    any.push_back(static_cast<double>(place));
                plain += width_within(scores, any) / orders;
            }
            worth.left = std::min(1.0, width_within(scores, kept[i].columns.front()) / plain);
        } else {
            worth.left = std::sqrt(1 - std::clamp(worth.share, 0.0, 1.0));
        }
        table.told.push_back(worth);
    }
    return table;
}

std::vector<const Worth*> worth_most(const NarrowingTable& table) {
    std::vector<const Worth*> most;
    if (table.told.empty()) return most;
    const Worth& first = *std::max_element(
        table.told.begin(), table.told.end(),
        [](const Worth& one, const Worth& other) { return one.share < other.share; });
    for (const Worth& one : table.told) {
        if (one.bounds.high >= first.bounds.low) most.push_back(&one);
    }
    return most;
}

}  // namespace tumen
