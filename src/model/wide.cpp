#include "model/wide.hpp"

#include "base/draw.hpp"

#include <algorithm>
#include <array>
#include <bit>

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

/// Bit h of the result: byte h is 1; each byte is 0 or 1.
std::uint64_t bits_of(const std::array<std::uint8_t, 64>& bytes) {
    const auto eights = std::bit_cast<std::array<std::uint64_t, 8>>(bytes);
    constexpr std::uint64_t gather = 0x0102040810204080u;  // moves bit 0 of byte i to bit 56 + i
    std::uint64_t bits = 0;
    for (std::size_t e = 0; e < eights.size(); ++e)
        bits |= eights[e] * gather >> 56 << (8 * e);
    return bits;
}

TUMEN_WIDE
std::uint64_t wide_either_below(const RandomBlock* drawn, std::size_t count,
                                std::uint64_t second_below, std::uint64_t third_below) {
    std::array<std::uint32_t, households_at_once> second{};
    std::array<std::uint32_t, households_at_once> third{};
    for (std::size_t h = 0; h < count; ++h) {
        second[h] = drawn[h].word[1];
        third[h] = drawn[h].word[2];
    }
    // A threshold above 0 as the last word that lies below it, so that 32 bits hold it.
    const auto last = [](std::uint64_t below) {
        return below > UINT32_MAX ? UINT32_MAX : static_cast<std::uint32_t>(below - 1);
    };
    std::array<std::uint32_t, households_at_once> found{};
    if (second_below > 0) {
        const std::uint32_t most = last(second_below);
        for (std::size_t h = 0; h < households_at_once; ++h)
            found[h] |= second[h] <= most;
    }
    if (third_below > 0) {
        const std::uint32_t most = last(third_below);
        for (std::size_t h = 0; h < households_at_once; ++h)
            found[h] |= third[h] <= most;
    }
    std::array<std::uint8_t, households_at_once> bytes;
    for (std::size_t h = 0; h < households_at_once; ++h)
        bytes[h] = static_cast<std::uint8_t>(found[h]);
    const std::uint64_t drawn_ones =
        count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
    return bits_of(bytes) & drawn_ones;
}

/// Standard normal deviates of a word of each block. What lies in the tails is rare and of another
/// form, and is computed one by one.
constexpr std::size_t at_once = 64;
using Deviates = std::array<double, at_once>;

TUMEN_WIDE
void wide_centre(Deviates& deviates, const Deviates& from_middle) {
    for (std::size_t i = 0; i < at_once; ++i)
        deviates[i] = central_normal_quantile(from_middle[i]);
}

Deviates deviates_of(const RandomBlock* drawn, std::size_t word, std::size_t count) {
    Deviates from_middle{};
    for (std::size_t i = 0; i < count; ++i)
        from_middle[i] = uniform(drawn[i].word[word]) - 0.5;
    Deviates deviates;
    wide_centre(deviates, from_middle);
    for (std::size_t i = 0; i < count; ++i) {
        if (from_middle[i] < -normal_centre || from_middle[i] > normal_centre)
            deviates[i] = normal_quantile(uniform(drawn[i].word[word]));
    }
    return deviates;
}

TUMEN_WIDE
void wide_median_savings(const PopulationParameters& p, const Deviates& deviates, std::size_t count,
                         double* savings) {
    for (std::size_t h = 0; h < count; ++h)
        savings[h] = median_savings(p, deviates[h]);
}

TUMEN_WIDE
void wide_risk_aversions(const PopulationParameters& p, const Deviates& deviates, std::size_t count,
                         double* aversions) {
    for (std::size_t i = 0; i < count; ++i)
        aversions[i] = risk_aversion_at(p, deviates[i]);
}

}  // namespace

void median_savings(const PopulationParameters& p, const RandomBlock* drawn, std::size_t count,
                    double* savings) {
    for (std::size_t first = 0; first < count; first += at_once) {
        const std::size_t some = std::min(at_once, count - first);
        wide_median_savings(p, deviates_of(drawn + first, 1, some), some, savings + first);
    }
}

void risk_aversions(const PopulationParameters& p, const RandomBlock* drawn, std::size_t count,
                    double* aversions) {
    for (std::size_t first = 0; first < count; first += at_once) {
        const std::size_t some = std::min(at_once, count - first);
        wide_risk_aversions(p, deviates_of(drawn + first, 2, some), some, aversions + first);
    }
}

std::uint64_t either_below(const RandomBlock* drawn, std::size_t count, std::uint64_t second_below,
                           std::uint64_t third_below) {
    return wide_either_below(drawn, count, second_below, third_below);
}

void adults_of(const RandomBlock* drawn, std::size_t count, const BinomialTable& more_adults,
               std::uint8_t* adults) {
    wide_adults_of(drawn, count, more_adults.thresholds(), adults);
}

void needs_of(const ContactParameters& p, double left, const double* base_need, const double* base,
              const double* excess, double* needs, std::size_t count) {
    wide_needs_of(p, left, base_need, base, excess, needs, count);
}

}  // namespace tumen
