#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/distributions.hpp"
#include "base/draw_many.hpp"
#include "rules/contact.hpp"
#include "rules/following.hpp"
#include "rules/population.hpp"

/// Loops that run over many at once on whatever vectors the processor has.
namespace tumen {

// The clones differ in speed alone: contraction is off, so all give the same bits. Sanitizers
// cannot choose among clones at start-up.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TUMEN_WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define TUMEN_WIDE
#endif

/// What everybody reviews with on a day.
struct ReviewDay {
    double savings_left;   // of their excess
    double risk_baseline;  // perceived without news
    double risk_left;      // of its excess
    double threat;
    Deterrence deterrence;
};

/// What up to columns_length people review with, in their order.
struct ReviewColumns {
    using Column = std::array<double, columns_length>;
    Column base_need;  // of the home, as the next two
    Column savings_base;
    Column savings_excess;
    Column benefit;   // of the role
    Column going_on;  // of its trade
    Column aversion;
    Column risk_excess;
    Column least_felt;  // risk
    Column oath_force;
};

/// `decided[n]` = what the rule has the n-th of `count` people do.
void reviews_of(const ContactParameters& p, const ReviewDay& day, const ReviewColumns& people,
                std::size_t count, std::array<Contact, columns_length>& decided);

/// What officers hold somebody's suspicion against on a day.
struct FollowingDay {
    Officers officers;
    double suspicion_left;  // of its excess
    double lowest;          // score that is chosen
    double least;           // suspicion, up to which it is forgotten
};

/// One bit for each of up to 64 people.
struct ScoredBlock {
    std::uint64_t chosen = 0;
    std::uint64_t forgotten = 0;
};

/// ... by their suspicion, of which `base` and `excess` are columns of `count` people.
ScoredBlock scores_of(const FollowingParameters& p, const FollowingDay& day, const double* base,
                      const double* excess, std::size_t count);

/// The flags of 64 people, a word of bits a flag, as a word of flags a person.
void flags_of_people(std::span<const std::uint64_t> flags,
                     std::span<std::uint32_t, columns_length> people);

/// `adults[h]` = one, and one more for every threshold that word h reaches.
void adults_of(const WordColumn& words, const BinomialTable& more_adults,
               std::array<std::uint8_t, columns_length>& adults);

/// Bit h: word h lies below the threshold (2^32 and more: always).
std::uint64_t below(const WordColumn& words, std::uint64_t threshold);

/// `savings[h]` = median_savings of a home that drew word h, for at most columns_length of them.
void median_savings(const PopulationParameters& p, const WordColumn& words, std::size_t count,
                    double* savings);

/// `aversions[i]` = risk_aversion of a person who drew word i, for at most columns_length of them.
void risk_aversions(const PopulationParameters& p, const WordColumn& words, std::size_t count,
                    double* aversions);

}  // namespace tumen
