#pragma once
#include <cstddef>
#include <cstdint>

#include "base/distributions.hpp"
#include "base/philox.hpp"
#include "rules/contact.hpp"
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

/// `needs[h]` = the rule's need of home h with savings base + excess * left, for all of them.
void needs_of(const ContactParameters& p, double left, const double* base_need, const double* base,
              const double* excess, double* needs, std::size_t count);

/// Households are drawn this many at a time.
inline constexpr std::size_t households_at_once = 64;

/// `adults[h]` = one, and one more for every threshold that the first word of household h reaches,
/// for at most households_at_once of them.
void adults_of(const RandomBlock* drawn, std::size_t count, const BinomialTable& more_adults,
               std::uint8_t* adults);

/// `savings[h]` = median_savings of home h, from the second word drawn for it.
void median_savings(const PopulationParameters& p, const RandomBlock* drawn, std::size_t count,
                    double* savings);

/// `aversions[i]` = risk_aversion of person i, from the third word drawn for it.
void risk_aversions(const PopulationParameters& p, const RandomBlock* drawn, std::size_t count,
                    double* aversions);

/// Bit h: the second word of household h lies below one threshold or its third below the other
/// (2^32 and more: always); for at most households_at_once of them.
std::uint64_t either_below(const RandomBlock* drawn, std::size_t count, std::uint64_t second_below,
                           std::uint64_t third_below);

}  // namespace tumen
