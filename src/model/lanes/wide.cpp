#include "model/lanes/wide.hpp"

#include "base/draw.hpp"
#include "rules/contact.hpp"
#include "rules/following.hpp"
#include "rules/population.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace tumen {

namespace {

// The parameters come as a copy, so that no write can be thought to change them.
TUMEN_WIDE
void wide_net_benefits_of(const ContactParameters p, const ReviewDay day,
                          const ReviewColumns& people, std::size_t count,
                          ReviewColumns::Column& net) {
#if defined(__wasm_simd128__)  // clang thinks that two at once do not pay
#pragma clang loop vectorize(enable) vectorize_width(2)
#endif
    for (std::size_t n = 0; n < count; ++n) {
        const double savings = people.savings_base[n] + people.savings_excess[n] * day.savings_left;
        const double benefit = benefit_of_contact(p, people.benefit[n], people.going_on[n],
                                                  need(p, people.base_need[n], savings));
        const double risk = day.risk_baseline + people.risk_excess[n] * day.risk_left;
        const double penalty = penalty_feared(p, day.deterrence, day.threat, people.oath_force[n]);
        net[n] = net_benefit(benefit, people.aversion[n], felt_risk(risk, people.least_felt[n]),
                             penalty);
    }
}

TUMEN_WIDE
void wide_reviews(const ContactParameters p, const ReviewColumns::Column& net,
                  std::array<Contact, columns_length>& decided) {
    for (std::size_t n = 0; n < net.size(); ++n)
        decided[n] = review(p, net[n]);
}

/// A bit for each place: shifting by another number in each lane is not for every processor.
constexpr auto bit_of_place = [] {
    std::array<std::uint64_t, columns_length> bits{};
    for (std::size_t n = 0; n < bits.size(); ++n)
        bits[n] = std::uint64_t{1} << n;
    return bits;
}();

/// ... of 32.
constexpr auto bit_of_half = [] {
    std::array<std::uint32_t, columns_length / 2> bits{};
    for (std::size_t n = 0; n < bits.size(); ++n)
        bits[n] = std::uint32_t{1} << n;
    return bits;
}();

__attribute__((always_inline)) inline ScoredBlock scores_of_some(const FollowingParameters& p,
                                                                 const FollowingDay& day,
                                                                 const double* base,
                                                                 const double* excess,
                                                                 std::size_t count) {
    ScoredBlock found;
    for (std::size_t n = 0; n < count; ++n) {
        const double suspicion = base[n] + excess[n] * day.suspicion_left;
        const bool chosen = following_score(p, suspicion, base[n], day.officers) >= day.lowest;
        const bool little = (suspicion <= day.least) & (base[n] <= day.least);
        found.chosen |= chosen ? bit_of_place[n] : 0;
        found.forgotten |= little ? bit_of_place[n] : 0;
    }
    return found;
}

TUMEN_WIDE
ScoredBlock wide_scores_of(const FollowingParameters p, const FollowingDay day, const double* base,
                           const double* excess) {
    return scores_of_some(p, day, base, excess, columns_length);
}

TUMEN_WIDE
void wide_flags_of_people(std::span<const std::uint64_t> flags, std::uint32_t* people) {
    constexpr std::size_t half = columns_length / 2;  // as wide as the words of people
    std::array<std::uint32_t, columns_length> found{};
    for (std::size_t f = 0; f < flags.size(); ++f) {
        const auto low = static_cast<std::uint32_t>(flags[f]);
        const auto high = static_cast<std::uint32_t>(flags[f] >> half);
        const std::uint32_t flag = std::uint32_t{1} << f;
        for (std::size_t n = 0; n < half; ++n) {
            const std::uint32_t bit = bit_of_half[n];
            found[n] |= (low & bit) == bit ? flag : 0;
            found[half + n] |= (high & bit) == bit ? flag : 0;
        }
    }
    for (std::size_t n = 0; n < columns_length; ++n)
        people[n] = found[n];
}

using Bytes = std::array<std::uint8_t, columns_length>;

/// A word reaches a threshold if it lies above the last one that does not; a threshold of 0 is
/// reached by all and stands in `least`.
struct Steps {
    std::uint32_t least = 1;
    std::array<std::uint32_t, 7> last_below{};

