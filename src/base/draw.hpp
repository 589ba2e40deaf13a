#pragma once
#include <cstdint>

#include "base/philox.hpp"

namespace tumen {

/// What a draw is for. The numbers belong to the layer that draws; once written down they are
/// frozen, since they are part of the name of every draw.
enum class Purpose : std::uint8_t {};

/// Everything that the draws of one city in one replicate have in common.
struct RandomKey {
    std::uint64_t seed;       // the experiment
    std::uint32_t replicate;  // from 1
    std::uint32_t city;       // a hash of the city's name: one more city changes no other
};

/// The name of a block of four draws within a city.
struct DrawName {
    std::uint32_t
        entity;        // household, unit or ward ordinal in the city; never an index over adults
    std::int32_t day;  // -4096 .. 61439; a number of days where one block serves several of them
    Purpose purpose;
    std::uint8_t index = 0;  // member of the household, number of the draw, or both
};

constexpr std::int32_t first_drawable_day = -4096;

/// Day, purpose and index of a name in one word: the second of the four that are drawn from.
constexpr std::uint32_t described_by(const DrawName& name) {
    const auto day = static_cast<std::uint32_t>(name.day - first_drawable_day) & 0xFFFFu;
    return day | static_cast<std::uint32_t>(name.purpose) << 16 |
           static_cast<std::uint32_t>(name.index) << 24;
}

/// The four words with that name: a pure function.
constexpr RandomBlock draw(const RandomKey& random_key, const DrawName& name) {
    return philox({name.entity, described_by(name), random_key.replicate, random_key.city},
                  random_key.seed);
}

/// A word as a number in (0, 1): the middle of its 2^-32 wide cell, so never 0 or 1.
constexpr double uniform(std::uint32_t word) {
    return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// A number of 0 .. count-1, all equally likely up to count * 2^-32; count > 0.
constexpr std::uint32_t uniform_below(std::uint32_t word, std::uint32_t count) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(word) * count) >> 32);
}

/// True with the given probability: the draw's uniform number lies below it.
constexpr bool happens(std::uint32_t word, double probability) {
    return uniform(word) < probability;
}

}  // namespace tumen
