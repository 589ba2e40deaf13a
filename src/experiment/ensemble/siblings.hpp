#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "experiment/results.hpp"

namespace tumen {

/// Points that are played one after another in one city of each replicate, because each has a past
/// in common with the next.
struct Siblings {
    std::size_t city = 0;
    std::vector<std::uint32_t> points;
    std::vector<std::int32_t> partings;  // day on which each parts from the next one
};

/// Every city of every point once, at most `most` points together: those whose scenarios differ in
/// events, schedules, length and what is read on some days alone (model/past/readings.hpp), in an
/// order in which few pasts are wanted at the same time. They come in the order of their first
/// points, and of the cities.
std::vector<Siblings> siblings_of(const Experiment& experiment, std::size_t most);

}  // namespace tumen