    explicit Steps(const std::array<std::uint64_t, 7>& thresholds) {
        for (std::size_t k = 0; k < thresholds.size(); ++k) {
            const std::uint64_t below =
                std::min<std::uint64_t>(thresholds[k], std::uint64_t{1} << 32);
            least += below == 0;
            last_below[k] = below == 0 ? UINT32_MAX : static_cast<std::uint32_t>(below - 1);
        }
    }
};

TUMEN_WIDE
void wide_adults_of(const WordColumn& words, const Steps& steps, Bytes& adults) {
    const auto [a, b, c, d, e, f, g] = steps.last_below;
    WordColumn found;
    for (std::size_t h = 0; h < words.size(); ++h) {
        const std::uint32_t word = words[h];
        const std::uint32_t few = (word > a) + std::uint32_t{word > b} + std::uint32_t{word > c};
        const std::uint32_t more = std::uint32_t{word > d} + std::uint32_t{word > e};
        found[h] = steps.least + few + more + std::uint32_t{word > f} + std::uint32_t{word > g};
    }
    for (std::size_t h = 0; h < words.size(); ++h)
        adults[h] = static_cast<std::uint8_t>(found[h]);
}

/// Bit h of the result: byte h is 1; each byte is 0 or 1.
std::uint64_t bits_of(const Bytes& bytes) {
    const auto eights = std::bit_cast<std::array<std::uint64_t, 8>>(bytes);
    constexpr std::uint64_t gather = 0x0102040810204080u;  // moves bit 0 of byte i to bit 56 + i
    std::uint64_t bits = 0;
    for (std::size_t e = 0; e < eights.size(); ++e)
        bits |= eights[e] * gather >> 56 << (8 * e);
    return bits;
}

TUMEN_WIDE
std::uint64_t wide_up_to(const WordColumn& words, std::uint32_t last) {
    Bytes found;
    for (std::size_t h = 0; h < words.size(); ++h)
        found[h] = words[h] <= last;
    return bits_of(found);
}

/// Standard normal deviates of some words. Three in twenty lie in the tails, of another form, and
/// are gathered. No word lies beyond the tails' nearer region.
using Deviates = std::array<double, columns_length>;
static_assert(uniform(0) > 1.4e-11);  // exp(-25)

TUMEN_WIDE
void wide_centre(const WordColumn& words, Deviates& from_middle, Deviates& deviates) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        from_middle[i] = uniform(words[i]) - 0.5;
        deviates[i] = central_normal_quantile(from_middle[i]);
    }
}

TUMEN_WIDE
void wide_shoulders(Deviates& tails, std::size_t count) {
    for (std::size_t t = 0; t < count; ++t)
        tails[t] = shoulder_normal_quantile(tail_distance(tails[t]));
}

Deviates deviates_of(const WordColumn& words, std::size_t count) {
    Deviates from_middle;
    Deviates deviates;
    wide_centre(words, from_middle, deviates);
    Deviates tails{};
    std::array<std::uint8_t, columns_length> whose;
    std::size_t some = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double distance = std::fabs(from_middle[i]);
        whose[some] = static_cast<std::uint8_t>(i);
        tails[some] = 0.5 - distance;  // exact: a uniform number has 33 bits
        some += distance > normal_centre;
    }
    wide_shoulders(tails, (some + 7) / 8 * 8);
    for (std::size_t t = 0; t < some; ++t)
        deviates[whose[t]] = std::copysign(tails[t], from_middle[whose[t]]);
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

ScoredBlock scores_of(const FollowingParameters& p, const FollowingDay& day, const double* base,
                      const double* excess, std::size_t count) {
    if (count >= columns_length) return wide_scores_of(p, day, base, excess);
#if defined(__wasm_simd128__)  // on narrow vectors a whole block costs more than what it spares
    return scores_of_some(p, day, base, excess, count);
#else
    std::array<double, columns_length> some_base{};
    std::array<double, columns_length> some_excess{};
    std::copy_n(base, count, some_base.data());
    std::copy_n(excess, count, some_excess.data());
    return wide_scores_of(p, day, some_base.data(), some_excess.data());
#endif
}

void flags_of_people(std::span<const std::uint64_t> flags,
                     std::span<std::uint32_t, columns_length> people) {
    wide_flags_of_people(flags, people.data());
}

void adults_of(const WordColumn& words, const BinomialTable& more_adults, Bytes& adults) {
    wide_adults_of(words, Steps(more_adults.thresholds()), adults);
}

std::uint64_t below(const WordColumn& words, std::uint64_t threshold) {
    if (threshold == 0) return 0;
    if (threshold > UINT32_MAX) return ~std::uint64_t{0};
    return wide_up_to(words, static_cast<std::uint32_t>(threshold - 1));
}

void median_savings(const PopulationParameters& p, const WordColumn& words, std::size_t count,
                    double* savings) {
    wide_median_savings(p, deviates_of(words, count), count, savings);
}

void risk_aversions(const PopulationParameters& p, const WordColumn& words, std::size_t count,
                    double* aversions) {
    wide_risk_aversions(p, deviates_of(words, count), count, aversions);
}

void reviews_of(const ContactParameters& p, const ReviewDay& day, const ReviewColumns& people,
                std::size_t count, std::array<Contact, columns_length>& decided) {
    ReviewColumns::Column net{};
    wide_net_benefits_of(p, day, people, count, net);
    wide_reviews(p, net, decided);
}

}  // namespace tumen
