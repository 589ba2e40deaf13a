#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Telling the noise of replicates from the effect of parameters: one headline over the points of a
/// design, each played with the same luck numbers.
namespace tumen {

/// By point, then replicate, as many of them for each point; NaN where there is no value.
using PointReplicates = std::vector<std::vector<double>>;

/// One value a point: the mean over replicates; NaN where one of them is missing. A mean over fewer
/// would differ by the luck that it lacks.
std::vector<double> point_means(const PointReplicates& values);

/// Where the spread of a headline comes from. The luck of a replicate number moves all points alike
/// or each in its own way; the former does not touch differences between points.
struct LuckShare {
    std::size_t points = 0;
    std::size_t replicates = 0;
    double parameters = 0;  // variance between points, less what luck adds to it
    double shared = 0;      // variance that a replicate's luck brings to all points alike
    double own = 0;         // variance that it brings to each point in its own way
    /// Of the variance of single runs, what is luck; 0 where nothing varies.
    double of_runs() const;
    /// Of the variance of means over replicates between points, what is luck.
    double of_means() const;
};

/// By a two-way analysis of variance over `points`, those with all replicates; parts that come out
/// below 0 are 0. Nothing for fewer than two points or replicates.
std::optional<LuckShare> luck_share(const PointReplicates& values,
                                    std::span<const std::size_t> points);

/// What stands for a dummy parameter: by how much a point's mean would change if nothing but its
/// luck were another. A parameter without any effect that was played on shared luck would change
/// nothing at all, and a floor of zero would let through whatever a parameter does by only
/// disturbing the luck. So each point gets the difference of the means over two halves of its
/// replicates, drawn by lot (keyed), scaled to means over all of them, the luck that all points
/// share taken off. Costs no runs. Nothing for fewer than two replicates; NaN for a point that
/// misses one.
std::optional<std::vector<double>> changes_by_luck(const PointReplicates& values);

}  // namespace tumen
