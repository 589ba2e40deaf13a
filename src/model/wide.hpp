#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/distributions.hpp"
#include "base/draw_many.hpp"
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
