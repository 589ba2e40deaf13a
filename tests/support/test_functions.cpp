#include "support/test_functions.hpp"

#include <cmath>
#include <numbers>

namespace tumen::testing {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double a = 7;
constexpr double b = 0.1;

/// Inputs that take part in products of three and four, and in the strong products of two.
constexpr std::size_t mixing = 6;

double scaled(std::size_t input, double x) {
    const bool bent = input == 2 || input == 4 || input == 6;
    return 2 * ((bent ? 1.1 * x / (x + 0.1) : x) - 0.5);
}

double sign(std::size_t power) {
    return power % 2 == 0 ? 1 : -1;
}

// Inputs are counted from 1 in the paper: (-1)^i there is sign(i + 1) here.
double single(std::size_t i) {
    return i < 10 ? 20 : sign(i + 1);
}

double pair(std::size_t i, std::size_t j) {
    return i < mixing && j < mixing ? -15 : sign(i + j);
}

/// The derivative of the function by w_i, which does not depend on w_i itself: of inputs 0 to
/// `inputs` - 1, the others taken as zero.
double slope(std::size_t i, std::span<const double> w, std::size_t inputs) {
    double sum = single(i);
    for (std::size_t j = 0; j < inputs; ++j) {
        if (j == i) continue;
        sum += pair(i, j) * w[j];
        for (std::size_t l = j + 1; l < inputs; ++l) {
            if (l == i || i >= 5 || l >= 5) continue;
            sum += -10 * w[j] * w[l];
            for (std::size_t s = l + 1; s < inputs; ++s) {
                if (s != i && i < 4 && s < 4) sum += 5 * w[j] * w[l] * w[s];
            }
        }
    }
    return sum;
}

struct Moments {
    double mean = 0;
    double square = 0;
};

/// Of `value` over all choices of levels for the inputs below `mixing`.
template <class Value>
Moments over_grid(const Value& value) {
    Moments moments;
    std::vector<double> w(mixing);
    constexpr int places = 1 << (2 * mixing);  // 4 levels each
    for (int place = 0; place < places; ++place) {
        for (std::size_t i = 0; i < mixing; ++i)
            w[i] = scaled(i, ((place >> (2 * i)) & 3) / 3.0);
        const double one = value(w);
        moments.mean += one / places;
        moments.square += one * one / places;
    }
    return moments;
}

}  // namespace

double ishigami(std::span<const double> x) {
    const auto z = [&](std::size_t i) { return pi * (2 * x[i] - 1); };
    return std::sin(z(0)) + a * std::pow(std::sin(z(1)), 2) +
           b * std::pow(z(2), 4) * std::sin(z(0));
}

ExactIndices ishigami_indices() {
    const double p4 = std::pow(pi, 4);
    const double v1 = 0.5 * std::pow(1 + b * p4 / 5, 2);
    const double v2 = a * a / 8;
    const double v13 = 8 * b * b * p4 * p4 / 225;
    const double v = v1 + v2 + v13;
    return {{v1 / v, v2 / v, 0}, {(v1 + v13) / v, v2 / v, v13 / v}, a / 2, v};
}

double sobol_g(std::span<const double> x) {
    double product = 1;
    for (std::size_t i = 0; i < g_weights.size(); ++i)
        product *= (std::abs(4 * x[i] - 2) + g_weights[i]) / (1 + g_weights[i]);
    return product;
}

ExactIndices sobol_g_indices() {
    ExactIndices exact{{}, {}, 1, 0};
    double product = 1;
    for (const double weight : g_weights)
        product *= 1 + 1 / (3 * (1 + weight) * (1 + weight));
    exact.variance = product - 1;
    for (const double weight : g_weights) {
        const double alone = 1 / (3 * (1 + weight) * (1 + weight));
        exact.first.push_back(alone / exact.variance);
        exact.total.push_back(alone * product / (1 + alone) / exact.variance);
    }
    return exact;
}

double morris_function(std::span<const double> x) {
    std::vector<double> w;
    for (std::size_t i = 0; i < morris_inputs; ++i)
        w.push_back(scaled(i, x[i]));
    double sum = 0;
    for (std::size_t i = 0; i < morris_inputs; ++i) {
        sum += single(i) * w[i];
        for (std::size_t j = i + 1; j < morris_inputs; ++j)
            sum += pair(i, j) * w[i] * w[j];
    }
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = i + 1; j < 5; ++j) {
            for (std::size_t l = j + 1; l < 5; ++l)
                sum += -10 * w[i] * w[j] * w[l];
        }
    }
    return sum + 5 * w[0] * w[1] * w[2] * w[3];
}

ExactEffects morris_effects(std::size_t input) {
    // The effect is the step in w_i times the slope, and the two are independent. The slope is a
    // function of the mixing inputs plus a sum over the others, again independent.
    Moments of_slope =
        over_grid([&](std::span<const double> w) { return slope(input, w, mixing); });
    for (std::size_t j = mixing; j < morris_inputs; ++j) {
        if (j == input) continue;
        Moments of_input;
        for (int level = 0; level < 4; ++level) {
            const double w = pair(input, j) * scaled(j, level / 3.0);
            of_input.mean += w / 4;
            of_input.square += w * w / 4;
        }
        of_slope.square += 2 * of_slope.mean * of_input.mean + of_input.square;
        of_slope.mean += of_input.mean;
    }
    constexpr double step = 2.0 / 3;
    const double low = (scaled(input, step) - scaled(input, 0)) / step;
    const double high = (scaled(input, 1) - scaled(input, 1.0 / 3)) / step;
    const double mean = (low + high) / 2 * of_slope.mean;
    const double square = (low * low + high * high) / 2 * of_slope.square;
    return {mean, std::sqrt(square - mean * mean)};
}

}  // namespace tumen::testing
