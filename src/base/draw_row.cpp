#include "base/draw_row.hpp"

#include <cstddef>

namespace tumen {

namespace {

constexpr std::size_t lanes = 8;
using Lane = std::uint32_t[lanes];

/// One round for all lanes; written over arrays so that the products of 32-bit words stay 32 x 32 -> 64.
void round_of(Lane& c0, Lane& c1, Lane& c2, Lane& c3, std::uint32_t key_0, std::uint32_t key_1) {
    for (std::size_t i = 0; i < lanes; ++i) {
        const std::uint64_t product_0 = std::uint64_t{0xD2511F53u} * c0[i];
        const std::uint64_t product_1 = std::uint64_t{0xCD9E8D57u} * c2[i];
        const auto next_0 = static_cast<std::uint32_t>(product_1 >> 32) ^ c1[i] ^ key_0;
        const auto next_2 = static_cast<std::uint32_t>(product_0 >> 32) ^ c3[i] ^ key_1;
        c1[i] = static_cast<std::uint32_t>(product_1);
        c3[i] = static_cast<std::uint32_t>(product_0);
        c0[i] = next_0;
        c2[i] = next_2;
    }
}

}  // namespace

void draw_row(const Luck& luck, const DrawName& first, std::span<RandomBlock> out) {
    const auto day = static_cast<std::uint32_t>(first.day - first_drawable_day) & 0xFFFFu;
    const std::uint32_t what = day | static_cast<std::uint32_t>(first.purpose) << 16 |
                               static_cast<std::uint32_t>(first.index) << 24;
    for (std::size_t at = 0; at < out.size(); at += lanes) {
        Lane c0, c1, c2, c3;
        for (std::size_t i = 0; i < lanes; ++i) {
            c0[i] = first.entity + static_cast<std::uint32_t>(at + i);
            c1[i] = what;
            c2[i] = luck.replicate;
            c3[i] = luck.city;
        }
        auto key_0 = static_cast<std::uint32_t>(luck.seed);
        auto key_1 = static_cast<std::uint32_t>(luck.seed >> 32);
        for (int round = 0; round < 10; ++round) {
            round_of(c0, c1, c2, c3, key_0, key_1);
            key_0 += 0x9E3779B9u;
            key_1 += 0xBB67AE85u;
        }
        const std::size_t end = out.size() - at < lanes ? out.size() - at : lanes;
        for (std::size_t i = 0; i < end; ++i) out[at + i] = {{c0[i], c1[i], c2[i], c3[i]}};
    }
}

}  // namespace tumen
