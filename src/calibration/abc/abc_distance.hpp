#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/interval.hpp"

/// How far what was simulated is from what was reported.
namespace tumen {

/// Whether a pattern is fitted to, or only looked at afterwards.
enum class TargetUse : std::uint8_t { fitted, held_out };

/// A reported pattern: the interval in which its statistic was seen. A sign is a half-line.
struct Target {
    std::string pattern;
    Interval interval;
    TargetUse use = TargetUse::fitted;
};

/// How far a value is outside an interval; 0 inside, infinite where there is no value.
double deviation(const Interval& interval, double value);

/// The spread of each statistic over simulations: the median absolute deviation from the median,
/// the standard deviation where more than half are equal, 1 where all are. Values that are not
/// finite are left out. `simulations` by proposal, then statistic.
std::vector<double> scales_of(std::span<const std::vector<double>> simulations,
                              std::size_t statistics);

/// Euclid's distance over the fitted targets, each deviation in units of its scale.
double distance(std::span<const Target> targets, std::span<const double> scales,
                std::span<const double> statistics);

}  // namespace tumen
