#include "calibration/abc/abc_kernel.hpp"

#include <cmath>

#include "base/math.hpp"

namespace tumen {

namespace {

constexpr double widening = 2;         // of the covariance
constexpr double least_spread = 1e-6;  // keeps the kernel proper where all places agree

std::vector<double> covariance(std::span<const CubePlace> places, std::span<const double> weights) {
    const std::size_t k = places.front().size();
    std::vector<double> centre(k, 0.0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t a = 0; a < k; ++a)
            centre[a] += weights[i] * places[i][a];
    }
    std::vector<double> result(k * k, 0.0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t a = 0; a < k; ++a) {
            const double apart = weights[i] * (places[i][a] - centre[a]);
            for (std::size_t b = 0; b <= a; ++b)
                result[a * k + b] += apart * (places[i][b] - centre[b]);
        }
    }
    return result;
}

}  // namespace

StepKernel::StepKernel(std::span<const CubePlace> places, std::span<const double> weights)
    : size_(places.front().size()), factor_(covariance(places, weights)) {
    for (double& entry : factor_)
        entry *= widening;
    for (std::size_t a = 0; a < size_; ++a) {
        factor_[a * size_ + a] += least_spread * least_spread;
        for (std::size_t b = 0; b <= a; ++b) {
            double rest = factor_[a * size_ + b];
            for (std::size_t c = 0; c < b; ++c)
                rest -= factor_[a * size_ + c] * factor_[b * size_ + c];
            if (a != b) {
                factor_[a * size_ + b] = rest / factor_[b * size_ + b];
            } else {
                // Rounding may leave a little less than nothing of a variance.
                factor_[a * size_ + a] = rest > 0 ? std::sqrt(rest) : least_spread;
            }
        }
    }
}

CubePlace StepKernel::step(const CubePlace& from, std::span<const double> normals) const {
    CubePlace to = from;
    for (std::size_t a = 0; a < size_; ++a) {
        for (std::size_t b = 0; b <= a; ++b)
            to[a] += factor_[a * size_ + b] * normals[b];
    }
    return to;
}

CubePlace StepKernel::whitened(const CubePlace& place) const {
    CubePlace solved = place;
    for (std::size_t a = 0; a < size_; ++a) {
        for (std::size_t b = 0; b < a; ++b)
            solved[a] -= factor_[a * size_ + b] * solved[b];
        solved[a] /= factor_[a * size_ + a];
    }
    return solved;
}

double StepKernel::density(const CubePlace& whitened_from, const CubePlace& whitened_to) {
    double squares = 0;
    for (std::size_t a = 0; a < whitened_from.size(); ++a) {
        const double apart = whitened_to[a] - whitened_from[a];
        squares += apart * apart;
    }
    return math::exp(-squares / 2);
}

std::vector<double> normalised(std::span<const double> weights) {
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    std::vector<double> result(weights.begin(), weights.end());
    for (double& weight : result)
        weight /= sum;
    return result;
}

}  // namespace tumen
