#include "sensitivity/sobol_indices.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "base/draw.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t resamples = 1000;
constexpr std::uint64_t key_of_b = 0x73616C74656C6C69u;  // any fixed one: another set of points

/// The part of an estimate that one base row brings, for each factor.
struct Terms {
    double a;
    double b;
    std::vector<double> first;   // b (exchanged - a)
    std::vector<double> change;  // exchanged - a
    std::vector<double> total;   // (exchanged - a)^2 / 2
};

std::vector<Terms> terms_of(std::span<const std::optional<BaseRow>> rows) {
    std::vector<Terms> terms;
    for (const std::optional<BaseRow>& row : rows) {
        if (!row) continue;
        Terms& one = terms.emplace_back(Terms{row->a, row->b, {}, {}, {}});
        for (const double exchanged : row->exchanged) {
            const double change = exchanged - row->a;
            one.first.push_back(row->b * change);
            one.change.push_back(change);
            one.total.push_back(change * change / 2);
        }
    }
    return terms;
}

struct Moments {
    double mean;
    double variance;  // with 2n - 1
};

Moments moments_of(std::span<const Terms> terms, std::span<const std::uint32_t> drawn) {
    const double n = 2 * static_cast<double>(drawn.size());
    double sum = 0;
    for (const std::uint32_t row : drawn)
        sum += terms[row].a + terms[row].b;
    const double centre = sum / n;
    double squares = 0;
    for (const std::uint32_t row : drawn) {
        const double a = terms[row].a - centre;
        const double b = terms[row].b - centre;
        squares += a * a + b * b;
    }
    return {centre, squares / (n - 1)};
}

/// First order of all factors, then total order of all. Not finite where the output is constant.
std::vector<double> estimates(std::span<const Terms> terms, std::span<const std::uint32_t> drawn) {
    const std::size_t factors = terms.front().first.size();
    const Moments moments = moments_of(terms, drawn);
    std::vector<double> sums(2 * factors);
    for (const std::uint32_t row : drawn) {
        const Terms& one = terms[row];
        for (std::size_t i = 0; i < factors; ++i) {
            sums[i] += one.first[i] - moments.mean * one.change[i];
            sums[factors + i] += one.total[i];
        }
    }
    const double scale = moments.variance * static_cast<double>(drawn.size());
    for (double& sum : sums)
        sum /= scale;
    return sums;
}

/// Rows 1, 2 to 3, 4 to 7 and so on among themselves, so that the first 2^m stay the first 2^m.
void shuffle(DesignRows& rows, std::uint64_t seed) {
    for (std::size_t first = 1; first < rows.size(); first *= 2) {
        for (std::size_t left = std::min(first, rows.size() - first); left > 1; --left) {
            const auto name = static_cast<std::uint32_t>(first + left);
            const std::uint32_t other = uniform_below(
                philox({name, 0, 0, 0}, seed ^ key_of_b).word[0], static_cast<std::uint32_t>(left));
            std::swap(rows[first + left - 1], rows[first + other]);
        }
    }
}

std::vector<std::uint32_t> each_once(std::size_t count) {
    std::vector<std::uint32_t> all(count);
    for (std::size_t i = 0; i < count; ++i)
        all[i] = static_cast<std::uint32_t>(i);
    return all;
}

}  // namespace

DesignRows saltelli_rows(std::size_t factors, std::size_t base_rows, std::uint64_t seed) {
    const DesignRows a = sobol_parts(base_rows, factors, seed);
    DesignRows b = sobol_parts(base_rows, factors, seed ^ key_of_b);
    shuffle(b, seed);
    DesignRows rows;
    for (std::size_t row = 0; row < base_rows; ++row) {
        rows.push_back(a[row]);
        rows.push_back(b[row]);
        for (std::size_t i = 0; i < factors; ++i) {
            rows.push_back(a[row]);
            rows.back()[i] = b[row][i];
        }
    }
    return rows;
}

std::vector<std::optional<BaseRow>> base_rows(std::size_t factors,
                                              std::span<const double> outputs) {
    const std::size_t width = factors + 2;
    assert(outputs.size() % width == 0);
    std::vector<std::optional<BaseRow>> rows;
    for (std::size_t at = 0; at < outputs.size(); at += width) {
        const auto part = outputs.subspan(at, width);
        const bool complete = std::all_of(part.begin(), part.end(),
                                          [](double value) { return std::isfinite(value); });
        rows.emplace_back();
        if (complete) rows.back() = BaseRow{part[0], part[1], {part.begin() + 2, part.end()}};
    }
    return rows;
}

std::optional<SobolIndices> sobol_indices(std::span<const std::optional<BaseRow>> rows) {
    const std::vector<Terms> terms = terms_of(rows);
    if (terms.size() < 2) return std::nullopt;
    const std::vector<std::uint32_t> all = each_once(terms.size());
    const Moments moments = moments_of(terms, all);
    if (!(moments.variance > 0)) return std::nullopt;
    const std::vector<double> values = estimates(terms, all);
    const auto intervals = bootstrap_intervals(
        terms.size(), [&](std::span<const std::uint32_t> drawn) { return estimates(terms, drawn); },
        confidence_level, resamples);
    SobolIndices indices{terms.size(), moments.mean, moments.variance, {}};
    const std::size_t factors = values.size() / 2;
    for (std::size_t i = 0; i < factors; ++i) {
        indices.factors.push_back(
            {{values[i], intervals[i]}, {values[factors + i], intervals[factors + i]}});
    }
    return indices;
}

std::vector<SobolIndices> sobol_convergence(std::span<const std::optional<BaseRow>> rows) {
    std::vector<SobolIndices> grown;
    for (const std::size_t part : {8U, 4U, 2U, 1U}) {
        if (rows.size() % part != 0) continue;
        if (auto indices = sobol_indices(rows.first(rows.size() / part)))
            grown.push_back(std::move(*indices));
    }
    return grown;
}

}  // namespace tumen
