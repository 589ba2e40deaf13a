#pragma once
#include <array>
#include <cstdint>

#ifdef TUMEN_COUNT  // the build that counts operations for the bound of a day's cost, in bench/
#include "bench/count/operations.hpp"
#endif

namespace tumen {

/// Four random words. `word[i]` is uniform over all 32-bit values.
struct RandomBlock {
    std::array<std::uint32_t, 4> word;
};

/// Philox 4x32-10: a bijection of the 128-bit counter, one for each 64-bit key, whose outputs pass
/// as independent. Counter-based, so a draw is a pure function of its name and never of what was
/// drawn before. Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2,
/// 3" (SC11).
constexpr RandomBlock philox(std::array<std::uint32_t, 4> counter, std::uint64_t key) {
#ifdef TUMEN_COUNT
    count_operation(&Operations::philox_blocks);
#endif
    constexpr std::uint64_t multiplier_0 = 0xD2511F53u;
    constexpr std::uint64_t multiplier_1 = 0xCD9E8D57u;
    constexpr std::uint32_t step_0 = 0x9E3779B9u;  // golden ratio
    constexpr std::uint32_t step_1 = 0xBB67AE85u;  // square root of three
    auto key_0 = static_cast<std::uint32_t>(key);
    auto key_1 = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product_0 = multiplier_0 * counter[0];
        const std::uint64_t product_1 = multiplier_1 * counter[2];
        counter = {static_cast<std::uint32_t>(product_1 >> 32) ^ counter[1] ^ key_0,
                   static_cast<std::uint32_t>(product_1),
                   static_cast<std::uint32_t>(product_0 >> 32) ^ counter[3] ^ key_1,
                   static_cast<std::uint32_t>(product_0)};
        key_0 += step_0;
        key_1 += step_1;
    }
    return {counter};
}

}  // namespace tumen
