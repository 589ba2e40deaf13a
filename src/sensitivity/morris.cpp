#include "sensitivity/morris.hpp"

#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/draw.hpp"
#include "measures/numbers/confidence.hpp"

namespace tumen {

namespace {

/// What a word of a trajectory is for. These numbers are part of the names of draws: frozen.
enum class TrajectoryDraw : std::uint32_t { place = 1, direction = 2, order = 3 };

constexpr std::uint32_t morris_key = 0x6D6F7272u;  // keeps these draws apart from a city's

std::uint32_t word(std::uint64_t seed, std::size_t trajectory, std::size_t factor,
                   TrajectoryDraw purpose) {
    const RandomBlock block =
        philox({static_cast<std::uint32_t>(trajectory), static_cast<std::uint32_t>(factor),
                static_cast<std::uint32_t>(purpose), morris_key},
               seed);
    return block.word[0];
}

std::vector<std::size_t> order_of(std::uint64_t seed, std::size_t trajectory, std::size_t factors) {
    std::vector<std::size_t> order(factors);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = factors; i > 1; --i) {
        const std::uint32_t other = uniform_below(
            word(seed, trajectory, i - 1, TrajectoryDraw::order), static_cast<std::uint32_t>(i));
        std::swap(order[i - 1], order[other]);
    }
    return order;
}

}  // namespace

double morris_step(std::size_t levels) {
    assert(levels >= 2 && levels % 2 == 0);
    return static_cast<double>(levels) / (2 * static_cast<double>(levels - 1));
}

DesignRows morris_rows(const MorrisDesign& design, std::uint64_t seed) {
    assert(design.levels >= 2 && design.levels % 2 == 0);
    const auto half = static_cast<std::uint32_t>(design.levels / 2);
    const double grid = static_cast<double>(design.levels - 1);
    DesignRows rows;
    for (std::size_t trajectory = 0; trajectory < design.trajectories; ++trajectory) {
        std::vector<double> from(design.factors);
        std::vector<double> to(design.factors);
        for (std::size_t factor = 0; factor < design.factors; ++factor) {
            const std::uint32_t low =
                uniform_below(word(seed, trajectory, factor, TrajectoryDraw::place), half);
            from[factor] = low / grid;
            to[factor] = (low + half) / grid;
            if (happens(word(seed, trajectory, factor, TrajectoryDraw::direction), 0.5))
                std::swap(from[factor], to[factor]);
        }
        rows.push_back(from);
        for (const std::size_t factor : order_of(seed, trajectory, design.factors)) {
            from[factor] = to[factor];
            rows.push_back(from);
        }
    }
    return rows;
}

ElementaryEffects elementary_effects(const MorrisDesign& design, const DesignRows& rows,
                                     std::span<const double> outputs) {
    assert(rows.size() == outputs.size());
    ElementaryEffects effects(design.factors);
    for (auto& one : effects)
        one.resize(design.trajectories);
    for (std::size_t trajectory = 0; trajectory < design.trajectories; ++trajectory) {
        for (std::size_t step = 1; step <= design.factors; ++step) {
            const std::size_t row = trajectory * (design.factors + 1) + step;
            const double change = outputs[row] - outputs[row - 1];
            if (!std::isfinite(change)) continue;
            for (std::size_t factor = 0; factor < design.factors; ++factor) {
                const double moved = rows[row][factor] - rows[row - 1][factor];
                if (moved != 0) effects[factor][trajectory] = change / moved;
            }
        }
    }
    return effects;
}

std::optional<Screening> screening(std::span<const std::optional<double>> effects) {
    std::vector<double> values;
    for (const std::optional<double>& effect : effects) {
        if (effect) values.push_back(*effect);
    }
    if (values.size() < 2) return std::nullopt;
    const auto summary = [&](std::span<const double> some) {
        double size = 0;
        for (const double value : some)
            size += std::abs(value);
        return std::vector<double>{mean(some), size / static_cast<double>(some.size()),
                                   standard_deviation(some)};
    };
    std::vector<double> drawn_values(values.size());
    const auto intervals = bootstrap_intervals(
        values.size(),
        [&](std::span<const std::uint32_t> drawn) {
            for (std::size_t i = 0; i < drawn.size(); ++i)
                drawn_values[i] = values[drawn[i]];
            return summary(drawn_values);
        },
        confidence_level);
    const std::vector<double> found = summary(values);
    return Screening{values.size(),
                     {found[0], intervals[0]},
                     {found[1], intervals[1]},
                     {found[2], intervals[2]}};
}

}  // namespace tumen
