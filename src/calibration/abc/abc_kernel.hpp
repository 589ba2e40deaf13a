#pragma once
#include <span>
#include <vector>

namespace tumen {

/// A point of the unit cube: for each parameter the share of its prior that lies below.
using CubePlace = std::vector<double>;

/// Steps from one place to another: normal, with twice the weighted covariance of a sample
/// (Beaumont and others 2009, Filippi and others 2013). Computed with the program's own
/// mathematics, so that calibrations agree bit by bit between machines.
class StepKernel {
  public:
    StepKernel() = default;
    /// Weights sum to 1.
    StepKernel(std::span<const CubePlace> places, std::span<const double> weights);

    /// `from` and a step made of independent standard normal numbers.
    CubePlace step(const CubePlace& from, std::span<const double> normals) const;
    /// The place in coordinates in which steps are standard normal.
    CubePlace whitened(const CubePlace& place) const;
    /// Density of the step between two whitened places, up to a factor that is the same for all.
    static double density(const CubePlace& whitened_from, const CubePlace& whitened_to);

  private:
    std::size_t size_ = 0;
    std::vector<double> factor_;  // lower triangle of Cholesky's factor, by row
};

/// The same weights, summing to 1.
std::vector<double> normalised(std::span<const double> weights);

}  // namespace tumen
