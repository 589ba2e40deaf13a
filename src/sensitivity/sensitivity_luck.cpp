#include "sensitivity/sensitivity_luck.hpp"

#include <algorithm>
#include <cmath>

#include "base/draw.hpp"
#include "measures/headlines/evaluate.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t dummy_key = 0x64756D6D79u;  // any fixed one

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// What each replicate deviates by from its point's mean, averaged over points.
std::vector<double> shared_deviations(const PointReplicates& values,
                                      const std::vector<double>& means,
                                      std::span<const std::size_t> points) {
    std::vector<double> shared(values.front().size());
    for (const std::size_t point : points) {
        for (std::size_t i = 0; i < shared.size(); ++i)
            shared[i] += (values[point][i] - means[point]) / static_cast<double>(points.size());
    }
    return shared;
}

std::vector<std::size_t> complete(const std::vector<double>& means,
                                  std::span<const std::size_t> points) {
    std::vector<std::size_t> result;
    for (const std::size_t point : points) {
        if (std::isfinite(means[point])) result.push_back(point);
    }
    return result;
}

/// Replicates of a point in random order.
std::vector<std::size_t> shuffled(std::size_t replicates, std::size_t point) {
    std::vector<std::size_t> order(replicates);
    for (std::size_t i = 0; i < replicates; ++i) {
        const auto place = static_cast<std::uint32_t>(i);
        const auto block = philox({static_cast<std::uint32_t>(point), place, 0, 0}, dummy_key);
        const std::uint32_t other = uniform_below(block.word[0], place + 1);
        order[i] = order[other];
        order[other] = i;
    }
    return order;
}

std::vector<std::size_t> all_points(std::size_t count) {
    std::vector<std::size_t> points(count);
    for (std::size_t i = 0; i < count; ++i)
        points[i] = i;
    return points;
}

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

}  // namespace

double LuckShare::of_runs() const {
    return ratio(shared + own, parameters + shared + own);
}

double LuckShare::of_means() const {
    const double noise = own / static_cast<double>(replicates);
    return ratio(noise, parameters + noise);
}

std::vector<double> point_means(const PointReplicates& values) {
    std::vector<double> means;
    for (const std::vector<double>& point : values)
        means.push_back(point.empty() ? no_number : mean_of(point));
    return means;
}

std::optional<LuckShare> luck_share(const PointReplicates& values,
                                    std::span<const std::size_t> points) {
    const std::vector<double> means = point_means(values);
    const std::vector<std::size_t> used = complete(means, points);
    if (used.size() < 2 || values.front().size() < 2) return std::nullopt;
    const std::vector<double> shared = shared_deviations(values, means, used);
    const auto n = static_cast<double>(used.size());
    const auto r = static_cast<double>(shared.size());
    double centre = 0;
    for (const std::size_t point : used)
        centre += means[point] / n;
    double between_points = 0;
    double between_replicates = 0;
    double rest = 0;
    for (const std::size_t point : used) {
        between_points += (means[point] - centre) * (means[point] - centre) / (n - 1);
        for (std::size_t i = 0; i < shared.size(); ++i) {
            const double own = values[point][i] - means[point] - shared[i];
            rest += own * own / ((n - 1) * (r - 1));
        }
    }
    for (const double deviation : shared)
        between_replicates += deviation * deviation / (r - 1);
    return LuckShare{used.size(), shared.size(), std::max(0.0, between_points - rest / r),
                     std::max(0.0, between_replicates - rest / n), rest};
}

std::optional<std::vector<double>> changes_by_luck(const PointReplicates& values) {
    if (values.empty() || values.front().size() < 2) return std::nullopt;
    const std::vector<double> means = point_means(values);
    const std::vector<std::size_t> used = complete(means, all_points(values.size()));
    if (used.empty()) return std::nullopt;
    const std::vector<double> shared = shared_deviations(values, means, used);
    const std::size_t half = shared.size() / 2;
    // Each half holds half as many replicates as the means that are compared.
    const double scale = std::sqrt(static_cast<double>(half) / static_cast<double>(shared.size())) /
                         static_cast<double>(half);
    std::vector<double> changes(values.size(), no_number);
    for (const std::size_t point : used) {
        const std::vector<std::size_t> order = shuffled(shared.size(), point);
        const auto own = [&](std::size_t i) { return values[point][order[i]] - shared[order[i]]; };
        double difference = 0;
        for (std::size_t i = 0; i < half; ++i)
            difference += own(i) - own(half + i);
        changes[point] = scale * difference;
    }
    return changes;
}

}  // namespace tumen
