#include "belief/likelihood/weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/draw.hpp"
#include "base/math.hpp"
#include "measures/numbers/effective_size.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key_of_thinning = 0x7468696E6E657221u;  // any fixed ones
constexpr std::uint64_t key_of_copies = 0x636F706965733221u;
constexpr std::uint64_t key_of_order = 0x6F72646572696E67u;
constexpr std::size_t fewest_for_a_shape = 25;

double place_of(std::size_t i, std::uint64_t key) {
    return uniform(philox({static_cast<std::uint32_t>(i), 0, 0, 0}, key).word[0]);
}

/// Profile log-likelihood of the scale -1/b of a generalised Pareto distribution, and its shape.
struct Profile {
    double shape = 0;
    double log_likelihood = 0;
};
Profile profile_of(std::span<const double> beyond, double b) {
    double sum = 0;
    for (const double x : beyond)
        sum += math::log1p(-b * x);
    const auto n = static_cast<double>(beyond.size());
    const double shape = sum / n;
    return {shape, n * (math::log(-b / shape) - shape - 1)};
}

/// Zhang and Stephens' estimate, drawn a little towards one half as in Vehtari and others.
double shape_of(std::span<const double> beyond) {
    const auto n = static_cast<double>(beyond.size());
    const auto steps = static_cast<std::size_t>(30 + std::sqrt(n));
    const double quartile = beyond[static_cast<std::size_t>(std::floor(n / 4 + 0.5)) - 1];
    std::vector<double> trials;
    std::vector<double> logs;
    for (std::size_t i = 1; i <= steps; ++i) {
        const double part = std::sqrt(static_cast<double>(steps) / (static_cast<double>(i) - 0.5));
        trials.push_back(1 / beyond.back() + (1 - part) / (3 * quartile));
        logs.push_back(profile_of(beyond, trials.back()).log_likelihood);
    }
    const std::vector<double> weights = weights_from(logs);
    double b = 0;
    for (std::size_t i = 0; i < trials.size(); ++i)
        b += weights[i] * trials[i];
    constexpr double believed_shape = 0.5;
    constexpr double believed_like = 10;  // observations
    const double shape = profile_of(beyond, b).shape;
    return (n * shape + believed_like * believed_shape) / (n + believed_like);
}

/// The threshold t with sum of min(1, w / t) over the weights equal to `wanted`.
double threshold_of(std::vector<double> weights, std::size_t wanted) {
    std::sort(weights.begin(), weights.end());
    double below = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t above = 0;
    while (above < wanted && above < weights.size()) {
        const double threshold = below / static_cast<double>(wanted - above);
        const double largest = weights[weights.size() - 1 - above];
        if (largest <= threshold) return threshold;
        below -= largest;
        ++above;
    }
    return 0;
}

}  // namespace

std::vector<double> weights_from(std::span<const double> logs) {
    const double most = *std::max_element(logs.begin(), logs.end());
    std::vector<double> weights;
    double sum = 0;
    for (const double one : logs)
        sum += weights.emplace_back(math::exp(one - most));
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

double pareto_shape(std::span<const double> weights) {
    std::vector<double> some(weights.begin(), weights.end());
    std::sort(some.begin(), some.end());
    const auto above =
        std::count_if(some.begin(), some.end(), [](double weight) { return weight > 0; });
    if (static_cast<std::size_t>(above) < fewest_for_a_shape)
        return std::numeric_limits<double>::quiet_NaN();
    const auto n = static_cast<double>(some.size());
    const auto tail = std::min(static_cast<std::size_t>(std::min(n / 5, 3 * std::sqrt(n))),
                               static_cast<std::size_t>(above));
    const double threshold = tail < some.size() ? some[some.size() - tail - 1] : 0;
    std::vector<double> beyond;
    for (std::size_t i = some.size() - tail; i < some.size(); ++i) {
        // in units of the largest: the shape has no unit
        if (some[i] > threshold) beyond.push_back((some[i] - threshold) / some.back());
    }
    if (beyond.size() < tail) return -std::numeric_limits<double>::infinity();
    return shape_of(beyond);
}

bool is_posterior(double effective, double pareto) {
    return effective >= least_effective && pareto <= most_pareto;
}

std::vector<double> thinned(std::span<const double> weights, std::size_t wanted, std::size_t always,
                            std::uint64_t seed) {
    std::vector<double> kept(weights.begin(), weights.end());
    if (weights.size() <= wanted) return kept;
    const std::size_t first = std::min(always, wanted);
    const double threshold = threshold_of(
        {weights.begin() + static_cast<std::ptrdiff_t>(first), weights.end()}, wanted - first);
    for (std::size_t i = first; i < kept.size(); ++i) {
        if (kept[i] >= threshold) continue;
        const bool goes_on = place_of(i, seed ^ key_of_thinning) < kept[i] / threshold;
        kept[i] = goes_on ? threshold : 0;
    }
    return kept;
}

std::vector<std::uint32_t> copies(std::span<const double> weights, std::size_t wanted,
                                  std::uint64_t seed) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double first = place_of(0, seed ^ key_of_copies);
    std::vector<std::uint32_t> taken;
    double reached = 0;
    double before = 0;
    for (const double weight : weights) {
        reached += weight;
        const double now = std::floor(reached / sum * static_cast<double>(wanted) + first);
        taken.push_back(static_cast<std::uint32_t>(now - before));
        before = now;
    }
    return taken;
}

std::vector<std::uint32_t> shuffled(std::size_t count, std::uint64_t seed) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t left = count; left > 1; --left) {
        const std::uint32_t word =
            philox({static_cast<std::uint32_t>(left), 0, 0, 0}, seed ^ key_of_order).word[0];
        std::swap(order[left - 1], order[uniform_below(word, static_cast<std::uint32_t>(left))]);
    }
    return order;
}

}  // namespace tumen
