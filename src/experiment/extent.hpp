#pragma once
#include <cstddef>
#include <string>

#include "experiment/source.hpp"

namespace tumen {

/// What results were asked for, and what of it is there.
struct Extent {
    std::size_t asked_for = 0;  // replicates of all points
    std::size_t there = 0;
    std::size_t failed = 0;  // of these
};

/// `failed` of those that are there, as who holds them knows.
Extent extent_of(const ResultSource& source, std::size_t failed);

/// "Asked for 64, there 64, failed 0."
std::string extent_text(const Extent& extent);

}  // namespace tumen
