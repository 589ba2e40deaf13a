#include "measures/answers/verify_sample.hpp"

#include <algorithm>

#include "base/draw.hpp"

namespace tumen {

std::vector<ReplicateKey> sample_of(const std::vector<ReplicateKey>& all, std::size_t count,
                                    std::uint64_t seed) {
    std::vector<ReplicateKey> keys = all;
    if (keys.size() <= count) return keys;
    for (std::size_t i = 0; i < count; ++i) {
        const auto place = static_cast<std::uint32_t>(i);
        const auto left = static_cast<std::uint32_t>(keys.size() - i);
        std::swap(keys[i], keys[i + uniform_below(philox({place, 0, 0, 0}, seed).word[0], left)]);
    }
    keys.resize(count);
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace tumen
