#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "belief/belief.hpp"

/// Whether draws that a belief keeps, played again, come to what it keeps of them.
namespace tumen {

/// A draw that was played through, as the file keeps it: its number, and to three decimals what the
/// reports of each voice say of it. The logarithm of its weight needs all others and is left 0.
WeighedDraw weighed_as(const Making& making, const std::vector<double>& luck,
                       std::uint32_t candidate);

/// Some of those draws, chosen by the seed; all of them where there are no more.
std::vector<std::uint32_t> sample_of_weighed(const Belief& belief, std::size_t size,
                                             std::uint64_t seed);

/// In what the draws of `numbers`, played again, differ from what the belief keeps of them;
/// `making` holds their plays and those of the luck.
std::vector<std::string> played_otherwise(const Belief& belief, const Making& making,
                                          const std::vector<std::uint32_t>& numbers);

}  // namespace tumen
