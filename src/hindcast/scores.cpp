#include "hindcast/scores.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/math.hpp"

namespace tumen {

namespace {

constexpr double root_of_two_pi = 2.5066282746310005;
constexpr double root_of_two = 1.4142135623730951;

/// Mean distance from 0 of a normal distribution.
double mean_distance(double mean, double spread) {
    const double score = mean / spread;
    return mean * (2 * normal_probability(score) - 1) + 2 * spread * normal_density(score);
}

}  // namespace

double normal_density(double score) {
    return math::exp(-score * score / 2) / root_of_two_pi;
}

double normal_probability(double score) {
    return std::erfc(-score / root_of_two) / 2;
}

double probability_below(std::span<const Component> mixture, double value) {
    double sum = 0;
    for (const Component& one : mixture)
        sum += one.weight * normal_probability((value - one.mean) / one.spread);
    return sum;
}

double quantile_of(std::span<const Component> mixture, double p) {
    constexpr double far = 9;  // spreads; beyond lies less than any p that is asked for
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Component& one : mixture) {
        low = std::min(low, one.mean - far * one.spread);
        high = std::max(high, one.mean + far * one.spread);
    }
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (probability_below(mixture, middle) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

double log_score(std::span<const Component> mixture, double observed) {
    // About the largest term, so that nothing far off becomes the logarithm of 0.
    double most = -std::numeric_limits<double>::infinity();
    std::vector<double> logs;
    for (const Component& one : mixture) {
        if (one.weight <= 0) continue;
        const double score = (observed - one.mean) / one.spread;
        logs.push_back(math::log(one.weight) - score * score / 2 -
                       math::log(one.spread * root_of_two_pi));
        most = std::max(most, logs.back());
    }
    double sum = 0;
    for (const double log : logs)
        sum += math::exp(log - most);
    return -(most + math::log(sum));
}

double crps(std::span<const Component> mixture, double observed) {
    double from_observed = 0;
    double apart = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < mixture.size(); ++i) {
        const Component& one = mixture[i];
        from_observed += one.weight * mean_distance(one.mean - observed, one.spread);
        for (std::size_t j = 0; j < i; ++j) {
            const Component& other = mixture[j];
            const double weight = one.weight * other.weight;
            const double spread = std::sqrt(one.spread * one.spread + other.spread * other.spread);
            apart += weight * mean_distance(one.mean - other.mean, spread);
            pairs += weight;
        }
    }
    if (pairs > 0) return from_observed - apart / pairs / 2;
    const double alone = mixture.empty() ? 0 : mixture.front().spread * root_of_two;
    return from_observed - mean_distance(0, alone) / 2;
}

Covered covered(std::span<const Component> mixture, double observed, double level) {
    const double place = probability_below(mixture, observed);
    return std::abs(place - 0.5) <= level / 2 ? Covered::yes : Covered::no;
}

Skill skill_of(std::span<const double> scores, std::span<const double> rival) {
    const double own = std::accumulate(scores.begin(), scores.end(), 0.0);
    const double other = std::accumulate(rival.begin(), rival.end(), 0.0);
    Skill skill{1 - own / other, std::numeric_limits<double>::quiet_NaN(), scores.size()};
    if (scores.size() < 2) return skill;
    std::vector<double> without;
    without.reserve(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        without.push_back(1 - (own - scores[i]) / (other - rival[i]));
    const auto n = static_cast<double>(without.size());
    const double mean = std::accumulate(without.begin(), without.end(), 0.0) / n;
    double squares = 0;
    for (const double one : without)
        squares += (one - mean) * (one - mean);
    skill.error = std::sqrt(squares * (n - 1) / n);
    return skill;
}

}  // namespace tumen
