#include "model/wide.hpp"

#include <array>

namespace tumen {

namespace {

// The parameters come as a copy, so that no write can be thought to change them.
TUMEN_WIDE
void wide_needs_of(const ContactParameters p, double left, const double* base_need,
                   const double* base, const double* excess, double* needs, std::size_t count) {
    for (std::size_t h = 0; h < count; ++h) {
        needs[h] = need(p, base_need[h], base[h] + excess[h] * left);
    }
}

TUMEN_WIDE
void wide_adults_of(const RandomBlock* drawn, std::size_t count,
                    const std::array<std::uint64_t, 7>& thresholds, std::uint8_t* adults) {
    std::array<std::uint32_t, households_at_once> words{};
    std::array<std::uint32_t, households_at_once> found{};
    for (std::size_t h = 0; h < count; ++h)
        words[h] = drawn[h].word[0];
    for (const std::uint64_t threshold : thresholds) {
        if (threshold > UINT32_MAX) continue;  // out of reach
        const auto least = static_cast<std::uint32_t>(threshold);
        for (std::size_t h = 0; h < households_at_once; ++h)
            found[h] += words[h] >= least;
    }
    for (std::size_t h = 0; h < count; ++h)
        adults[h] = static_cast<std::uint8_t>(1 + found[h]);
}

}  // namespace

void adults_of(const RandomBlock* drawn, std::size_t count, const BinomialTable& more_adults,
               std::uint8_t* adults) {
    wide_adults_of(drawn, count, more_adults.thresholds(), adults);
}

void needs_of(const ContactParameters& p, double left, const double* base_need, const double* base,
              const double* excess, double* needs, std::size_t count) {
    wide_needs_of(p, left, base_need, base, excess, needs, count);
}

}  // namespace tumen
