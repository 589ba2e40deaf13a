#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "experiment/source.hpp"

namespace tumen {

/// `count` of the replicates, each as likely as any other, in their order; all where there are no
/// more. The same seed chooses the same.
std::vector<ReplicateKey> sample_of(const std::vector<ReplicateKey>& all, std::size_t count,
                                    std::uint64_t seed);

}  // namespace tumen
