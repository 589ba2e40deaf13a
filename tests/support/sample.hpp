#pragma once
#include <cmath>
#include <cstddef>
#include <vector>

namespace tumen::testing {

/// Independent observations, one a replicate.
class Sample {
  public:
    void add(double value) { values_.push_back(value); }
    std::size_t size() const { return values_.size(); }
    double mean() const {
        double sum = 0;
        for (const double value : values_)
            sum += value;
        return sum / static_cast<double>(values_.size());
    }
    /// Estimated standard error of the mean.
    double standard_error() const {
        const double centre = mean();
        double squares = 0;
        for (const double value : values_)
            squares += (value - centre) * (value - centre);
        const auto n = static_cast<double>(values_.size());
        return std::sqrt(squares / (n - 1) / n);
    }

  private:
    std::vector<double> values_;
};

/// Difference of two means in standard errors of the difference.
inline double standardised_difference(const Sample& one, const Sample& other) {
    const double a = one.standard_error();
    const double b = other.standard_error();
    return (one.mean() - other.mean()) / std::sqrt(a * a + b * b);
}

}  // namespace tumen::testing
